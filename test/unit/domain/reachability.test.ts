import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import type { UnsealedDraft } from '../../../functions/domain/draft.ts';
import type { Decision, Outcome } from '../../../functions/domain/facts.ts';
import { keys, type MailFate } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { reachability, type Verdict } from '../../../functions/domain/reachability.ts';
import { foldKeys } from '../../../functions/domain/release-keys.ts';
import { tally } from '../../../functions/domain/tally.ts';
import { company, draftOf, recusing, release, unconfirmed } from '../../support/draft.ts';

/** While everything in these tests goes on. */
const stoodIn = { begins: '2002-06-01T04:00:00.000Z', ends: '2002-06-11T04:00:00.000Z' };

interface Situation {
  draft?: Partial<UnsealedDraft>;
  approvals?: readonly string[];
  /** Who asks for changes. */
  refusals?: readonly string[];
  fates?: readonly (readonly [string, MailFate])[];
  more?: readonly string[];
  absences?: Record<string, { from: string; until: string }[]>;
  outcome?: Outcome['outcome'];
  newerEvents?: readonly string[];
  isFrozen?: boolean;
  now?: string;
}

const withAbsences = (absences: Situation['absences'] = {}): Company => ({
  ...company,
  approvers: company.approvers.map((approver) => ({ ...approver, absences: absences[approver.id] ?? [] })),
});

const reach = (given: Situation = {}) => {
  const draft = draftOf(given.draft);
  const bound = { draft: 1, sha256: draft.sha256, decidedAt: '2002-06-06T11:00:00.000Z' };
  const decisions: Decision[] = [
    ...(given.approvals ?? []).map((approver) => ({ decision: 'approve' as const, approver, ...bound })),
    ...(given.refusals ?? []).map((approver) => ({
      decision: 'request-changes' as const,
      approver,
      reason: 'The title is wrong.',
      ...bound,
    })),
  ];
  const ended: Outcome = {
    outcome: given.outcome ?? 'expired',
    draft: 1,
    sha256: draft.sha256,
    at: bound.decidedAt,
    by: 'sweep',
    counted: [],
  };
  return reachability(
    {
      draft,
      decisions,
      tally: tally(draft, decisions),
      outcome: given.outcome && ended,
      newerEvents: given.newerEvents ?? [],
      isFrozen: given.isFrozen ?? false,
      keys: foldKeys(release, [
        ...(given.fates ?? []).flatMap(([approver, fate]) => [
          keys.mail(release, mailIds.of('ask', 1, approver)),
          keys.mailFate(release, mailIds.of('ask', 1, approver), fate),
        ]),
        ...(given.more ?? []),
      ]),
    },
    withAbsences(given.absences),
    new Date(given.now ?? '2002-06-06T12:00:00Z'),
  );
};

const kindsOf = (given: Situation): string[] => reach(given).reasons.map(({ kind }) => kind);
const away = [{ from: '2002-06-05', until: '2002-06-09', ...stoodIn }];

describe('a draft that waits for decisions', () => {
  it('can pass where enough approvers can be counted on', () => {
    expect(reach()).toMatchObject({ verdict: 'yes', by: '2002-06-07T10:00:00.000Z', reasons: [] });
  });

  it('tells of each group how many can still agree', () => {
    expect(reach({ approvals: ['helen-marsh'] }).groups).toMatchObject([
      { id: 'legal', needed: 1, approvals: 0, certain: 2, possible: 2 },
      { id: 'board', needed: 2, approvals: 1, certain: 3, possible: 3 },
    ]);
  });

  it('is at risk where it needs somebody who is away until after decisions are due', () => {
    const absences = { 'margaret-osei': away, 'daniel-frost': away };
    expect(reach({ absences })).toMatchObject({
      verdict: 'at-risk',
      reasons: [
        { kind: 'absent', group: 'legal', approver: 'margaret-osei', until: '2002-06-09' },
        { kind: 'absent', group: 'legal', approver: 'daniel-frost' },
      ],
    });
  });

  it('is at risk where somebody whom it needs leaves while it is open', () => {
    const leaves = [{ from: '2002-06-07', until: '2002-06-20', ...stoodIn }];
    expect(reach({ absences: { 'margaret-osei': leaves, 'daniel-frost': leaves } }).verdict).toBe('at-risk');
  });

  it('is not at risk for somebody who is back on the day on which decisions are due', () => {
    const back = [{ from: '2002-06-01', until: '2002-06-06', ...stoodIn }];
    expect(reach({ absences: { 'margaret-osei': back, 'daniel-frost': back } }).verdict).toBe('yes');
  });

  it('is not at risk for somebody in whose place another is asked', () => {
    const delegations = [
      { approver: 'margaret-osei', delegate: 'helen-marsh', until: '2002-06-09', ...stoodIn },
    ];
    const absences = { 'margaret-osei': away, 'daniel-frost': away };
    expect(reach({ draft: { delegations }, absences }).groups[0]).toMatchObject({
      certain: 1,
      verdict: 'yes',
    });
    expect(
      reach({ draft: { delegations }, absences: { ...absences, 'helen-marsh': away } }).groups[0]?.verdict,
    ).toBe('at-risk');
  });

  it.each(['bounced', 'complained', 'rejected'] as const)(
    'is at risk where the mail to those it needs was %s',
    (fate) => {
      const fates = [
        ['margaret-osei', fate],
        ['daniel-frost', fate],
      ] as const;
      expect(reach({ fates })).toMatchObject({
        verdict: 'at-risk',
        reasons: [{ kind: 'unreachable', approver: 'margaret-osei', fate }, { approver: 'daniel-frost' }],
      });
    },
  );

  it('says whom mail does not reach though others suffice, unless their group has what it needs', () => {
    const fates = [['daniel-frost', 'bounced']] as const;
    expect(reach({ fates })).toMatchObject({ verdict: 'yes', reasons: [{ approver: 'daniel-frost' }] });
    expect(reach({ fates, approvals: ['margaret-osei'] }).reasons).toEqual([]);
  });

  it('does not doubt mail that is only late, and nobody who has seen the draft or was mailed again', () => {
    const fates = [['daniel-frost', 'bounced']] as const;
    const again = `${mailIds.of('ask', 1, 'daniel-frost')}-again`;
    const sentAgain = [keys.mail(release, again), keys.sent(release, again)];
    expect(kindsOf({ fates: [['daniel-frost', 'delayed']] })).toEqual([]);
    expect(kindsOf({ fates, more: [keys.seen(release, 1, 'daniel-frost')] })).toEqual([]);
    expect(kindsOf({ fates, more: sentAgain })).toEqual([]);
    expect(kindsOf({ fates, more: [...sentAgain, keys.mailFate(release, again, 'bounced')] })).toEqual([
      'unreachable',
    ]);
  });

  it('cannot pass where recusal leaves too few', () => {
    const draft = recusing('Helen Marsh');
    const board = reach({
      draft: { ...draft, groups: draft.groups.map((g) => ({ ...g, needed: g.id === 'board' ? 3 : 1 })) },
    });
    expect(board.verdict).toBe('no');
    expect(board.reasons).toEqual([
      { kind: 'recused', group: 'board', approver: 'helen-marsh', required: false },
    ]);
  });

  it('cannot pass without somebody who is required, and is at risk while they are away', () => {
    const groups = draftOf().groups.map((g) => (g.id === 'board' ? { ...g, required: ['helen-marsh'] } : g));
    expect(reach({ draft: { groups }, absences: { 'helen-marsh': away } })).toMatchObject({
      verdict: 'at-risk',
      reasons: [{ kind: 'absent', required: true }],
    });
    const recused = groups.map((g) =>
      g.id === 'board'
        ? { ...g, approvers: g.approvers.filter((id) => id !== 'helen-marsh'), recused: ['helen-marsh'] }
        : g,
    );
    expect(reach({ draft: { groups: recused } })).toMatchObject({
      verdict: 'no',
      reasons: [{ kind: 'recused', required: true }],
    });
  });

  it.each<[string, Situation, Verdict, string[]]>([
    ['has errors', { draft: unconfirmed }, 'no', ['errors']],
    ['was asked to be changed', { refusals: ['helen-marsh'] }, 'no', ['asked-for-changes']],
    ['has a newer event', { newerEvents: ['hr~evt-2'] }, 'no', ['newer-event']],
    ['is of a frozen release', { isFrozen: true }, 'no', ['frozen']],
    ['has expired', { outcome: 'expired' }, 'no', ['ended']],
    ['was approved', { outcome: 'approved' }, 'yes', []],
    ['is overdue', { now: '2002-06-07T10:00:00Z' }, 'at-risk', ['late']],
    ['is past its end', { now: '2002-06-10T10:00:00Z' }, 'no', ['late', 'late']],
  ])('that %s is judged so', (_, given, verdict, kinds) => {
    expect([reach(given).verdict, kindsOf(given)]).toEqual([verdict, kinds]);
  });
});

describe('the time for taking an approval back', () => {
  it('makes a draft too late for its filing before that is due', () => {
    const filing = '2002-06-06T20:00:00.000Z';
    const item = {
      item: '5.02(b)' as const,
      event: 'hr~evt-1',
      certain: true,
      why: 'An officer has left.',
      missing: [],
      due: { day: '2002-06-06', by: filing },
      notes: [],
    };
    const draft = { coolingOffMinutes: 60, disclosure: { items: [item], exchanges: [] } };
    expect(reach({ draft, now: '2002-06-06T18:59:00Z' }).verdict).toBe('yes');
    expect(reach({ draft, now: '2002-06-06T19:00:00Z' })).toMatchObject({
      verdict: 'no',
      reasons: [{ kind: 'late', which: 'filing', at: filing }],
    });
    const approvals = ['margaret-osei', 'helen-marsh', 'robert-ines'];
    expect(reach({ draft, approvals, now: '2002-06-06T19:30:00Z' }).verdict).toBe('yes');
  });
});

describe('any draft', () => {
  const people = company.approvers.map(({ id }) => id);
  const someone = fc.subarray(people);
  const situation = fc.record({
    approvals: someone,
    unreached: someone,
    absent: someone,
    required: fc.subarray(['helen-marsh', 'robert-ines'], { maxLength: 1 }),
    stage: fc.constantFrom(1, 2),
    out: someone,
    delegate: fc.boolean(),
  });
  type Given = typeof situation extends fc.Arbitrary<infer T> ? T : never;
  const build = ({ approvals, unreached, absent, required, stage, out, delegate }: Given): Situation => ({
    approvals: approvals.filter((id) => !out.includes(id)),
    fates: unreached.map((id) => [id, 'bounced'] as const),
    absences: Object.fromEntries(absent.map((id) => [id, away])),
    draft: {
      groups: draftOf().groups.map((group) => ({
        ...group,
        stage: group.id === 'board' ? stage : 1,
        required: group.id === 'board' ? required : [],
        approvers: group.approvers.filter((id) => !out.includes(id)),
        recused: group.approvers.filter((id) => out.includes(id)),
      })),
      delegations:
        delegate && !out.includes('margaret-osei') && !out.includes('helen-marsh')
          ? [{ approver: 'margaret-osei', delegate: 'helen-marsh', until: '2002-06-09', ...stoodIn }]
          : [],
    },
  });
  const rank = (verdict: Verdict): number => ['yes', 'at-risk', 'no'].indexOf(verdict);

  it('is never more reachable for one person less, whether recused, away or not reached', () => {
    fc.assert(
      fc.property(
        situation,
        fc.constantFrom(...people),
        fc.constantFrom('out' as const, 'absent' as const, 'unreached' as const),
        (given, person, how) => {
          const fewer = { ...given, [how]: [...new Set([...given[how], person])] };
          expect(rank(reach(build(fewer)).verdict)).toBeGreaterThanOrEqual(rank(reach(build(given)).verdict));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives a reason wherever it is less than reachable, and counts no more as certain than as possible', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { verdict, reasons, groups } = reach(build(given));
        expect(verdict === 'yes' || reasons.length > 0).toBe(true);
        for (const { approvals, certain, possible } of groups)
          expect(approvals <= certain && certain <= possible).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is judged alike whatever the order of decisions and of mail that came back', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const turned = {
          ...given,
          approvals: given.approvals.toReversed(),
          unreached: given.unreached.toReversed(),
        };
        expect(reach(build(turned))).toEqual(reach(build(given)));
      }),
      { numRuns: 100 },
    );
  });
});
