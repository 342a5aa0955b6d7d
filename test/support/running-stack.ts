import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { inject } from 'vitest';
import type { CloudEvent } from '../../functions/domain/event.ts';
import { linkIn, openDraft, waitFor } from '../../local/approve.ts';
import type { LocalMail } from '../../local/mail.ts';
import { type Answer, postEvent } from '../../local/post-event.ts';
import { developmentSecrets } from '../../local/run.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { listTree } from './list-tree.ts';

const secrets = developmentSecrets();

/** What is posted: an event of examples/ under a subject and ids of a test's own, so that one stack serves many tests. */
export const eventOf = (
  event: CloudEvent,
  subject: string,
  data: Partial<CloudEvent['data']> = {},
): CloudEvent => ({
  ...event,
  id: `${subject}-${event.id}`,
  subject,
  data: {
    ...event.data,
    ...data,
    replaces: (data.replaces ?? event.data.replaces).map((id) => `${subject}-${id}`),
  },
});

/** A stack that runs what would be deployed, with what tests ask of it. */
export const runStack = async (settleSeconds = 0.3) => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazette-stack-'));
  const stack: Stack = await startStack({
    assemblyDirectory: inject('assemblyDirectory'),
    stackName: inject('stackName'),
    dataDirectory,
    port: 0,
    settleSeconds,
    retrySeconds: 0.2,
    secrets,
  });
  const ledger = stack.buckets.ledger.directory;
  const path = (key: string): string => join(ledger, key);

  return {
    ...stack,
    post: (event: CloudEvent): Promise<Answer> => {
      const source = event.source.split('/')[1] ?? '';
      const bytes = Buffer.from(JSON.stringify(event));
      return postEvent(stack.baseUrl, { source, secret: secrets[source] ?? '', id: event.id, bytes });
    },
    /** The keys of the ledger below a prefix, in order. */
    keys: (prefix = 'releases/'): string[] => listTree(ledger).filter((key) => key.startsWith(prefix)),
    text: (key: string): string => readFileSync(path(key), 'utf8'),
    fact: <S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> =>
      v.parse(schema, JSON.parse(readFileSync(path(key), 'utf8'))),
    /** Waits for a key of the ledger. */
    key: (key: string): Promise<string> =>
      waitFor(key, () => (listTree(ledger).includes(key) ? key : undefined)),
    /** Waits for the newest mail with a link to somebody that is not among those already seen. */
    link: (address: string, seen: ReadonlySet<string> = new Set()): Promise<string> =>
      waitFor(`a link to ${address}`, async () => {
        const mails = (await stack.mails()).filter(
          (mail: LocalMail) => mail.to.some((to) => to.includes(address)) && !seen.has(mail.id),
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
