/** A problem that receive answers with: its status, when it comes, and what the sender should do. */
interface ProblemType {
  status: number;
  when: string;
  remedy: string;
}

const mend = 'Correct it, and send it again under the same id.';
const wait = 'Send it again after `Retry-After`.';

/** Every problem that receive answers with, by the end of its `type`; a test reads them out of the code. */
export const problemTypes: Readonly<Record<string, ProblemType>> = {
  header: { status: 400, when: 'A header cannot be read, is too long, or came twice.', remedy: mend },
  'body-missing': { status: 400, when: 'There is no body.', remedy: mend },
  'body-encoding': { status: 400, when: 'The body was to be base64 and is not.', remedy: mend },
  form: { status: 400, when: 'The body is a form, and not as forms are written.', remedy: mend },
  json: { status: 400, when: 'The body is not JSON in UTF-8.', remedy: mend },
  'json-unsafe': { status: 400, when: 'The JSON can be read in more than one way.', remedy: mend },
  signature: {
    status: 401,
    when: 'The signature could not be verified, whatever the reason.',
    remedy: 'Find the reason with `gazette doctor`.',
  },
  company: {
    status: 403,
    when: 'The source may not speak for this company.',
    remedy: 'Ask whoever runs Gazette.',
  },
  tenant: {
    status: 403,
    when: 'The delivery is about another customer of the system.',
    remedy: 'Send it to the source of this customer.',
  },
  'source-unknown': {
    status: 404,
    when: 'There is no source of this id.',
    remedy: 'Post to the address that you were given.',
  },
  method: { status: 405, when: 'The method is none of those in `Allow`.', remedy: 'Use one of them.' },
  'event-id-taken': {
    status: 409,
    when: 'Another event is known under this id.',
    remedy: 'Give the event an id of its own, and name the earlier one in `data.replaces`.',
  },
  'body-too-large': { status: 413, when: 'The body has more than 256 KB.', remedy: 'Send less.' },
  'content-encoding': { status: 415, when: 'The body is compressed.', remedy: 'Send it as it is.' },
  batch: { status: 415, when: 'The body is a batch of events.', remedy: 'Send each event by itself.' },
  'media-type': { status: 415, when: 'The `Content-Type` is none of those above.', remedy: mend },
  'event-invalid': { status: 422, when: 'The event is not as its schema says.', remedy: mend },
  'attribute-not-signed': {
    status: 422,
    when: 'In binary mode, a header says what the signature does not.',
    remedy: mend,
  },
  rate: { status: 429, when: 'The source sends more than its share.', remedy: wait },
  internal: { status: 500, when: 'Something failed inside, and nothing was recorded.', remedy: wait },
  unavailable: {
    status: 503,
    when: 'Signatures cannot be verified at present, or the system cannot be asked about a person.',
    remedy: wait,
  },
};
