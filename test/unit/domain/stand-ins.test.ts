import { describe, expect, it } from 'vitest';
import { dayStart } from '../../../functions/domain/day-start.ts';
import { applyPolicy, askedOf, decidersOf, votersOf } from '../../../functions/domain/policy.ts';
import { type StandIn, standInsOf } from '../../../functions/domain/stand-ins.ts';
import { company, open } from '../../support/draft.ts';

type Absences = Record<
  string,
  readonly [delegate: string, ...days: (readonly [from: string, until: string])[]]
>;

const leaving = (absences: Absences, groups = company.policy.groups): typeof company => ({
  ...company,
  policy: { ...company.policy, groups },
  approvers: company.approvers.map((approver) => {
    const [delegate, ...days] = absences[approver.id] ?? [];
    return {
      ...approver,
      ...(delegate !== undefined && { delegate }),
      absences: days.map(([from, until]) => ({ from, until })),
    };
  }),
});

const standIns = (absences: Absences, out: readonly string[] = []): StandIn[] =>
  standInsOf(leaving(absences), new Set(out), open);

const [margaret, daniel, helen, robert] = [
  'margaret-osei',
  'daniel-frost',
  'helen-marsh',
  'robert-ines',
] as const;

describe('who stands in', () => {
  it('does so from the first minute of an absence to the last, by the clock of who is away', () => {
    expect(standIns({ [margaret]: [helen, ['2002-06-07', '2002-06-08']] })).toEqual([
      {
        approver: margaret,
        delegate: helen,
        begins: '2002-06-07T04:00:00.000Z',
        ends: '2002-06-09T04:00:00.000Z',
        until: '2002-06-08',
      },
    ]);
  });

  it('is asked, and decides, from then until then, and the one who is away always may', () => {
    const profile = leaving({ [margaret]: [helen, ['2002-06-07', '2002-06-08']] });
    const draft = applyPolicy(profile, { acts: [] }, open);
    const legal = { ...draft, groups: draft.groups.filter(({ id }) => id === 'legal') };
    const at = (time: string) => {
      const instant = new Date(`2002-06-${time}Z`);
      return [askedOf(legal, instant), decidersOf(legal, instant)];
    };
    expect(at('07T03:59:59')).toEqual([
      [margaret, daniel],
      [margaret, daniel],
    ]);
    expect(at('07T04:00:00')).toEqual([
      [helen, daniel],
      [margaret, daniel, helen],
    ]);
    expect(at('09T04:00:00')).toEqual([
      [margaret, daniel],
      [margaret, daniel],
    ]);
    expect(votersOf(legal)).toEqual([margaret, daniel, helen]);
  });

  it('is of no draft that expires before the absence, or was made after it', () => {
    expect(standIns({ [margaret]: [helen, ['2002-06-11', '2002-06-20']] })).toEqual([]);
    expect(standIns({ [margaret]: [helen, ['2002-06-01', '2002-06-05']] })).toEqual([]);
  });

  it('changes while the one who stands in is away too', () => {
    const found = standIns({
      [margaret]: [helen, ['2002-06-06', '2002-06-09']],
      [helen]: ['w-barry-gilbert', ['2002-06-07', '2002-06-08']],
    });
    expect(
      found.filter(({ approver }) => approver === margaret).map(({ delegate, begins }) => [delegate, begins]),
    ).toEqual([
      [helen, '2002-06-06T04:00:00.000Z'],
      ['w-barry-gilbert', '2002-06-07T04:00:00.000Z'],
      [helen, '2002-06-09T04:00:00.000Z'],
    ]);
  });

  it('is nobody with a seat of their own in the same group, whom a chain of delegates may lead to', () => {
    const chain: Absences = {
      [robert]: [daniel, ['2002-06-06', '2002-06-09']],
      [daniel]: [helen, ['2002-06-06', '2002-06-09']],
    };
    expect(standIns(chain).map(({ approver, delegate }) => [approver, delegate])).toEqual([[daniel, helen]]);
  });

  it('is nobody who is recused, and nobody stands in for who is', () => {
    const away: Absences = { [margaret]: [helen, ['2002-06-06', '2002-06-09']] };
    expect(standIns(away, [helen])).toEqual([]);
    expect(standIns(away, [margaret])).toEqual([]);
  });

  it('takes absences that touch for one', () => {
    const found = standIns({
      [margaret]: [helen, ['2002-06-08', '2002-06-09'], ['2002-06-06', '2002-06-07']],
    });
    expect(found.map(({ begins, ends, until }) => [begins, ends, until])).toEqual([
      ['2002-06-06T04:00:00.000Z', '2002-06-10T04:00:00.000Z', '2002-06-09'],
    ]);
  });
});

describe('a day', () => {
  it.each([
    ['2002-06-06', 'Pacific/Kiritimati', '2002-06-05T10:00:00.000Z'],
    ['2002-06-06', 'Etc/GMT+12', '2002-06-06T12:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    // In Cuba the clocks go from midnight to one.
    ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'],
  ])('begins with its first minute on clocks there: %s in %s', (day, zone, instant) => {
    expect(dayStart(day, zone).toISOString()).toBe(instant);
  });
});
