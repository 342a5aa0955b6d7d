import { describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { applyPolicy } from '../../../functions/domain/policy.ts';
import { standInChecks } from '../../../functions/domain/stand-in-checks.ts';
import { company, open } from '../../support/draft.ts';
import { recordedExamples } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const [margaret, daniel, helen, robert] = [
  'margaret-osei',
  'daniel-frost',
  'helen-marsh',
  'robert-ines',
] as const;

/** Days on which somebody is away, and who is asked in their place. */
type Away = readonly [delegate: string, from: string, until: string];

const leaving = (away: Readonly<Record<string, Away>>, groups = company.policy.groups): Company => ({
  ...company,
  policy: { ...company.policy, groups },
  approvers: company.approvers.map((approver) => {
    const [delegate, from, until] = away[approver.id] ?? [];
    return delegate === undefined || from === undefined || until === undefined
      ? approver
      : { ...approver, delegate, absences: [{ from, until }] };
  }),
});

const remarks = (profile: Company): string[] =>
  standInChecks(applyPolicy(profile, { acts: [] }, open)).map(({ message }) => message);

const group = (id: string, ...approvers: string[]): Company['policy']['groups'][number] => ({
  id,
  name: id,
  needed: 1,
  stage: 1,
  required: [],
  approvers,
});

const day = ['2002-06-07', '2002-06-08'] as const;

describe('one approval that fills seats in two groups', () => {
  it('because its giver stands in for somebody of another group is shown on the draft, with names', () => {
    const profile = leaving({ [margaret]: [helen, '2002-06-05', '2002-06-08'] });
    const events = recordedExamples('iec-2002');
    const release = events[0]?.release ?? '';
    const now = new Date('2002-06-06T13:00:00Z');
    const draft = makeDraft({ company: profile, release, number: 1, events, now }, templates);
    const [legal, board] = company.policy.groups.map(({ name }) => name);
    expect(draft?.checks.filter(({ id }) => id === 'approval-in-two-groups')).toEqual([
      {
        id: 'approval-in-two-groups',
        severity: 'warning',
        message: `While Helen Marsh stands in for Margaret Osei, one approval by Helen Marsh counts in ${legal} and in ${board}.`,
      },
    ]);
  });

  it('because its giver stands in for two people of different groups at a time is shown too', () => {
    const groups = [group('counsel', margaret), group('finance', daniel), group('board', robert)];
    const away = { [margaret]: [helen, ...day], [daniel]: [helen, ...day] } as const;
    expect(remarks(leaving(away, groups))).toEqual([
      'While Helen Marsh stands in for Margaret Osei and Daniel Frost, one approval by Helen Marsh counts in counsel and in finance.',
    ]);
  });

  it('is none where those are away one after the other', () => {
    const groups = [group('counsel', margaret), group('finance', daniel), group('board', robert)];
    const away = {
      [margaret]: [helen, '2002-06-06', '2002-06-07'],
      [daniel]: [helen, '2002-06-08', '2002-06-09'],
    } as const;
    expect(remarks(leaving(away, groups))).toEqual([]);
  });

  it('is as the policy has it where the one who is away, or who stands in, has both seats', () => {
    const both = [group('counsel', margaret), group('board', margaret, robert)];
    expect(remarks(leaving({ [margaret]: [helen, ...day] }, both))).toEqual([]);
    const own = [group('counsel', margaret), group('board', margaret), group('finance', daniel)];
    expect(remarks(leaving({}, own))).toEqual([]);
  });

  it('is none where who stands in has no seat of their own', () => {
    expect(remarks(leaving({ [margaret]: [helen, ...day] }, [group('counsel', margaret, daniel)]))).toEqual(
      [],
    );
  });
});
