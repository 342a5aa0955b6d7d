import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { inject } from 'vitest';
import type { CloudEvent } from '../../functions/domain/event.ts';
import { type Source, schemeOf } from '../../functions/sources/source.ts';
import { readConfig } from '../../infra/config.ts';
import { linkIn, openDraft, waitFor } from '../../local/approve.ts';
import type { LocalMail } from '../../local/mail.ts';
import { type Answer, postEvent } from '../../local/post-event.ts';
import { developmentSecrets } from '../../local/run.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { listTree } from './list-tree.ts';

const people = ['person', 'succeeds', 'incoming', 'outgoing'];

/** The same data about people with ids of their own, so that what one test tells of them is none of another's. */
const aboutOthers = (data: CloudEvent['data'], subject: string): CloudEvent['data'] =>
  JSON.parse(
    JSON.stringify(data, (key, value) =>
      people.includes(key) ? { ...value, id: `${subject}-${value.id ?? 'person'}` } : value,
    ),
  );

/** What is posted: an event of examples/ under a subject and ids of a test's own, so that one stack serves many tests. */
export const eventOf = (
  event: CloudEvent,
  subject: string,
  data: Partial<CloudEvent['data']> = {},
): CloudEvent => ({
  ...event,
  id: `${subject}-${event.id}`,
  subject,
  data: aboutOthers(
    {
      ...event.data,
      ...data,
      replaces: (data.replaces ?? event.data.replaces).map((id) => `${subject}-${id}`),
    },
    subject,
  ),
});

/** What is run: the sources of a configuration, with a secret each. */
export interface Staged {
  assemblyDirectory: string;
  stackName: string;
  sources: Readonly<Record<string, Source>>;
  secrets: Readonly<Record<string, string>>;
}

/** The sources of config/, with their development secrets. */
export const stagedForAll = (): Staged => ({
  assemblyDirectory: inject('assemblyDirectory'),
  stackName: inject('stackName'),
  sources: readConfig().sources,
  secrets: developmentSecrets(),
});

/** A stack that runs what would be deployed, with what tests ask of it. */
export const runStack = async (settleSeconds = 0.3, staged = stagedForAll()) => {
  const { assemblyDirectory, stackName, sources, secrets } = staged;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazette-stack-'));
  const stack: Stack = await startStack({
    assemblyDirectory,
    stackName,
    dataDirectory,
    port: 0,
    settleSeconds,
    retrySeconds: 0.2,
    secrets,
  });
  const ledger = stack.buckets.ledger.directory;
  const path = (key: string): string => join(ledger, key);

  /** Posts bytes as a source would that signs by its scheme. */
  const send = (
    source: string,
    delivery: { id: string; bytes: Buffer; contentType?: string },
  ): Promise<Answer> => {
    const [known, secret] = [sources[source], secrets[source]];
    if (known === undefined || secret === undefined) throw new Error(`There is no source ${source}`);
    return postEvent(stack.baseUrl, { source, secret, scheme: schemeOf(known), ...delivery });
  };

  return {
    ...stack,
    send,
    post: (event: CloudEvent): Promise<Answer> =>
      send(event.source.split('/')[1] ?? '', { id: event.id, bytes: Buffer.from(JSON.stringify(event)) }),
    /** Every object of both buckets, every mail and every line of a log, by where it is. */
    everything: async (): Promise<Map<string, string>> => {
      const objects = Object.values(stack.buckets).flatMap(({ directory }) =>
        listTree(directory).map((key): [string, string] => [key, readFileSync(join(directory, key), 'utf8')]),
      );
      const mails = (await stack.mails()).map((mail): [string, string] => [
        `mail ${mail.id}`,
        JSON.stringify(mail),
      ]);
      const lines = stack.logs.map(({ source, text }, n): [string, string] => [
        `log ${n} of ${source}`,
        text,
      ]);
      // A name of an object may tell as much as what is in it.
      return new Map([...objects, ...mails, ...lines].map(([where, text]) => [where, `${where}\n${text}`]));
    },
    /** The keys of the ledger below a prefix, in order. */
    keys: (prefix = 'releases/'): string[] => listTree(ledger).filter((key) => key.startsWith(prefix)),
    text: (key: string): string => readFileSync(path(key), 'utf8'),
    fact: <S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> =>
      v.parse(schema, JSON.parse(readFileSync(path(key), 'utf8'))),
    /** Waits for a key of the ledger. */
    key: (key: string): Promise<string> =>
      waitFor(key, () => (listTree(ledger).includes(key) ? key : undefined)),
    /** Waits for the newest mail with a link to somebody that is not among those already seen, and begins as is said. */
    link: (address: string, seen: ReadonlySet<string> = new Set(), begins = ''): Promise<string> =>
      waitFor(`a link to ${address}`, async () => {
        const mails = (await stack.mails()).filter(
          (mail: LocalMail) =>
            mail.to.some((to) => to.includes(address)) && !seen.has(mail.id) && mail.text.startsWith(begins),
        );
        return mails.map(linkIn).findLast((link) => link !== undefined);
      }),
    open: (address: string, link: string) => openDraft(stack, address, link),
    stop: async (): Promise<void> => {
      await stack.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};

export type RunningStack = Awaited<ReturnType<typeof runStack>>;
