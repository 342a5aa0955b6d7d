import type fc from 'fast-check';
import type { Company } from '../../../functions/domain/company.ts';
import { eventFactSchema } from '../../../functions/domain/event.ts';
import { gateSchema, mailSchema } from '../../../functions/domain/facts.ts';
import { keys, parseKey } from '../../../functions/domain/keys.ts';
import { personOf } from '../../../functions/domain/persons.ts';
import { makeWork as makeDraftWork } from '../../../functions/draft/handler.ts';
import { makeWork as makeNotifyWork } from '../../../functions/notify/handler.ts';
import { type Ledger, type LedgerPages, readRequiredFact } from '../../../functions/ports/ledger.ts';
import type { WorkQueues } from '../../../functions/ports/queues.ts';
import { listRelease } from '../../../functions/ports/release.ts';
import { makeWork as makePublishWork } from '../../../functions/publish/handler.ts';
import { makeHandler as makeSweep } from '../../../functions/sweep/handler.ts';
import { killAfter } from '../../support/killer.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { baseUrl, makeClock, operations, repeatableBytes } from '../../support/office.ts';
import { templates } from '../../support/templates.ts';
import { headerAsWordFile } from '../../support/word-file.ts';

export interface Message {
  queue: keyof WorkQueues;
  key: string;
}

const queueOf = (key: string): Message['queue'] | undefined => {
  if (key.endsWith('.event.json')) return 'draft';
  if (key.endsWith('.mail.json')) return 'notify';
  return key.endsWith('/outcome.json') ? 'publish' : undefined;
};

/** All of Gazette in memory: the real handlers, whose every call of a port waits for its turn, and S3 that tells the queues. */
export const makeWorld = (scheduler: fc.Scheduler, company: Company) => {
  const clock = makeClock('2002-06-06T13:00:00.000Z');
  const facts = memoryLedger(new Map(), clock.now);
  const [desk, bytes] = [memoryDesk(), repeatableBytes()];
  const messages: Message[] = [];
  const breaches: string[] = [];
  const writes = new Map<string, number>();
  let isCalm = false;

  const stepsOf = async (release: string): Promise<number> => (await listRelease(facts, release)).gates;
  const gateOf = async (release: string): Promise<string | undefined> => {
    const gates = await stepsOf(release);
    return gates === 0
      ? undefined
      : (await readRequiredFact(facts, keys.gate(release, gates), gateSchema)).gate;
  };

  /** The ledger, as S3 tells of it: every first write of a fact that somebody waits for becomes a message. */
  const ledger: Ledger & LedgerPages = {
    ...facts,
    put: async (key, body, contentType) => {
      const parts = parseKey(key);
      const isPublication = parts?.fact === 'published' || parts?.fact === 'published-file';
      if (isPublication && (await gateOf(parts.release)) !== 'published')
        breaches.push(`${key} was written though the gate was not open`);
      const result = await facts.put(key, body, contentType);
      if (result === 'exists') return result;
      writes.set(key, (writes.get(key) ?? 0) + 1);
      const queue = queueOf(key);
      if (queue !== undefined) messages.push({ queue, key });
      return result;
    },
  };

  /** A process that may die after so many calls; each of its calls waits until it is its turn. */
  const start = (life = Number.POSITIVE_INFINITY) => {
    const { wrap } = killAfter(life);
    const inTurn = <T extends object>(port: T): T =>
      new Proxy(wrap(port), {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function') return member;
          return async (...args: unknown[]): Promise<unknown> => {
            if (!isCalm) await scheduler.schedule(Promise.resolve(), String(name));
            return member.apply(target, args);
          };
        },
      });
    return {
      ledger: inTurn(ledger),
      desk: inTurn(desk),
      inTurn,
      companies: new Map([[company.id, company]]),
      now: clock.now,
      log: () => {},
    };
  };
  type Process = ReturnType<typeof start>;

  /** Those whom an event of a release is about, as it stood when a mail was begun. */
  const subjectsOf = async (release: string): Promise<Set<string | undefined>> => {
    const { events } = await listRelease(facts, release);
    const read = events.map((event) =>
      readRequiredFact(facts, `${keys.release(release)}events/${event}.event.json`, eventFactSchema),
    );
    return new Set(
      (await Promise.all(read)).flatMap(({ data }) => data.acts.map((act) => personOf(act)?.id)),
    );
  };

  const notify = async ({ inTurn, ...ports }: Process, key: string): Promise<void> => {
    const { release = '' } = parseKey(key) ?? {};
    const [subjects, gate] = [await subjectsOf(release), await gateOf(release)];
    const steps = await stepsOf(release);
    const ask = await readRequiredFact(facts, key, mailSchema);
    const mailer = {
      send: async ({ to }: { to: { email: string } }): Promise<string> => {
        const id = company.approvers.find(({ email }) => email === to.email)?.id;
        if (id !== undefined && subjects.has(id)) breaches.push(`${id} was mailed, whom ${release} is about`);
        const isFrozen = gate === 'frozen' && (await stepsOf(release)) === steps;
        // That it is frozen, and that whoever was asked need not act any more.
        const tellsOfIt = ask.kind === 'frozen' || ask.kind === 'no-action';
        if (isFrozen && !tellsOfIt && to.email !== operations.email)
          breaches.push(`${key} was sent though its release was frozen`);
        return 'message';
      },
    };
    await makeNotifyWork({
      ...ports,
      mailer: inTurn(mailer),
      operations,
      templates,
      baseUrl,
      sender: 'no-reply@gazette.example.com',
      randomBytes: bytes,
    })(key);
  };

  const work = async (process: Process, { queue, key }: Message): Promise<void> => {
    const massChange = { releases: 10, minutes: 60 };
    if (queue === 'notify') await notify(process, key);
    else if (queue === 'publish') await makePublishWork(process)(key);
    else await makeDraftWork({ ...process, templates, massChange, wordFile: headerAsWordFile })(key);
  };

  const sweep = async (process: Process, scope: 'due' | 'ledger'): Promise<void> => {
    const put =
      (queue: Message['queue']) =>
      async (key: string): Promise<void> => {
        messages.push({ queue, key });
      };
    const queues = { draft: put('draft'), notify: put('notify'), publish: put('publish') };
    await makeSweep({ ...process, queues: process.inTurn(queues) })({ scope });
  };

  return {
    facts,
    desk,
    messages,
    breaches,
    writes,
    clock,
    company,
    start,
    work,
    sweep,
    gateOf,
    beCalm: () => {
      isCalm = true;
    },
  };
};

export type World = ReturnType<typeof makeWorld>;
