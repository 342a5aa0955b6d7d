import { describe, expect, it } from 'vitest';
import { ownerReader } from '../../../functions/domain/company.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import { type MailAsk, sentSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { putFact, readFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { draftOf, putEvent, recusing, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';

/** While everything in these tests goes on. */
const stoodIn = { begins: '2002-06-01T04:00:00.000Z', ends: '2002-06-11T04:00:00.000Z' };

type Ask = Omit<MailAsk, 'askedAt' | 'draft'>;

const margaret = 'margaret-osei';
const askedAt = '2002-06-06T12:00:00.000Z';

/** Why notify does not send a mail; undefined where it does. */
const reasonFor = async (office: Office, ask: Ask): Promise<string | undefined> => {
  const reader = ask.operations ? 'operations' : ask.approver;
  const number = ['code', 'receipt', 'taken-back', 'cooling'].includes(ask.kind) ? 1 : undefined;
  const key = keys.mail(release, mailIds.of(ask.kind, 1, reader, number));
  await putFact(office.facts, key, { ...ask, draft: 1, askedAt });
  await office.notify(key);
  const sent = await readFact(office.facts, key.replace('.mail.json', '.sent.json'), sentSchema);
  return sent?.result === 'not-needed' ? sent.reason : undefined;
};

const end = async (office: Office): Promise<void> => {
  const { sha256 } = office.draft;
  const outcome = { outcome: 'changes-requested', draft: 1, sha256, at: askedAt, by: 'helen-marsh' };
  await putFact(office.facts, keys.outcome(release, 1), outcome);
};

const away: Partial<Draft> = {
  delegations: [{ approver: margaret, delegate: 'daniel-frost', until: '2002-06-10', ...stoodIn }],
};

const approve = async (office: Office, ...approvers: string[]): Promise<void> => {
  const { sha256 } = office.draft;
  for (const approver of approvers) {
    const decision = { decision: 'approve', approver, draft: 1, sha256, decidedAt: askedAt };
    await putFact(office.facts, keys.decision(release, 1, approver), decision);
  }
};

describe('a mail about a draft that is open', () => {
  const kinds: readonly Ask[] = [
    { kind: 'ask', approver: margaret },
    { kind: 'delegated', approver: margaret },
    { kind: 'reminder', approver: margaret },
    { kind: 'escalation' },
    { kind: 'escalation', operations: true },
    { kind: 'at-risk' },
    { kind: 'at-risk', operations: true },
  ];

  it.each(kinds)('is not needed once the draft has ended: $kind', async (ask) => {
    const office = await openOffice({ draft: draftOf(away) });
    await end(office);
    expect(await reasonFor(office, ask)).toBe('draft-ended');
    expect(office.mails).toEqual([]);
  });

  it.each(['ask', 'delegated', 'reminder'] as const)(
    'is not needed once its reader has decided: %s',
    async (kind) => {
      const office = await openOffice({ draft: draftOf(away) });
      await approve(office, margaret);
      expect(await reasonFor(office, { kind, approver: margaret })).toBe('decided');
    },
  );

  it('is needed again once the reader has taken the decision back', async () => {
    const office = await openOffice();
    await approve(office, margaret);
    const step = { step: 'taken-back', draft: 1, approver: margaret, round: 1, at: askedAt };
    await putFact(office.facts, keys.step(release, 1, 1), step);
    expect(await reasonFor(office, { kind: 'reminder', approver: margaret })).toBeUndefined();
  });
});

describe('a mail to somebody of a later stage', () => {
  const staged = (): Draft =>
    draftOf({
      groups: draftOf().groups.map((group) => ({ ...group, stage: group.id === 'board' ? 2 : 1 })),
    });
  const ask = { kind: 'ask', approver: 'helen-marsh' } as const;
  const key = keys.sent(release, mailIds.of('ask', 1, 'helen-marsh'));

  it('that asks waits where an approval of the earlier one was taken back meanwhile, and goes out once it is their turn', async () => {
    const office = await openOffice({ draft: staged() });
    await approve(office, margaret);
    const step = { step: 'taken-back', draft: 1, approver: margaret, round: 1, at: askedAt };
    await putFact(office.facts, keys.step(release, 1, 1), step);
    expect(await reasonFor(office, ask)).toBeUndefined();
    expect([office.mails, office.facts.facts.has(key)]).toEqual([[], false]);
    await approve(office, 'daniel-frost');
    await office.deliver();
    expect(office.mails.map(({ to }) => to.name)).toEqual(['Helen Marsh']);
  });

  it('that asks waits where a newer event waits for its draft, and is not needed once that has ended this one', async () => {
    const office = await openOffice({ draft: staged() });
    await approve(office, margaret);
    await putEvent(office.facts, 'hr~evt-2');
    expect(await reasonFor(office, ask)).toBeUndefined();
    expect([office.mails, office.facts.facts.has(key)]).toEqual([[], false]);
    await end(office);
    await office.deliver();
    expect(await readFact(office.facts, key, sentSchema)).toMatchObject({ reason: 'draft-ended' });
  });

  it('that reminds is not needed when it is not their turn', async () => {
    const office = await openOffice({ draft: staged() });
    expect(await reasonFor(office, { kind: 'reminder', approver: 'helen-marsh' })).toBe('not-their-turn');
  });
});

describe('a mail that the time to take an approval back runs', () => {
  const ask = { kind: 'cooling', approver: margaret } as const;

  it('says until when, and is not needed once one was taken back or the time is over', async () => {
    const cooling = async () => {
      const office = await openOffice({ draft: draftOf({ coolingOffMinutes: 60 }) });
      await approve(office, margaret, 'helen-marsh', 'robert-ines');
      return office;
    };
    const office = await cooling();
    expect(await reasonFor(office, ask)).toBeUndefined();
    expect(office.mails.at(-1)?.text).toContain('June 6, 2002, 9:00 AM EDT');
    const open = await cooling();
    const step = { step: 'taken-back', draft: 1, approver: 'helen-marsh', round: 1, at: askedAt };
    await putFact(open.facts, keys.step(release, 1, 1), step);
    expect(await reasonFor(open, ask)).toBe('not-cooling');
    const late = await cooling();
    late.clock.pass(60);
    expect(await reasonFor(late, ask)).toBe('not-cooling');
  });
});

describe('an escalation', () => {
  it('counts who is awaited of those who are asked, by now', async () => {
    const office = await openOffice();
    await approve(office, margaret);
    expect(await reasonFor(office, { kind: 'escalation' })).toBeUndefined();
    expect(office.mails.at(-1)?.text).toContain('Of the 5 who are asked now, 3 have not decided.');
  });

  it('is not needed where nobody is awaited any more', async () => {
    const office = await openOffice({ draft: draftOf({ coolingOffMinutes: 60 }) });
    await approve(office, margaret, 'helen-marsh', 'robert-ines');
    expect(await reasonFor(office, { kind: 'escalation', operations: true })).toBe('decided');
  });
});

describe('a mail that a draft may not pass in time', () => {
  it('is not needed where by now it can', async () => {
    expect(await reasonFor(await openOffice(), { kind: 'at-risk', operations: true })).toBe('on-track');
  });

  it('tells in numbers what stands against it, and of nobody by name', async () => {
    const few = recusing('Margaret Osei');
    const draft = draftOf({
      ...few,
      groups: few.groups.map((group) => ({
        ...group,
        needed: group.approvers.length + group.recused.length,
      })),
    });
    const office = await openOffice({ draft });
    expect(await reasonFor(office, { kind: 'at-risk' })).toBeUndefined();
    const text = office.mails.at(-1)?.text ?? '';
    expect(text).toContain('cannot be approved in time');
    expect(text).toContain('- People of its groups who may not decide on it: 1');
    expect(text).not.toMatch(/recused|Osei/);
  });
});

describe('a mail about an end', () => {
  it.each(['withdrawn', 'no-action', 'outcome', 'expired'] as const)(
    'is not needed by an approver who never heard of the draft: %s',
    async (kind) => {
      const office = await openOffice();
      await end(office);
      expect(await reasonFor(office, { kind: 'ask', approver: margaret })).toBe('draft-ended');
      expect(await reasonFor(office, { kind, approver: margaret })).toBe('never-heard');
      expect(office.mails).toEqual([]);
    },
  );
});

/** The kinds of the mails that went out, in order. */
const kindsOf = (office: Office): unknown[] =>
  office.logged.flatMap(({ code, fields }) => (code === 'MAIL_SENT' ? [fields?.['kind']] : []));

describe('the end of a draft', () => {
  const helen = 'helen-marsh';
  const settle = async (office: Office): Promise<void> => {
    await settleDraft(office.ports, release, 1);
    await office.deliver();
  };
  const staged = (changes: Partial<Draft> = {}): Draft =>
    draftOf({
      groups: draftOf().groups.map((group) => ({ ...group, stage: group.id === 'board' ? 2 : 1 })),
      ...changes,
    });
  const ends = {
    expired: async (office: Office): Promise<void> => {
      office.clock.pass(5 * 24 * 60);
      await settle(office);
    },
    frozen: async (office: Office): Promise<void> => {
      await freezeRelease(office.ports, release, 'daniel-frost');
      await office.deliver();
    },
  };
  const whoNeedNotAct = ({ mails }: Office): string[] =>
    mails.filter(({ text }) => text.startsWith('You need not act')).map(({ to }) => to.name);

  it.each(['expired', 'frozen'] as const)(
    'is not told to those of a later stage whose mail waited for their turn: %s',
    async (how) => {
      const office = await openOffice({ draft: staged() });
      await settle(office);
      await approve(office, margaret);
      // Asked, but not delivered before the earlier stage is open again.
      await settleDraft(office.ports, release, 1);
      const step = { step: 'taken-back', draft: 1, approver: margaret, round: 1, at: askedAt };
      await putFact(office.facts, keys.step(release, 1, 1), step);
      await office.deliver();
      await ends[how](office);
      expect(whoNeedNotAct(office)).toEqual([how === 'expired' ? 'Daniel Frost' : 'Margaret Osei']);
      const told = await readFact(
        office.facts,
        keys.sent(release, mailIds.of('no-action', 1, helen)),
        sentSchema,
      );
      expect(told).toMatchObject({ reason: 'never-heard' });
    },
  );

  it('is told to whoever was not asked about it because their approval was carried over', async () => {
    const { sha256 } = draftOf();
    const carried = {
      decision: 'approve',
      approver: margaret,
      draft: 1,
      sha256,
      decidedAt: askedAt,
    } as const;
    const office = await openOffice({ draft: draftOf({ carried: [carried] }) });
    await end(office);
    expect(await reasonFor(office, { kind: 'outcome', approver: margaret })).toBeUndefined();
    expect(office.mails.map(({ to }) => to.name)).toEqual(['Margaret Osei']);
  });

  it.each(['expired', 'frozen'] as const)(
    'is told to somebody of a later stage who was asked in the place of another alone: %s',
    async (how) => {
      const leaves = {
        begins: '2002-06-06T13:00:00.000Z',
        ends: '2002-06-20T04:00:00.000Z',
        until: '2002-06-19',
      };
      const delegations = [{ approver: margaret, delegate: helen, ...leaves }];
      const office = await openOffice({ draft: staged({ delegations }) });
      await settle(office);
      office.clock.pass(61);
      await settle(office);
      expect(office.facts.facts.has(keys.mail(release, mailIds.standIn(1, helen, margaret)))).toBe(true);
      expect(office.facts.facts.has(keys.mail(release, mailIds.of('ask', 1, helen)))).toBe(false);
      await ends[how](office);
      expect(whoNeedNotAct(office)).toContain('Helen Marsh');
    },
  );
});

describe('while a release is frozen', () => {
  const thaw = (office: Office): Promise<unknown> =>
    putFact(office.facts, keys.gate(release, 2), { gate: 'thawed', by: 'operations', at: askedAt });

  it('nobody is mailed about it, but that it is: its owner, whoever runs Gazette, and who said so', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'daniel-frost');
    await office.deliver();
    expect(office.mails.map(({ to }) => to.name).sort()).toEqual([
      'Daniel Frost',
      'Gazette operations',
      'Heather Keenan',
    ]);
    for (const { to, text } of office.mails)
      expect(text.includes('https:')).toBe(to.name === 'Heather Keenan');
    for (const kind of ['ask', 'delegated', 'reminder', 'cooling', 'link', 'code'] as const)
      expect(await reasonFor(office, { kind, approver: margaret })).toBe('frozen');
    expect(await reasonFor(office, { kind: 'at-risk' })).toBe('frozen');
  });

  it('the owner alone is mailed a new link, unless it was the owner who froze it', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'daniel-frost');
    expect(await reasonFor(office, { kind: 'link', approver: ownerReader })).toBeUndefined();
    expect(kindsOf(office)).toEqual(['link']);
    const own = await openOffice();
    await freezeRelease(own.ports, release, ownerReader);
    expect(await reasonFor(own, { kind: 'link', approver: ownerReader })).toBe('frozen');
  });

  it.each<Ask>([
    { kind: 'no-action', approver: margaret },
    { kind: 'outcome', approver: margaret },
    { kind: 'edit', approver: margaret },
    { kind: 'withdrawn', approver: margaret },
    { kind: 'withdrawn' },
    { kind: 'changes-requested' },
    { kind: 'expired' },
    { kind: 'late-edit', approver: margaret },
  ])(
    'a mail of an end from before waits, and goes out once the release goes on: $kind $approver',
    async (ask) => {
      const office = await openOffice();
      await reasonFor(office, { kind: 'ask', approver: margaret });
      await end(office);
      await putFact(office.facts, keys.gate(release, 1), { gate: 'frozen', by: 'daniel-frost', at: askedAt });
      expect(await reasonFor(office, ask)).toBeUndefined();
      expect(kindsOf(office)).toEqual(['ask']);
      await thaw(office);
      await office.deliver();
      await office.deliver();
      expect(kindsOf(office)).toEqual(['ask', ask.kind]);
    },
  );

  it('whoever runs Gazette is told of an end at once', async () => {
    const office = await openOffice();
    await end(office);
    await putFact(office.facts, keys.gate(release, 1), { gate: 'frozen', by: 'daniel-frost', at: askedAt });
    await reasonFor(office, { kind: 'expired', operations: true });
    expect(kindsOf(office)).toEqual(['expired']);
  });

  it('those who were asked are told that they need not act, without a link', async () => {
    const office = await openOffice();
    await reasonFor(office, { kind: 'ask', approver: margaret });
    await freezeRelease(office.ports, release, 'daniel-frost');
    await office.deliver();
    const { to, text } = office.mails.findLast((mail) => mail.text.startsWith('You need not act')) ?? {};
    expect(to?.name).toBe('Margaret Osei');
    expect(text).toContain('The release is stopped: nothing is decided and nothing goes out.');
    expect(text).not.toContain('https:');
  });

  it('an owner who said so is mailed no link, as somebody else may read their mail', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, ownerReader);
    await office.deliver();
    expect(office.mails.map(({ to }) => to.name).sort()).toEqual(['Gazette operations', 'Heather Keenan']);
    for (const { text } of office.mails) expect(text).not.toContain('https:');
  });

  it('a receipt waits, and goes out once the release goes on', async () => {
    const office = await openOffice();
    await approve(office, margaret);
    await freezeRelease(office.ports, release, 'daniel-frost');
    expect(await reasonFor(office, { kind: 'receipt', approver: margaret })).toBeUndefined();
    const isReceipt = ({ text }: { text: string }): boolean => text.includes('is recorded');
    expect(office.mails.filter(isReceipt)).toEqual([]);
    await thaw(office);
    await office.deliver();
    await office.deliver();
    expect(office.mails.filter(isReceipt)).toHaveLength(1);
  });

  it('a mail that it is frozen is not needed once it goes on', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'daniel-frost');
    await thaw(office);
    await office.deliver();
    expect(office.mails).toEqual([]);
  });
});

describe('whom a release is about', () => {
  it.each([
    'ask',
    'delegated',
    'reminder',
    'receipt',
    'code',
    'link',
    'outcome',
    'no-action',
    'published',
  ] as const)('gets no mail of it: %s', async (kind) => {
    const office = await openOffice({ draft: draftOf(recusing('Margaret Osei')) });
    expect(await reasonFor(office, { kind, approver: margaret })).toBe('not-asked');
    expect([office.mails, [...office.papers.papers]]).toEqual([[], []]);
  });

  it.each(['escalation', 'at-risk', 'changes-requested', 'expired', 'published', 'frozen', 'link'] as const)(
    'gets none as its owner either: %s',
    async (kind) => {
      const office = await openOffice({ draft: draftOf({ ownerRecused: true }) });
      expect(await reasonFor(office, { kind })).toBe('about-the-owner');
      expect([office.mails, [...office.papers.papers]]).toEqual([[], []]);
    },
  );
});
