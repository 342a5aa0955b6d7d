import { describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import type { UnsealedDraft } from '../../../functions/domain/draft.ts';
import { dueWork } from '../../../functions/domain/due-work.ts';
import type { Decision } from '../../../functions/domain/facts.ts';
import { tally } from '../../../functions/domain/tally.ts';
import { company, draftOf } from '../../support/draft.ts';

interface Situation {
  draft?: Partial<UnsealedDraft>;
  approvals?: Readonly<Record<string, string>>;
  mails?: readonly string[];
  zones?: Readonly<Record<string, string>>;
  now: string;
}

const due = (given: Situation) => {
  const draft = draftOf({
    remindAt: ['2002-06-06T15:00:00.000Z', '2002-06-07T06:00:00.000Z'],
    ...given.draft,
  });
  const decisions = Object.entries(given.approvals ?? {}).map(
    ([approver, decidedAt]): Decision => ({
      decision: 'approve',
      approver,
      draft: 1,
      sha256: draft.sha256,
      decidedAt,
    }),
  );
  const profile: Company = {
    ...company,
    approvers: company.approvers.map((a) => {
      const timeZone = given.zones?.[a.id];
      return timeZone === undefined ? a : { ...a, timeZone };
    }),
  };
  const keys = { mails: new Set(given.mails) };
  const work = dueWork(
    { draft, decisions, tally: tally(draft, decisions), keys },
    profile,
    new Date(given.now),
  );
  return { ids: work.mails.map(({ id }) => id), next: work.next };
};

const all = ['margaret-osei', 'daniel-frost', 'w-barry-gilbert', 'helen-marsh', 'robert-ines'];
const first = all.map((id) => `reminder-0001-${id}-1`);
const escalations = ['escalation-0001', 'escalation-0001-operations'];

describe('an open draft', () => {
  it('has nothing due before its first reminder, and is looked at again then', () => {
    expect(due({ now: '2002-06-06T12:00:00Z' })).toEqual({ ids: [], next: '2002-06-06T15:00:00.000Z' });
  });

  it('reminds each who is awaited, once for each time', () => {
    expect(due({ now: '2002-06-06T15:00:00Z' }).ids).toEqual(first);
    expect(due({ now: '2002-06-06T16:00:00Z', mails: first }).ids).toEqual([]);
  });

  it('reminds nobody whose group has what it needs, and nobody who has decided', () => {
    const approvals = {
      'daniel-frost': '2002-06-06T12:00:00.000Z',
      'helen-marsh': '2002-06-06T12:00:00.000Z',
    };
    expect(due({ now: '2002-06-06T15:00:00Z', approvals }).ids).toEqual([
      'reminder-0001-w-barry-gilbert-1',
      'reminder-0001-robert-ines-1',
    ]);
  });

  it('sends one reminder where several times have passed', () => {
    const remindAt = ['2002-06-06T15:00:00.000Z', '2002-06-06T18:00:00.000Z'];
    expect(due({ now: '2002-06-06T19:00:00Z', draft: { remindAt } }).ids).toEqual(
      all.map((id) => `reminder-0001-${id}-2`),
    );
  });

  it('reminds nobody at night where they are, and comes back in the morning there', () => {
    // 15:00 UTC is 11:00 in New York, 20:30 in Kolkata and 03:00 in Auckland.
    const zones = { 'helen-marsh': 'Asia/Kolkata', 'robert-ines': 'Pacific/Auckland' };
    const work = due({ now: '2002-06-06T15:00:00Z', zones });
    expect(work.ids).toEqual(first.filter((id) => !id.includes('robert')));
    expect(work.next).toBe('2002-06-06T19:00:00.000Z');
    expect(due({ now: work.next, zones, mails: work.ids }).ids).toEqual(['reminder-0001-robert-ines-1']);
  });

  it('sends a reminder of the night in the evening before, where decisions are due by the morning', () => {
    // Planned for 02:00 in New York, and due at 06:00.
    const late = { now: '2002-06-07T00:30:00Z', mails: first };
    expect(due({ ...late, now: '2002-06-07T00:29:00Z' })).toEqual({
      ids: [],
      next: '2002-06-07T00:30:00.000Z',
    });
    expect(due(late).ids).toEqual(all.map((id) => `reminder-0001-${id}-2`));
    expect(due({ ...late, now: '2002-06-07T02:00:00Z' }).ids).toEqual([]);
  });

  it('leaves out a reminder that the night has moved to within an hour of another', () => {
    const draft = { remindAt: ['2002-06-07T00:00:00.000Z', '2002-06-07T06:00:00.000Z'] };
    expect(due({ draft, now: '2002-06-07T00:30:00Z' }).ids).toEqual(first);
    expect(due({ draft, now: '2002-06-07T00:55:00Z', mails: first }).ids).toEqual([]);
  });

  it('reminds nobody within an hour of asking them', () => {
    const draft = { createdAt: '2002-06-06T14:30:00.000Z' };
    expect(due({ draft, now: '2002-06-06T15:00:00Z' })).toEqual({
      ids: [],
      next: '2002-06-06T15:30:00.000Z',
    });
    expect(due({ draft, now: '2002-06-06T15:30:00Z' }).ids).toEqual(first);
  });

  it('reminds those of a later stage an hour after their turn has come', () => {
    const groups = draftOf().groups.map((g) => (g.id === 'board' ? { ...g, stage: 2 } : g));
    const now = '2002-06-06T15:00:00Z';
    expect(due({ draft: { groups }, now }).ids).toEqual(first.slice(0, 2));
    const approvals = { 'daniel-frost': '2002-06-06T14:45:00.000Z' };
    expect(due({ draft: { groups }, now, approvals }).next).toBe('2002-06-06T15:45:00.000Z');
    expect(due({ draft: { groups }, now: '2002-06-06T15:45:00Z', approvals }).ids).toEqual(first.slice(2));
  });

  it('tells the owner and whoever runs Gazette once that decisions are awaited', () => {
    expect(due({ now: '2002-06-07T08:00:00Z' })).toEqual({
      ids: escalations,
      next: '2002-06-07T10:00:00.000Z',
    });
    expect(due({ now: '2002-06-07T08:00:00Z', mails: escalations }).ids).toEqual([]);
  });

  it('that only waits for its cooling-off time to pass reminds nobody and is not escalated', () => {
    const at = '2002-06-07T07:30:00.000Z';
    const approvals = { 'daniel-frost': at, 'helen-marsh': at, 'robert-ines': at };
    expect(due({ now: '2002-06-07T08:00:00Z', approvals, draft: { coolingOffMinutes: 60 } }).ids).toEqual([]);
  });

  it('reminds nobody once decisions are overdue, and is looked at when it expires', () => {
    expect(due({ now: '2002-06-07T11:00:00Z', mails: escalations })).toEqual({
      ids: [],
      next: '2002-06-10T10:00:00.000Z',
    });
  });

  it('is looked at when somebody leaves and when they are back, and reminds the delegate an hour after asking', () => {
    const leaves = {
      begins: '2002-06-06T14:40:00.000Z',
      ends: '2002-06-07T12:00:00.000Z',
      until: '2002-06-07',
    };
    const draft = { delegations: [{ approver: 'margaret-osei', delegate: 'helen-marsh', ...leaves }] };
    expect(due({ draft, now: '2002-06-06T12:00:00Z' }).next).toBe(leaves.begins);
    const groups = draftOf().groups.filter(({ id }) => id === 'legal');
    const legal = { ...draft, groups };
    expect(due({ draft: legal, now: '2002-06-06T15:00:00Z' })).toEqual({
      ids: ['reminder-0001-daniel-frost-1'],
      next: '2002-06-06T15:40:00.000Z',
    });
    expect(due({ draft: legal, now: '2002-06-06T15:40:00Z' }).ids).toContain('reminder-0001-helen-marsh-1');
    const mails = [
      ...first,
      ...escalations,
      'reminder-0001-helen-marsh-1',
      'reminder-0001-helen-marsh-2',
      'reminder-0001-daniel-frost-2',
    ];
    expect(due({ draft: legal, mails, now: '2002-06-07T11:00:00Z' }).next).toBe(leaves.ends);
  });
});
