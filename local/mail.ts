import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ses from 'aws-ses-v2-local';
import * as v from 'valibot';
import { decodeWords } from './encoded-words.ts';
import type { Senders } from './gateway/ses-call.ts';
import type { World } from './template/physical.ts';
import type { Resources } from './template/resource-types.ts';
import type { WireHandler, WireRequest } from './wire.ts';

const attachment = v.object({ name: v.string(), content: v.string() });

const localMail = v.object({
  id: v.string(),
  at: v.string(),
  from: v.string(),
  to: v.array(v.string()),
  subject: v.string(),
  text: v.optional(v.string(), ''),
  html: v.optional(v.string(), ''),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  attachments: v.optional(v.array(attachment), []),
});

/** A mail that SES took; `at` is when, in ISO 8601. */
export type LocalMail = v.InferOutput<typeof localMail>;

/** SES, and what it was given to send. */
export interface MailService {
  handle: WireHandler;
  /** In the order in which they were sent. */
  mails(): LocalMail[];
  stop(): Promise<void>;
}

const sent = v.object({ MessageId: v.string() });
const store = v.object({
  emails: v.array(
    v.object({
      messageId: v.string(),
      from: v.string(),
      destination: v.object({ to: v.array(v.string()) }),
      subject: v.string(),
      body: v.object({ text: v.optional(v.string()), html: v.optional(v.string()) }),
      headers: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
      attachments: v.optional(
        v.array(v.object({ filename: v.optional(v.string(), ''), content: v.string() })),
        [],
      ),
    }),
  ),
});

/** Who may send, by the template's identities: an address that is verified, or any of a domain or of what is below it. */
export const sendersOf = (resources: Resources, { region, account }: World): Senders => {
  const identities = resources('AWS::SES::EmailIdentity');
  const sets = resources('AWS::SES::ConfigurationSet');
  return {
    identityOf: (address) => {
      const domain = address.slice(address.lastIndexOf('@') + 1);
      const names = [address, ...domain.split('.').map((_, i, parts) => parts.slice(i).join('.'))];
      const covering = names.flatMap(
        (name) => identities.find(({ ref }) => ref.toLowerCase() === name.toLowerCase()) ?? [],
      );
      const [identity] = covering;
      if (identity === undefined) return undefined;
      const configurationSet = identity.properties.ConfigurationSetAttributes?.ConfigurationSetName;
      return { arn: identity.attributes['Arn'] ?? '', configurationSet };
    },
    configurationSetArn: (name) =>
      sets.some(({ ref }) => ref === name)
        ? `arn:aws:ses:${region}:${account}:configuration-set/${name}`
        : undefined,
  };
};

/** Starts SES on 127.0.0.1 with an outbox of files, one for each mail, that outlives it; no mail leaves the machine. */
export const startMail = async (directory: string): Promise<MailService> => {
  mkdirSync(directory, { recursive: true });
  const server = await ses.default({ host: '127.0.0.1', port: 0 });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
  const files = () =>
    readdirSync(directory)
      .filter((file) => file.endsWith('.json'))
      .sort();
  let count = files().length;

  const keep = async (id: string) => {
    // It counts in seconds, and several stacks of one process share its memory: the id picks ours.
    const since = Math.floor(Date.now() / 1000) - 5;
    const { emails } = v.parse(store, await (await fetch(`${origin}/store?since=${since}`)).json());
    const mail = emails.find(({ messageId }) => messageId === id);
    if (mail === undefined) throw new Error(`SES does not know the mail ${id} that it just took`);
    count += 1;
    const kept: LocalMail = {
      id,
      at: new Date().toISOString(),
      from: mail.from,
      to: mail.destination.to.map(decodeWords),
      subject: mail.subject,
      text: mail.body.text ?? '',
      html: mail.body.html ?? '',
      headers: Object.fromEntries(mail.headers.map(({ name, value }) => [name, value])),
      attachments: mail.attachments.map(({ filename, content }) => ({
        name: filename,
        content: Buffer.from(content, 'base64').toString(),
      })),
    };
    writeFileSync(
      join(directory, `${String(count).padStart(5, '0')}.json`),
      JSON.stringify(kept, undefined, 2),
    );
  };

  return {
    handle: async ({ method, path, headers, body }: WireRequest) => {
      const forwarded = { 'content-type': 'application/json', authorization: headers['authorization'] ?? '' };
      const response = await fetch(origin + path, { method, headers: forwarded, body: new Uint8Array(body) });
      const text = await response.text();
      if (response.ok) await keep(v.parse(sent, JSON.parse(text)).MessageId);
      return { status: response.status, headers: { 'content-type': 'application/json' }, body: text };
    },
    mails: () =>
      files().map((file) => v.parse(localMail, JSON.parse(readFileSync(join(directory, file), 'utf8')))),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
