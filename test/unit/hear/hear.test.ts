import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageHandler } from '../../../functions/adapters/work-queue.ts';
import { deskKeys } from '../../../functions/domain/desk-keys.ts';
import { type DraftMailKind, mailFateSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { unreachedOf } from '../../../functions/domain/mail-reach.ts';
import { openUntil, parseOpenKey } from '../../../functions/domain/open-marker.ts';
import { releaseMark } from '../../../functions/domain/release.ts';
import { makeWork } from '../../../functions/hear/handler.ts';
import { readRequiredFact } from '../../../functions/ports/ledger.ts';
import type { LogFields } from '../../../functions/ports/log.ts';
import { listRelease } from '../../../functions/ports/release.ts';
import { Killed, killAfter } from '../../support/killer.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const release = 'halden-optics.marcus-thiele';
const approver = 'ana-delgado';
const messageId = '0100018d-example-000000';
const at = '2026-11-17T18:20:00Z';

const bounced = { told: 'bounced', type: 'Permanent', subType: 'NoEmail', messageId, at };
const complained = { told: 'complained', messageId, at };
const rejected = { told: 'rejected', messageId, at };
const delayed = { told: 'delayed', type: 'MailboxFull', messageId, at };

interface Asked {
  kind?: DraftMailKind;
  to?: { approver: string } | { operations: true } | object;
}

/** A mail that was sent, and hear beside it. */
const afterSending = ({ kind = 'ask', to = { approver } }: Asked = {}) => {
  const id = mailIds.of(kind, 1, 'approver' in to ? String(to.approver) : undefined);
  const ledger = memoryLedger(
    new Map([
      [keys.mail(release, id), JSON.stringify({ kind, draft: 1, ...to, askedAt: '2026-11-17T18:19:00Z' })],
    ]),
  );
  const desk = memoryDesk(new Map([[deskKeys.message(messageId), JSON.stringify({ release, mail: id })]]));
  const lines: { level: string; code: string; fields: LogFields }[] = [];
  const ports = {
    ledger,
    desk,
    log: (level: string, code: string, fields: LogFields = {}) => void lines.push({ level, code, fields }),
  };
  return {
    ports,
    lines,
    hear: (told: object) => makeWork(ports)(JSON.stringify(told)),
    told: () => [...ledger.facts.keys()].filter((key) => !key.endsWith('.mail.json')),
    due: async () => (await desk.list('open/', openUntil(new Date(at)))).map(parseOpenKey),
    unreached: async () => {
      const draft = { draft: 1, approvers: [{ id: approver, name: 'Ana', title: 'Counsel' }] };
      return [...unreachedOf(draft, await listRelease(ledger, release)).keys()];
    },
    id,
  };
};

describe('what SES tells of a mail', () => {
  it.each([
    ['a permanent bounce', bounced, 'bounced'],
    [
      'a bounce off the list of suppressed addresses',
      { ...bounced, subType: 'OnAccountSuppressionList' },
      'bounced',
    ],
    ['a complaint', complained, 'complained'],
    ['a rejection', rejected, 'rejected'],
  ] as const)(
    '%s says that the approver is not reached, and makes the release due at once',
    async (_, told, fate) => {
      const { hear, ports, id, due, unreached, lines } = afterSending();
      await hear(told);
      const fact = await readRequiredFact(ports.ledger, keys.mailFate(release, id, fate), mailFateSchema);
      expect(fact).toMatchObject({ fate, messageId, at: '2026-11-17T18:20:00.000Z' });
      expect(await due()).toEqual([{ due: '2026-11-17T18:20:00.000Z', release, draft: 1 }]);
      expect(await unreached()).toEqual([approver]);
      expect(lines.map(({ level, code }) => `${level} ${code}`)).toEqual(['WARN APPROVER_UNREACHABLE']);
    },
  );

  it.each([
    ['a delay', delayed, 'delayed', 'MailboxFull'],
    [
      'a full mailbox',
      { ...bounced, type: 'Transient', subType: 'MailboxFull' },
      'soft-bounced',
      'Transient/MailboxFull',
    ],
    [
      'a bounce that nobody understands',
      { ...bounced, type: 'Undetermined', subType: 'Undetermined' },
      'soft-bounced',
      'Undetermined/Undetermined',
    ],
  ] as const)('%s is recorded, and nobody counts as unreached for it', async (_, told, fate, kind) => {
    const { hear, ports, id, due, unreached, lines } = afterSending();
    await hear(told);
    const fact = await readRequiredFact(ports.ledger, keys.mailFate(release, id, fate), mailFateSchema);
    expect(fact.kind).toBe(kind);
    expect(await due()).toEqual([]);
    expect(await unreached()).toEqual([]);
    expect(lines.map(({ level }) => level)).toEqual(['INFO']);
  });

  it('a soft bounce does not hide the permanent one that follows', async () => {
    const { hear, unreached } = afterSending();
    await hear({ ...bounced, type: 'Transient', subType: 'General' });
    await hear(bounced);
    expect(await unreached()).toEqual([approver]);
  });

  it.each([
    ['the owner', { kind: 'escalation', to: {} }],
    ['whoever runs Gazette', { kind: 'at-risk', to: { operations: true } }],
  ] as const)('a lost mail to %s is no approver who cannot be reached', async (_, asked) => {
    const { hear, told, lines } = afterSending(asked);
    await hear(bounced);
    expect(told()).toHaveLength(1);
    expect(lines.map(({ code }) => code)).toEqual(['MAIL_NOT_DELIVERED']);
  });

  it('a log line holds ids, the mark of the release and words of SES, and no name', async () => {
    const { hear, lines } = afterSending();
    await hear(bounced);
    const [line] = lines;
    expect(line?.fields).toEqual({
      release: releaseMark(release),
      draft: 1,
      kind: 'ask',
      fate: 'bounced',
      messageId,
    });
  });

  it('heard again changes nothing, and the first fact stands', async () => {
    const { hear, ports, told, due } = afterSending();
    await hear(bounced);
    const [facts, papers] = [new Map(ports.ledger.facts), new Map(ports.desk.papers)];
    await hear(bounced);
    await hear({ ...bounced, subType: 'General' });
    expect(ports.ledger.facts).toEqual(facts);
    expect(ports.desk.papers).toEqual(papers);
    expect([told().length, (await due()).length]).toEqual([1, 1]);
  });

  it('is the same in the end wherever the process was killed', async () => {
    const whole = afterSending();
    await whole.hear(bounced);
    for (let limit = 1; limit <= 4; limit += 1) {
      const { ports } = afterSending();
      const killer = killAfter(limit);
      const dying = { ...ports, ledger: killer.wrap(ports.ledger), desk: killer.wrap(ports.desk) };
      await expect(makeWork(dying)(JSON.stringify(bounced))).rejects.toThrow(Killed);
      await makeWork(ports)(JSON.stringify(bounced));
      expect(ports.ledger.facts).toEqual(whole.ports.ledger.facts);
      expect(ports.desk.papers).toEqual(whole.ports.desk.papers);
    }
  });
});

describe('what hear does not take', () => {
  it('a message that the desk does not know is tried again, since notify may not have written it yet', async () => {
    const { hear, ports, told } = afterSending();
    const paper = ports.desk.papers.get(deskKeys.message(messageId)) ?? '';
    ports.desk.papers.clear();
    await expect(hear(bounced)).rejects.toThrow('no message of this id');
    expect(told()).toEqual([]);
    ports.desk.papers.set(deskKeys.message(messageId), paper);
    await hear(bounced);
    expect(told()).toHaveLength(1);
  });

  it.each([
    ['an address where a word of SES belongs', { ...bounced, subType: 'ana@example.com' }],
    ['a field that is not passed on', { ...bounced, destination: ['ana@example.com'] }],
    ['a kind of event that nobody asked for', { told: 'opened', messageId, at }],
    ['an id that is no id', { ...complained, messageId: '../links/x' }],
  ])('%s is refused before anything is read or written', async (_, told) => {
    const { ports } = afterSending();
    const killer = killAfter(1);
    const work = makeWork({ ...ports, ledger: killer.wrap(ports.ledger), desk: killer.wrap(ports.desk) });
    await expect(work(JSON.stringify(told))).rejects.toThrow();
    expect(killer.calls()).toBe(0);
  });

  it('whatever text arrives, the log tells the class of the error and nothing of the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 12 }), async (body) => {
        const { ports, lines } = afterSending();
        const record = {
          messageId: 'm',
          receiptHandle: '',
          body,
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: '0',
            SenderId: '',
            ApproximateFirstReceiveTimestamp: '0',
          },
          messageAttributes: {},
          md5OfBody: '',
          eventSource: 'aws:sqs',
          eventSourceARN: '',
          awsRegion: '',
        };
        const answer = await messageHandler(makeWork(ports), ports.log)({ Records: [record] });
        expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'm' }]);
        expect(JSON.stringify(lines)).not.toContain(JSON.stringify(body).slice(1, -1));
      }),
    );
  });
});
