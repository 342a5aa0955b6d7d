import { describe, expect, it } from 'vitest';
import { dueAfter, dueOn, filingDayOf } from '../../../../functions/domain/filing/edgar-hours.ts';

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

  it.each([
    ['at 5:30 PM sharp is filed that day', '2026-06-11T17:30:00-04:00', '2026-06-11'],
    ['a second later is filed the next', '2026-06-11T17:30:01-04:00', '2026-06-12'],
    ['in the morning is filed that day', '2026-06-11T06:00:00-04:00', '2026-06-11'],
    ['on Friday evening is filed on Monday', '2026-06-12T19:00:00-04:00', '2026-06-15'],
    ['on Friday night, Saturday in UTC, is filed on Monday', '2026-06-12T21:59:00-04:00', '2026-06-15'],
    ['on Saturday is filed on Monday', '2026-06-13T10:00:00-04:00', '2026-06-15'],
    ['on the eve of Juneteenth is filed after the weekend', '2026-06-18T18:00:00-04:00', '2026-06-22'],
    ['in winter at 5:30 PM is filed that day', '2026-01-15T17:30:00-05:00', '2026-01-15'],
  ])('means that what begins %s', (_, begun, day) => {
    expect(filingDayOf(new Date(begun))).toBe(day);
  });

  it('reckons with a closure of the stage', () => {
    expect(filingDayOf(new Date('2026-06-10T12:00:00-04:00'), ['2026-06-10'])).toBe('2026-06-11');
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
