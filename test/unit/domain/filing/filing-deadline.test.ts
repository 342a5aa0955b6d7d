import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDay } from '../../../../functions/domain/filing/business-days.ts';
import { filingDeadline } from '../../../../functions/domain/filing/filing-deadline.ts';
import { itemClocks } from '../../../../functions/domain/filing/form-8k-items.ts';
import type { FormItem } from '../../../../functions/domain/filing/form-item.ts';
import { anyDay, closuresNear } from './days.ts';

const deadline = (
  event: { item: FormItem; eventDate: string; awaits?: string },
  closures: readonly string[] = [],
) => {
  const found = filingDeadline(event, closures);
  if (found.regime !== 'four-business-days') throw new Error(`${event.item} has no four business days`);
  return found;
};

const dueDay = (eventDate: string, closures: readonly string[] = []): string =>
  deadline({ item: '1.01', eventDate }, closures).day;

const texts = (event: { item: FormItem; eventDate: string; awaits?: string }, closures?: readonly string[]) =>
  deadline(event, closures)
    .advice.map(({ text }) => text)
    .join(' ');

describe('a Form 8-K is due', () => {
  it.each([
    ['on Thursday for a Friday', '2026-06-05', '2026-06-11'],
    ['on Thursday for the Saturday', '2026-06-06', '2026-06-11'],
    ['on Thursday for the Sunday', '2026-06-07', '2026-06-11'],
    ['on Friday for the Monday', '2026-06-08', '2026-06-12'],
    ['on Monday for a Tuesday', '2026-06-02', '2026-06-08'],
    ['past Juneteenth', '2026-06-15', '2026-06-22'],
    ['on Thursday for an event on Juneteenth', '2026-06-19', '2026-06-25'],
    ['past Thanksgiving', '2026-11-24', '2026-12-01'],
    ['past New Year', '2026-12-31', '2027-01-07'],
    ['past a New Year that is kept in the old year', '2021-12-30', '2022-01-06'],
    ['not past Good Friday, when EDGAR is open', '2026-03-31', '2026-04-06'],
    ['past a day of mourning', '2025-01-07', '2025-01-14'],
    ['past Christmas and its neighbors', '2025-12-22', '2025-12-31'],
    ['by the first rules', '2004-08-23', '2004-08-27'],
  ])('%s: %s gives %s', (_, eventDate, due) => {
    expect(dueDay(eventDate)).toBe(due);
  });

  it('until 5:30 PM in New York', () => {
    expect(deadline({ item: '5.02(b)', eventDate: '2026-06-05' }).by).toBe('2026-06-11T21:30:00.000Z');
    expect(deadline({ item: '5.02(b)', eventDate: '2026-11-27' }).by).toBe('2026-12-03T22:30:00.000Z');
  });

  it('a day later where the stage closes a day on the way', () => {
    expect(dueDay('2026-06-05', ['2026-06-09'])).toBe('2026-06-12');
    expect(dueDay('2026-06-05', ['2026-06-11'])).toBe('2026-06-12');
    expect(dueDay('2026-06-05', ['2026-06-12'])).toBe('2026-06-11');
  });

  it('always on a business day, after the event', () => {
    fc.assert(
      fc.property(
        anyDay.chain((day) => fc.tuple(fc.constant(day), closuresNear(day))),
        ([eventDate, closures]) => {
          const due = dueDay(eventDate, closures);
          expect(isBusinessDay(due, closures)).toBe(true);
          expect(due > eventDate).toBe(true);
        },
      ),
    );
  });

  it('never earlier for a later event', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [earlier, later] = [one, other].sort();
        expect(dueDay(earlier ?? one) <= dueDay(later ?? other)).toBe(true);
      }),
    );
  });

  it('never earlier for a closure more', () => {
    fc.assert(
      fc.property(
        anyDay.chain((day) => fc.tuple(fc.constant(day), closuresNear(day), closuresNear(day))),
        ([eventDate, closures, more]) => {
          expect(dueDay(eventDate, [...closures, ...more]) >= dueDay(eventDate, closures)).toBe(true);
        },
      ),
    );
  });

  it('on the same day whether EDGAR is open or closed on the day of the event', () => {
    fc.assert(
      fc.property(anyDay, (eventDate) => {
        const { day } = deadline({ item: '1.01', eventDate }, [eventDate]);
        expect(day).toBe(dueDay(eventDate));
      }),
    );
  });
});

describe('the count is shown', () => {
  it('for a business day', () => {
    expect(deadline({ item: '5.02(b)', eventDate: '2026-06-05' }).advice[0]).toEqual({
      rule: 'Form 8-K General Instruction B.1',
      text: 'Day 0 is the day of the notice of the decision, even of one that is conditional or oral: Friday, June 5, 2026. The fourth business day after it is Thursday, June 11, 2026.',
    });
  });

  it('for a weekend', () => {
    expect(texts({ item: '1.01', eventDate: '2026-06-06' })).toContain(
      'EDGAR is closed then, so the four business days begin with Monday, June 8, 2026, and the last is Thursday, June 11, 2026.',
    );
  });

  it('with the days that are left out, and why', () => {
    expect(texts({ item: '1.01', eventDate: '2026-06-15' })).toContain(
      'EDGAR is closed on Friday, June 19, 2026 (Juneteenth).',
    );
    expect(texts({ item: '1.01', eventDate: '2025-12-22' })).toContain(
      'Wednesday, December 24, 2025 (federal offices closed by executive order) and on Thursday, December 25, 2025 (Christmas Day) and on Friday, December 26, 2025',
    );
    expect(texts({ item: '1.01', eventDate: '2026-06-05' }, ['2026-06-09'])).toContain(
      'Tuesday, June 9, 2026 (closed by configuration)',
    );
  });

  it('and ends with the cut-off', () => {
    expect(deadline({ item: '1.01', eventDate: '2026-06-05' }).advice.at(-1)?.rule).toBe(
      'Regulation S-T Rules 12(c) and 13(a)(2)',
    );
  });
});

describe('rules have dates', () => {
  it.each(['2002-06-05', '2004-08-22'])('an event of %s is before the four business days', (eventDate) => {
    for (const item of ['1.01', '5.02(b)', '5.07', '7.01', '9.01'] as const) {
      const found = filingDeadline({ item, eventDate });
      expect(found.regime).toBe('before-2004-08-23');
      expect(found).not.toHaveProperty('day');
    }
  });

  it.each([
    ['5.02(e)', '2006-11-06', '2006-11-07'],
    ['5.02(f)', '2006-11-06', '2006-11-07'],
    ['5.07', '2010-02-27', '2010-02-28'],
  ] as const)('item %s was not in the form on %s', (item, eventDate, since) => {
    const found = filingDeadline({ item, eventDate });
    expect(found).toMatchObject({ regime: 'item-not-yet-in-force', since });
    expect(filingDeadline({ item, eventDate: since }).regime).toBe('four-business-days');
  });

  it('a text that is no day is refused', () => {
    expect(() => filingDeadline({ item: '1.01', eventDate: '6/5/2026' })).toThrow(
      '"6/5/2026" is not a day that exists: write it like 2026-06-05.',
    );
  });
});

describe('a report waits for an announcement', () => {
  const eventDate = '2026-06-01';
  it.each([
    ['5.02(c)', '2026-06-15', '2026-06-15', 'until a later one'],
    ['5.02(d)', '2026-06-15', '2026-06-15', 'with the appointment that it goes with'],
    ['5.02(e)', '2026-06-15', '2026-06-15', 'with the appointment that it goes with'],
    ['5.02(c)', '2026-06-20', '2026-06-22', 'until the next business day after a Saturday'],
    ['5.02(c)', '2026-06-03', '2026-06-05', 'not less than its four business days'],
    ['5.02(c)', '2026-06-05', '2026-06-05', 'not at all where both are one day'],
    ['5.02(b)', '2026-06-15', '2026-06-05', 'never for a departure'],
    ['5.02(a)', '2026-06-15', '2026-06-05', 'never for a disagreement'],
    ['5.02(f)', '2026-06-15', '2026-06-05', 'never for a salary'],
    ['1.01', '2026-06-15', '2026-06-05', 'never for an agreement'],
  ] as const)('item %s, announced %s, is due %s: %s', (item, awaits, due, _why) => {
    expect(deadline({ item, eventDate, awaits }).day).toBe(due);
  });

  it('and says so, with the count as it would be otherwise', () => {
    const said = texts({ item: '5.02(c)', eventDate, awaits: '2026-06-15' });
    expect(said).toContain('The fourth business day after it is Friday, June 5, 2026.');
    expect(said).toContain('The report waits for the public announcement, until Monday, June 15, 2026.');
    expect(texts({ item: '5.02(c)', eventDate, awaits: '2026-06-05' })).not.toContain('The report waits');
    expect(texts({ item: '5.02(b)', eventDate, awaits: '2026-06-15' })).toContain('cannot wait');
  });

  it('until the next business day where the stage closes the day of the announcement', () => {
    const event = { item: '5.02(c)', eventDate, awaits: '2026-06-15' } as const;
    expect(deadline(event, ['2026-06-15']).day).toBe('2026-06-16');
  });
});

describe('each item has its clock', () => {
  const four = 'four-business-days';
  it.each([
    ['1.01', four, []],
    ['1.02', four, []],
    ['1.03', four, []],
    ['2.02', four, []],
    ['2.03', four, []],
    ['2.05', four, [4]],
    ['2.06', four, [4]],
    ['3.01', four, []],
    ['3.02', four, []],
    ['3.03', four, []],
    ['4.01', four, [10, 2]],
    ['4.02', four, [2]],
    ['5.01', four, []],
    ['5.02(a)', four, [2]],
    ['5.02(b)', four, []],
    ['5.02(c)', four, [4]],
    ['5.02(d)', four, [4]],
    ['5.02(e)', four, []],
    ['5.02(f)', four, []],
    ['5.03', four, []],
    ['5.05', four, []],
    ['5.07', four, [4]],
    ['5.08', four, []],
    ['7.01', 'regulation-fd', []],
    ['8.01', 'regulation-fd', []],
    ['9.01', 'with-its-item', []],
  ] as const)('%s: %s, followed within %j business days', (item, regime, followUps) => {
    const found = filingDeadline({ item, eventDate: '2026-06-05' });
    expect(found.regime).toBe(regime);
    expect('followUps' in found ? found.followUps.map(({ businessDays }) => businessDays) : []).toEqual(
      followUps,
    );
    expect('day' in found).toBe(regime === four);
  });

  it('and each statement names its rule and is a sentence', () => {
    const statements = Object.values(itemClocks).flatMap((clock) => [
      ...(clock.advice ?? []),
      ...('followUps' in clock ? (clock.followUps ?? []) : []),
    ]);
    expect(statements.length).toBeGreaterThan(20);
    for (const { rule, text } of statements) {
      expect(rule).toMatch(/^(Form 8-K|Regulation S-K) /);
      expect(text).toMatch(/^[A-Z][\x20-\x7E]+\.$/);
    }
  });
});
