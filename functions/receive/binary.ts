import { type CloudEvent, cloudEventSchema } from '../domain/event.ts';
import { type FieldError, Problem } from '../domain/problem.ts';
import { parseBy, requireObject } from '../domain/validation.ts';
import { readCeHeaders } from './ce-headers.ts';
import { readJson } from './json.ts';

const notSigned = (errors: readonly FieldError[]): Problem =>
  new Problem(
    422,
    'attribute-not-signed',
    'A header says what the signature does not',
    'Correct what errors lists, or send the event in structured mode, where its signature covers all of it.',
    { errors },
  );

/**
 * Reads an event in binary mode (CloudEvents 1.0, HTTP binding, 3.1) and holds it against what is signed.
 *
 * A signature covers the body, the delivery's id and its time, and no `ce-` header: whoever hands a delivery on can
 * change those. So nothing that tells events apart, or that puts them in order, is taken from them alone:
 * - the id must be the signed delivery id, or one delivery could be recorded under many ids;
 * - the subject is `data.subject`, in the signed body; `ce-subject` may only repeat it;
 * - the time is the signed one; `ce-time` may be another within the source's tolerance;
 * - `data.subject` or `data.decided` must be there, or the release would hang on that time alone.
 * `ce-specversion` and `ce-type` have one value each, and `ce-source` decides nothing.
 */
export const readBinary = (
  { headers, body }: { headers: Readonly<Record<string, string | undefined>>; body: Buffer },
  { deliveryId, signedAt }: { deliveryId: string; signedAt: Date },
  toleranceSeconds: number,
): CloudEvent => {
  const { subject, ...attributes } = readCeHeaders(headers);
  const event = parseBy(cloudEventSchema, {
    time: signedAt.toISOString(),
    ...attributes,
    data: requireObject(readJson(body, '/data'), '/data'),
  });
  const { data } = event;
  const secondsApart = Math.abs(Date.parse(event.time) - signedAt.getTime()) / 1000;
  const rules: readonly [boolean, string, string][] = [
    [event.id === deliveryId, '/id', 'must be the id that is signed with the delivery'],
    [subject === undefined || subject === data.subject, '/subject', 'must be the same as data.subject'],
    [
      secondsApart <= toleranceSeconds,
      '/time',
      `must be within ${toleranceSeconds} seconds of the signed time, or left out`,
    ],
    [
      data.subject !== undefined || data.decided !== undefined,
      '/data/subject',
      'is missing, and data.decided is too',
    ],
  ];
  const errors = rules.filter(([kept]) => !kept).map(([, pointer, detail]) => ({ pointer, detail }));
  if (errors.length > 0) throw notSigned(errors);
  return event;
};
