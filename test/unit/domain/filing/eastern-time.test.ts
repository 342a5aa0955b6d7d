import { describe, expect, it } from 'vitest';
import {
  easternInstant,
  easternTimeOf,
  minutesFrom,
} from '../../../../functions/domain/filing/eastern-time.ts';

describe('the time in New York', () => {
  it.each([
    ['2026-01-15', '06:50', '2026-01-15T11:50:00.000Z'],
    ['2026-07-15', '06:50', '2026-07-15T10:50:00.000Z'],
    ['2026-03-08', '06:50', '2026-03-08T10:50:00.000Z'],
    ['2026-11-01', '06:50', '2026-11-01T11:50:00.000Z'],
    ['2006-04-02', '06:50', '2006-04-02T10:50:00.000Z'],
    ['2026-07-15', '22:00', '2026-07-16T02:00:00.000Z'],
  ])('on %s at %s is %s', (day, time, instant) => {
    const found = easternInstant(day, time);
    expect(found.toISOString()).toBe(instant);
    expect(easternTimeOf(found)).toEqual({ day, time });
  });

  it('at midnight is 00:00 of the new day', () => {
    expect(easternTimeOf(new Date('2026-06-11T04:00:00Z'))).toEqual({ day: '2026-06-11', time: '00:00' });
  });

  it('moves by minutes, either way', () => {
    expect(minutesFrom(new Date('2026-06-11T00:05:00Z'), -10)).toBe('2026-06-10T23:55:00.000Z');
    expect(minutesFrom(new Date('2026-06-11T00:05:00Z'), 1440)).toBe('2026-06-12T00:05:00.000Z');
  });
});
