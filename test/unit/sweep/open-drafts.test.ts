import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import type { UnsealedDraft } from '../../../functions/domain/draft.ts';
import { type Decision, draftMailSchema, outcomeSchema } from '../../../functions/domain/facts.ts';
import { keys, type MailFate } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { endFrozen, freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact, readFact } from '../../../functions/ports/ledger.ts';
import { listRelease } from '../../../functions/ports/release.ts';
import { makeHandler } from '../../../functions/sweep/handler.ts';
import { company, draftOf, putDraft, putEvent, release, unconfirmed } from '../../support/draft.ts';
import { type MemoryDesk, memoryDesk } from '../../support/memory-desk.ts';
import { type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { makeClock } from '../../support/office.ts';

let ledger: MemoryLedger;
let desk: MemoryDesk;
let clock: ReturnType<typeof makeClock>;
let logged: string[];

beforeEach(() => {
  ledger = memoryLedger();
  desk = memoryDesk();
  clock = makeClock();
  logged = [];
});

const sweep = (profile: Company = company, scope: 'due' | 'ledger' = 'ledger') =>
  makeHandler({
    ledger,
    desk,
    queues: { draft: async () => {}, notify: async () => {}, publish: async () => {} },
    companies: new Map([[profile.id, profile]]),
    now: clock.now,
    log: (_, code, fields) => logged.push(`${code} ${fields?.['reasons'] ?? ''}`.trim()),
  })({ scope });

const begin = async (changes: Partial<UnsealedDraft> = {}) => {
  const draft = await putDraft(ledger, draftOf(changes));
  const files = ['exhibit99-1.txt', 'exhibit99-1.htm', 'exhibit99-1.docx', 'form8-k.htm'];
  for (const file of files) await ledger.put(keys.draftFile(release, draft.draft, file), file);
  return draft;
};

const approve = async (approver: string, sha256: string, round = 1): Promise<void> => {
  const decision: Decision = {
    decision: 'approve',
    approver,
    draft: 1,
    sha256,
    decidedAt: clock.now().toISOString(),
  };
  await putFact(ledger, keys.decision(release, 1, approver, round), decision);
};

const approveAll = async (sha256: string): Promise<void> => {
  for (const approver of ['margaret-osei', 'helen-marsh', 'robert-ines']) await approve(approver, sha256);
};

const comesBack = (approver: string, fate: MailFate) =>
  putFact(ledger, keys.mailFate(release, mailIds.of('ask', 1, approver), fate), {});

const mailsOf = async (kind: string): Promise<string[]> =>
  [...(await listRelease(ledger, release)).mails].filter((id) => id.startsWith(kind)).sort();
const outcome = (draft = 1) => readFact(ledger, keys.outcome(release, draft), outcomeSchema);
const hours = (count: number): void => clock.pass(count * 60);

const awayFor = (...absent: string[]): Company => ({
  ...company,
  approvers: company.approvers.map((approver) => ({
    ...approver,
    absences: absent.includes(approver.id) ? [{ from: '2002-06-07', until: '2002-06-20' }] : [],
  })),
});

describe('a draft whose time is over', () => {
  it('ends as expired, and whoever was asked and the owner and whoever runs Gazette are told', async () => {
    await begin();
    await sweep();
    hours(93);
    await sweep();
    expect(await outcome()).toBeUndefined();
    hours(1);
    await sweep();
    expect(await outcome()).toMatchObject({ outcome: 'expired', by: 'sweep', counted: [] });
    expect(await mailsOf('expired')).toEqual(['expired-0001', 'expired-0001-operations']);
    expect(await mailsOf('no-action')).toHaveLength(5);
  });

  it('is approved where the last decision came in time, however late sweep comes', async () => {
    const { sha256 } = await begin();
    await sweep();
    hours(93);
    await approveAll(sha256);
    hours(10);
    await sweep();
    expect((await outcome())?.outcome).toBe('approved');
  });

  it('is not approved by a decision that came too late', async () => {
    const { sha256 } = await begin();
    hours(94);
    await approveAll(sha256);
    await sweep();
    expect((await outcome())?.outcome).toBe('expired');
  });

  it('lets a cooling-off time that began before run to its end', async () => {
    const { sha256 } = await begin({ coolingOffMinutes: 60 });
    hours(93.5);
    await approveAll(sha256);
    hours(0.5);
    await sweep();
    expect(await outcome()).toBeUndefined();
    hours(0.5);
    await sweep(company, 'due');
    expect((await outcome())?.outcome).toBe('approved');
  });
});

describe('an open draft', () => {
  it('is looked at next when something is due, and not before', async () => {
    await begin();
    await sweep();
    desk.papers.clear();
    for (const mail of (await listRelease(ledger, release)).mails)
      await putFact(ledger, keys.sent(release, mail), {
        result: 'sent',
        messageId: 'm',
        at: clock.now().toISOString(),
      });
    await sweep();
    // The reminder is planned for two in the morning in New York, and decisions are due at six.
    expect([...desk.papers.keys()]).toEqual([`open/2002-06-07T00:30:00.000Z~${release}~0001`]);
  });

  it('is escalated once, to the owner and to whoever runs Gazette', async () => {
    await begin();
    hours(20);
    await sweep();
    await sweep();
    expect(await mailsOf('escalation')).toEqual(['escalation-0001', 'escalation-0001-operations']);
    const mail = await readFact(ledger, keys.mail(release, 'escalation-0001-operations'), draftMailSchema);
    expect(mail).toMatchObject({ kind: 'escalation', operations: true });
  });

  it('that can pass warns nobody', async () => {
    await begin();
    await sweep();
    expect(await mailsOf('at-risk')).toEqual([]);
    expect(logged.filter((line) => line.includes('RISK'))).toEqual([]);
  });
});

describe('a draft that may not pass in time', () => {
  it('is told to the owner and to whoever runs Gazette before anything is late, and logged for the alarm', async () => {
    await begin();
    await sweep(awayFor('margaret-osei', 'daniel-frost'));
    expect(await mailsOf('at-risk')).toEqual(['at-risk-0001-absent', 'at-risk-0001-operations-absent']);
    expect(logged).toContain('RELEASE_AT_RISK absent');
  });

  it('is told of each kind of reason once', async () => {
    await begin();
    await sweep(awayFor('margaret-osei', 'daniel-frost'));
    await sweep(awayFor('margaret-osei', 'daniel-frost'));
    expect(logged.filter((line) => line.includes('RISK'))).toHaveLength(1);
    await comesBack('helen-marsh', 'bounced');
    await sweep(awayFor('margaret-osei', 'daniel-frost'));
    expect(await mailsOf('at-risk-0001-operations')).toEqual([
      'at-risk-0001-operations-absent',
      'at-risk-0001-operations-unreachable',
    ]);
  });

  it.each(['bounced', 'complained', 'rejected'] as const)(
    'for a mail that was %s rings the alarm, though others suffice',
    async (fate) => {
      await begin();
      await comesBack('daniel-frost', fate);
      await sweep();
      expect(logged).toContain('RELEASE_AT_RISK unreachable');
      expect(await mailsOf('at-risk')).toHaveLength(2);
    },
  );

  it('for its own errors is told to the owner alone', async () => {
    await begin(unconfirmed);
    await sweep();
    expect(await mailsOf('at-risk')).toEqual(['at-risk-0001-errors']);
    expect(logged.filter((line) => line.includes('RISK'))).toEqual([]);
  });

  it('is overdue once decisions were due', async () => {
    await begin();
    await sweep();
    hours(22);
    await sweep(company, 'due');
    expect(await mailsOf('at-risk-0001-operations')).toEqual(['at-risk-0001-operations-late-decisions']);
  });

  it('warns nobody where a newer event is to end it', async () => {
    await begin();
    await putEvent(ledger, 'hr~evt-2');
    await sweep(awayFor('margaret-osei', 'daniel-frost'));
    expect(await mailsOf('at-risk')).toEqual([]);
  });
});

describe('a release that is frozen', () => {
  const freeze = () => freezeRelease({ ledger, now: clock.now }, release, 'daniel-frost');

  it('has its draft ended and is told of, where the freeze was cut off at the gate', async () => {
    await begin();
    await putFact(ledger, keys.gate(release, 1), {
      gate: 'frozen',
      by: 'daniel-frost',
      at: clock.now().toISOString(),
    });
    expect(await sweep()).toMatchObject({ mended: 1 });
    expect(await outcome()).toMatchObject({ outcome: 'frozen', by: 'daniel-frost' });
    expect(await mailsOf('frozen')).toEqual([
      'frozen-0001',
      'frozen-0001-daniel-frost',
      'frozen-0001-operations',
    ]);
  });

  it('has a draft ended that was on its way when it was frozen', async () => {
    await begin();
    await freeze();
    await begin({ draft: 2 });
    await sweep();
    expect((await outcome(2))?.outcome).toBe('frozen');
    expect(await mailsOf('ask-0002')).toEqual([]);
  });

  it('has such a draft ended also where it was thawed before sweep came', async () => {
    await begin();
    await freeze();
    await begin({ draft: 2 });
    await stepGate(ledger, release, { gate: 'thawed', by: 'operations', at: clock.now().toISOString() });
    await sweep();
    expect(await outcome(2)).toMatchObject({ outcome: 'frozen', by: 'daniel-frost' });
  });

  it('is left alone where it was thawed since sweep listed it, and has a newer draft', async () => {
    await begin();
    await freeze();
    await stepGate(ledger, release, { gate: 'thawed', by: 'operations', at: clock.now().toISOString() });
    await begin({ draft: 2, createdAt: '2002-06-06T12:05:00.000Z' });
    await endFrozen({ ledger, now: clock.now }, release, {
      by: 'daniel-frost',
      at: clock.now().toISOString(),
    });
    expect(await outcome(2)).toBeUndefined();
  });

  it.each([
    [23, 'hourly for a day', '2002-06-07T12:00:00.000Z'],
    [24, 'and daily from then on', '2002-06-08T12:00:00.000Z'],
  ])('is looked at after %i hours %s, and nothing is due on it but its mails', async (passed, _, next) => {
    await begin();
    await freeze();
    for (const mail of (await listRelease(ledger, release)).mails)
      await putFact(ledger, keys.sent(release, mail), {
        result: 'sent',
        messageId: 'm',
        at: clock.now().toISOString(),
      });
    hours(passed);
    await sweep();
    expect([...desk.papers.keys()].filter((key) => key.startsWith('open/'))).toEqual([
      `open/${next}~${release}~0001`,
    ]);
    expect(await mailsOf('escalation')).toEqual([]);
  });
});

describe('a release that stays frozen with mails that wait', () => {
  it('has its draft read no oftener for each of them', async () => {
    const { sha256 } = await begin();
    await approveAll(sha256);
    await freezeRelease({ ledger, now: clock.now }, release, 'daniel-frost');
    const readsWith = async (count: number): Promise<number> => {
      for (let round = 1; round <= count; round += 1)
        await putFact(ledger, keys.mail(release, mailIds.of('receipt', 1, 'helen-marsh', round)), {
          kind: 'receipt',
          draft: 1,
          approver: 'helen-marsh',
          askedAt: clock.now().toISOString(),
        });
      hours(24);
      const read = vi.spyOn(ledger, 'get');
      await sweep();
      const drafts = read.mock.calls.filter(([key]) => key === keys.draft(release, 1));
      read.mockRestore();
      return drafts.length;
    };
    const few = await readsWith(1);
    expect(await readsWith(8)).toBe(few);
  });
});

describe('somebody who leaves while a draft is open', () => {
  const leaves = {
    begins: '2002-06-06T22:00:00.000Z',
    ends: '2002-06-08T04:00:00.000Z',
    until: '2002-06-07',
  };
  const delegations = [{ approver: 'margaret-osei', delegate: 'helen-marsh', ...leaves }];
  const legal = () => draftOf().groups.filter(({ id }) => id === 'legal');

  it('is stood in for as soon as sweep comes, by a mail to the delegate, and is told', async () => {
    await begin({ delegations, groups: legal() });
    await sweep();
    expect(await mailsOf('ask-')).toEqual(['ask-0001-daniel-frost', 'ask-0001-margaret-osei']);
    clock.pass(9 * 60 + 59);
    expect(await sweep(company, 'due')).toMatchObject({ releases: expect.any(Number) });
    expect(await mailsOf('delegated-')).toEqual([]);
    clock.pass(1);
    expect(await sweep(company, 'due')).toMatchObject({ releases: 1 });
    expect(await mailsOf('ask-')).toContain('ask-0001-helen-marsh');
    expect(await mailsOf('delegated-')).toEqual(['delegated-0001-margaret-osei']);
  });

  it('is asked by themselves where they are back when their stage opens', async () => {
    const groups = draftOf().groups.map((group) => ({ ...group, stage: group.id === 'legal' ? 2 : 1 }));
    const { sha256 } = await begin({ delegations, groups });
    hours(12);
    await sweep();
    hours(30);
    for (const approver of ['helen-marsh', 'robert-ines']) await approve(approver, sha256);
    await sweep();
    expect(await mailsOf('ask-')).toContain('ask-0001-margaret-osei');
    expect(await mailsOf('delegated-')).toEqual([]);
  });
});
