import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../functions/domain/facts.ts';
import { tally } from '../../../functions/domain/tally.ts';

const sha256 = 'a'.repeat(64);
const people = ['ann', 'ben', 'cat', 'dan', 'eve'] as const;

const decide = (approver: string, decision: Decision['decision'], digest = sha256, draft = 1): Decision => ({
  ...(decision === 'approve' ? { decision } : { decision, reason: 'The date is wrong.' }),
  approver,
  draft,
  sha256: digest,
  decidedAt: '2026-01-01T00:00:00Z',
});

const draft = {
  draft: 1,
  sha256,
  delegations: [],
  carried: [],
  groups: [
    { id: 'legal', name: 'Legal', needed: 1, approvers: ['ann', 'ben'], stage: 1, required: [], recused: [] },
    {
      id: 'board',
      name: 'Board',
      needed: 2,
      approvers: ['cat', 'dan'],
      stage: 1,
      required: [],
      recused: ['eve'],
    },
  ],
};

const decisions = fc.array(
  fc
    .record({
      approver: fc.constantFrom(...people),
      decision: fc.constantFrom('approve' as const, 'request-changes' as const),
      digest: fc.constantFrom(sha256, 'b'.repeat(64)),
      number: fc.constantFrom(1, 2),
    })
    .map(({ approver, decision, digest, number }) => decide(approver, decision, digest, number)),
  { maxLength: 12 },
);

describe('the tally', () => {
  it('does not depend on the order of the decisions', () => {
    fc.assert(
      fc.property(decisions, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = list
          .map((decision) => ({ decision, rank: order.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ decision }) => decision);
        expect(tally(draft, shuffled)).toEqual(tally(draft, list));
      }),
    );
  });

  it('does not change when a decision is read twice', () => {
    fc.assert(
      fc.property(decisions, (list) => {
        expect(tally(draft, [...list, ...list])).toEqual(tally(draft, list));
      }),
    );
  });

  it('counts no decision on another text, another draft, or by one who is recused or unknown', () => {
    fc.assert(
      fc.property(decisions, (list) => {
        const counting = list.filter(
          (decision) => decision.sha256 === sha256 && decision.draft === 1 && decision.approver !== 'eve',
        );
        expect(tally(draft, list)).toEqual(tally(draft, counting));
      }),
    );
  });

  it('is approved exactly when every group has the number it needs and nobody asks for changes', () => {
    fc.assert(
      fc.property(decisions, (list) => {
        const { outcome, groups, changesRequestedBy } = tally(draft, list);
        const met = groups.every(({ approvals, needed }) => approvals >= needed);
        expect(outcome === 'approved').toBe(met && changesRequestedBy.length === 0);
      }),
    );
  });

  it('never goes back to open when decisions are added', () => {
    fc.assert(
      fc.property(decisions, decisions, (earlier, later) => {
        if (tally(draft, earlier).outcome === 'open') return;
        expect(tally(draft, [...earlier, ...later]).outcome).not.toBe('open');
      }),
    );
  });

  it('ends as changes-requested at one request, whatever was approved', () => {
    const all = ['ann', 'cat', 'dan'].map((approver) => decide(approver, 'approve'));
    expect(tally(draft, [...all, decide('ben', 'request-changes')]).outcome).toBe('changes-requested');
  });

  it('cannot be met by fewer when recusal leaves too few', () => {
    const stricter = { ...draft, groups: draft.groups.map((group) => ({ ...group, needed: 3 })) };
    const all = people.map((approver) => decide(approver, 'approve'));
    const { outcome, groups } = tally(stricter, all);
    expect(outcome).toBe('open');
    expect(groups.map(({ reachable }) => reachable)).toEqual([false, false]);
  });

  it('is open for a policy without groups', () => {
    expect(tally({ ...draft, groups: [] }, [decide('ann', 'approve')]).outcome).toBe('open');
  });

  it('lets who stands in for two take the seat of the one who is required', () => {
    const group = {
      id: 'legal',
      name: 'Legal',
      needed: 1,
      approvers: ['ann', 'ben'],
      stage: 1,
      required: ['ben'],
      recused: [],
    };
    const delegations = ['ann', 'ben'].map((approver) => ({
      approver,
      delegate: 'cat',
      begins: '2025-12-31T05:00:00.000Z',
      ends: '2026-01-06T05:00:00.000Z',
      until: '2026-01-05',
    }));
    const away = { ...draft, groups: [group], delegations };
    expect(tally(away, [decide('cat', 'approve')]).outcome).toBe('approved');
  });
});
