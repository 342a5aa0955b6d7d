import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../functions/domain/time-left.ts';

const now = new Date('2002-06-06T12:00:00.000Z');
const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('the time left', () => {
  it.each([
    [0, 0, 'minute'],
    [59, 0, 'minute'],
    [119, 1, 'minute'],
    [7199, 119, 'minute'],
    [7200, 2, 'hour'],
    [172_799, 47, 'hour'],
    [172_800, 2, 'day'],
    [604_799, 6, 'day'],
  ])('of %i seconds is said as %i whole ones of its unit, rounded down', (seconds, amount, unit) => {
    expect(timeLeft(inSeconds(seconds), now)).toEqual({ amount, unit });
  });

  it('is none once the instant has passed', () => {
    expect(timeLeft(inSeconds(-1), now)).toBeUndefined();
  });
});
