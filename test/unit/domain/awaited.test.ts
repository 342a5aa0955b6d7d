import { describe, expect, it } from 'vitest';
import { awaitedOf, roundFor } from '../../../functions/domain/awaited.ts';
import type { UnsealedDraft } from '../../../functions/domain/draft.ts';
import type { Decision } from '../../../functions/domain/facts.ts';
import { filledSeats } from '../../../functions/domain/seats.ts';
import { tally } from '../../../functions/domain/tally.ts';
import { draftOf } from '../../support/draft.ts';

const [margaret, daniel, helen, robert] = [
  'margaret-osei',
  'daniel-frost',
  'helen-marsh',
  'robert-ines',
] as const;

const leaves = { begins: '2002-06-07T04:00:00.000Z', ends: '2002-06-08T04:00:00.000Z', until: '2002-06-07' };

/** Legal alone decides, and Margaret is required; she leaves the day after, and Helen stands in for her. */
const legal: Partial<UnsealedDraft> = {
  groups: draftOf()
    .groups.filter(({ id }) => id === 'legal')
    .map((group) => ({ ...group, required: [margaret] })),
  delegations: [{ approver: margaret, delegate: helen, ...leaves }],
};

const open = (approvals: Record<string, string>, changes = legal) => {
  const draft = draftOf(changes);
  const decisions = Object.entries(approvals).map(
    ([approver, time]): Decision => ({
      decision: 'approve',
      approver,
      draft: 1,
      sha256: draft.sha256,
      decidedAt: `2002-06-${time}.000Z`,
    }),
  );
  const ballots = decisions.map((decision) => ({ round: 1, decision, fate: undefined }));
  return { draft, decisions, ballots, tally: tally(draft, decisions) };
};

const before = new Date('2002-06-07T03:00:00Z');
const during = new Date('2002-06-07T05:00:00Z');
const after = new Date('2002-06-08T05:00:00Z');

describe('an approval by who stands in', () => {
  it.each([
    ['counts for the one who is away', '07T05:00:00', 'approved'],
    ['counts though the other is back by now', '08T03:59:59', 'approved'],
    ['does not count from before they left', '07T03:59:59', 'open'],
    ['does not count from after they came back', '08T04:00:00', 'open'],
  ])('%s', (_what, time, outcome) => {
    expect(open({ [helen]: time }).tally.outcome).toBe(outcome);
  });

  it('counts once, together with that of the one who is away', () => {
    const both = open({ [helen]: '07T05:00:00', [margaret]: '07T06:00:00' });
    expect(both.tally.groups.map(({ approvals }) => approvals)).toEqual([1]);
  });
});

describe('who is awaited', () => {
  it('is the one who stands in, as long as the other is away', () => {
    const nobody = open({ [daniel]: '06T12:00:00' });
    expect([before, during, after].map((at) => awaitedOf(nobody, at))).toEqual([
      [margaret],
      [helen],
      [margaret],
    ]);
  });

  it('is asked anew, in the next round, where they approved for themselves before the other left', () => {
    const { groups } = draftOf();
    const own = open({ [helen]: '06T12:00:00', [robert]: '06T12:00:00' }, { ...legal, groups });
    expect(own.tally.groups.map(({ met }) => met)).toEqual([false, true]);
    expect(awaitedOf(own, before)).toEqual([margaret, daniel]);
    expect(roundFor(own, helen, before)).toBeUndefined();
    expect(awaitedOf(own, during)).toEqual([helen, daniel]);
    expect(roundFor(own, helen, during)).toBe(2);
    expect(roundFor(own, robert, during)).toBeUndefined();
  });

  it('is not who has approved for one of two that they stand in for in a group, and nobody else', () => {
    const groups = draftOf()
      .groups.filter(({ id }) => id === 'legal')
      .map((group) => ({ ...group, needed: 2 }));
    const delegations = [margaret, daniel].map((approver) => ({ approver, delegate: helen, ...leaves }));
    const one = open({ [helen]: '07T05:00:00' }, { groups, delegations });
    expect(one.tally.groups.map(({ approvals, reachable }) => [approvals, reachable])).toEqual([[1, true]]);
    expect(awaitedOf(one, during)).toEqual([]);
  });
});

describe('the seats of a group', () => {
  it('are filled by as many of those who stand in as there are, whatever the order', () => {
    const group = { approvers: ['ann', 'ben'], required: [] };
    const votes = [
      { by: 'dan', for: ['ann', 'ben'] },
      { by: 'eve', for: ['ann'] },
    ];
    expect(filledSeats(group, votes)).toEqual(['ann', 'ben']);
    expect(filledSeats(group, votes.toReversed())).toEqual(['ann', 'ben']);
  });
});
