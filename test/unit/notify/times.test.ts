import { describe, expect, it } from 'vitest';
import { timesOf } from '../../../functions/notify/times.ts';

describe('a time in a mail', () => {
  it('is one line with UTC where all clocks agree', () => {
    expect(timesOf('2002-06-07T10:00:00.000Z', ['America/New_York'])).toEqual([
      'June 7, 2002, 6:00 AM EDT (10:00 UTC)',
    ]);
    expect(timesOf('2002-06-07T10:00:00.000Z', ['America/Toronto', 'America/New_York'])).toHaveLength(1);
  });

  it('is in Eastern time too where the company is elsewhere, each with its own day', () => {
    expect(timesOf('2026-11-19T05:00:00.000Z', ['America/Los_Angeles'])).toEqual([
      'November 18, 2026, 9:00 PM PST',
      'November 19, 2026, 12:00 AM EST',
    ]);
  });

  it('is told once where two zones show the same', () => {
    expect(timesOf('2026-11-19T05:00:00.000Z', ['Europe/Berlin', 'Europe/Paris'])).toEqual([
      'November 19, 2026, 6:00 AM GMT+1',
      'November 19, 2026, 12:00 AM EST',
    ]);
  });
});
