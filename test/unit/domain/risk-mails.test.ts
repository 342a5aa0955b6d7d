import { describe, expect, it } from 'vitest';
import type { Reachability, Reason } from '../../../functions/domain/reachability.ts';
import { riskKinds, riskMails } from '../../../functions/domain/risk-mails.ts';

const reach = (...reasons: Reason[]): Reachability => ({ verdict: 'at-risk', by: '', groups: [], reasons });

const absent: Reason = {
  kind: 'absent',
  group: 'legal',
  approver: 'margaret-osei',
  required: false,
  from: '2026-11-20',
  until: '2026-11-30',
};
const late: Reason = { kind: 'late', which: 'decisions', at: '2026-11-20T10:00:00.000Z' };
const errors: Reason = { kind: 'errors', count: 2 };

const idsOf = (reasons: Reason[], mails: readonly string[] = []): string[] =>
  riskMails({ draft: 1, mails: new Set(mails) }, riskKinds(reach(...reasons))).map(({ id }) => id);

describe('mails that a draft is at risk', () => {
  it('go to the owner and to whoever runs Gazette, one of each for all that is new', () => {
    expect(idsOf([absent, { ...absent, approver: 'daniel-frost' }, late])).toEqual([
      'at-risk-0001-absent.late-decisions',
      'at-risk-0001-operations-absent.late-decisions',
    ]);
  });

  it('tell of each kind of reason once', () => {
    const told = ['at-risk-0001-absent', 'at-risk-0001-operations-absent'];
    expect(idsOf([absent], told)).toEqual([]);
    expect(idsOf([absent, late], told)).toEqual([
      'at-risk-0001-late-decisions',
      'at-risk-0001-operations-late-decisions',
    ]);
    expect(idsOf([absent], ['at-risk-0002-absent', 'at-risk-0002-operations-absent'])).toHaveLength(2);
  });

  it('tell the owner of what only whoever runs Gazette was told', () => {
    const told = ['at-risk-0001-operations-absent.late-decisions'];
    expect(idsOf([absent, late], told)).toEqual(['at-risk-0001-absent.late-decisions']);
  });

  it('tell the owner alone of errors, which only the company can put right', () => {
    expect(idsOf([errors])).toEqual(['at-risk-0001-errors']);
  });

  it.each<Reason>([
    { kind: 'newer-event' },
    { kind: 'frozen' },
    { kind: 'ended', outcome: 'expired' },
    { kind: 'asked-for-changes', approver: 'helen-marsh' },
  ])('are not wanted for a draft that ends: $kind', (reason) => {
    expect(idsOf([absent, reason])).toEqual([]);
  });

  it('say where a group can no longer be met', () => {
    const group = {
      id: 'legal',
      name: 'Legal',
      stage: 1,
      asked: true,
      needed: 2,
      approvals: 0,
      certain: 1,
      possible: 1,
      verdict: 'no' as const,
    };
    expect(riskKinds({ ...reach(), groups: [group] })).toEqual(['too-few']);
  });
});
