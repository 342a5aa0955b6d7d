import { describe, expect, it } from 'vitest';
import { dueAfter, dueOn } from '../../../../functions/domain/filing/edgar-hours.ts';

describe('the cut-off', () => {
  it.each([
    ['in summer', '2026-06-11', '2026-06-11T21:30:00.000Z'],
    ['in winter', '2026-01-15', '2026-01-15T22:30:00.000Z'],
    ['on the last business day of winter time', '2026-03-06', '2026-03-06T22:30:00.000Z'],
    ['on the first business day of summer time', '2026-03-09', '2026-03-09T21:30:00.000Z'],
    ['on the last business day of summer time', '2026-10-30', '2026-10-30T21:30:00.000Z'],
    ['on the first business day after it', '2026-11-02', '2026-11-02T22:30:00.000Z'],
    ['in April 2006, when summer time began later', '2006-03-31', '2006-03-31T22:30:00.000Z'],
  ])('is 5:30 PM in New York %s', (_, day, by) => {
    expect(dueOn(day)).toEqual({ day, by });
  });
});

describe('what follows a report', () => {
  it.each([
    ["a director's letter of Friday, on Tuesday", '2026-06-05', 2, '2026-06-09'],
    ["an auditor's letter of Saturday, on Tuesday: Monday is the first day", '2026-06-06', 2, '2026-06-09'],
    ['an estimate of June 15, on June 22', '2026-06-15', 4, '2026-06-22'],
    ["the former auditor's letter, ten days after the report", '2026-06-01', 10, '2026-06-15'],
  ])('is due: %s', (_, day, businessDays, due) => {
    expect(dueAfter(day, businessDays).day).toBe(due);
  });
});
