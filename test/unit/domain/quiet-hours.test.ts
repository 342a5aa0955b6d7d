import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterQuiet, isQuiet, reminderTime } from '../../../functions/domain/quiet-hours.ts';

const night = { from: '21:00', until: '07:00' };
const at = (text: string): Date => new Date(text);
const wakes = (instant: string, timeZone: string, quiet = night): string =>
  afterQuiet(at(instant), quiet, timeZone).toISOString();

describe('quiet hours', () => {
  it.each([
    ['2026-11-20T02:00:00Z', 'America/New_York', true, '21:00 there'],
    ['2026-11-20T01:59:59Z', 'America/New_York', false, '20:59 there'],
    ['2026-11-20T12:00:00Z', 'America/New_York', false, '07:00 there'],
    ['2026-11-20T15:30:00Z', 'Asia/Kolkata', true, '21:00 there'],
    ['2026-11-20T01:29:00Z', 'Asia/Kolkata', true, '06:59 there'],
    ['2026-11-19T18:00:00Z', 'Pacific/Auckland', false, '07:00 of the next day there'],
  ] as const)('%s in %s: %s (%s)', (instant, zone, quiet, _) => {
    expect(isQuiet(at(instant), night, zone)).toBe(quiet);
  });

  it('may lie within a day, and there are none where they end when they begin', () => {
    const noon = { from: '12:00', until: '13:00' };
    expect(isQuiet(at('2026-11-20T12:30:00Z'), noon, 'UTC')).toBe(true);
    expect(isQuiet(at('2026-11-20T13:00:00Z'), noon, 'UTC')).toBe(false);
    for (const hour of ['00', '06', '12', '18'])
      expect(isQuiet(at(`2026-11-20T${hour}:00:00Z`), { from: '00:00', until: '00:00' }, 'UTC')).toBe(false);
  });

  it.each([
    ['an ordinary night', '2026-11-20T05:00:00Z', 'America/New_York', '2026-11-20T12:00:00.000Z'],
    ['half an hour off the hour', '2026-11-20T17:00:00Z', 'Asia/Kolkata', '2026-11-21T01:30:00.000Z'],
    ['beyond the date line', '2026-11-20T10:00:00Z', 'Pacific/Auckland', '2026-11-20T18:00:00.000Z'],
    [
      'the night in which clocks go forward',
      '2026-03-08T03:00:00Z',
      'America/New_York',
      '2026-03-08T11:00:00.000Z',
    ],
    [
      'the night in which clocks go back',
      '2026-11-01T02:00:00Z',
      'America/New_York',
      '2026-11-01T12:00:00.000Z',
    ],
    [
      'clocks that go forward by half an hour',
      '2026-10-03T12:00:00Z',
      'Australia/Lord_Howe',
      '2026-10-03T20:00:00.000Z',
    ],
    ['a day that a zone skipped', '2011-12-30T08:00:00Z', 'Pacific/Apia', '2011-12-30T17:00:00.000Z'],
  ])('end in the morning: %s', (_, instant, zone, morning) => {
    expect(wakes(instant, zone)).toBe(morning);
  });

  it('that end in the hour which clocks skip end when it is over', () => {
    expect(wakes('2026-03-08T05:00:00Z', 'America/New_York', { from: '22:00', until: '02:30' })).toBe(
      '2026-03-08T07:00:00.000Z',
    );
  });

  it('end at the first minute that is not quiet, in every zone and on every day', () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC'),
        fc.record({ from: time, until: time }),
        (instant, zone, quiet) => {
          const end = afterQuiet(instant, quiet, zone);
          expect(isQuiet(end, quiet, zone)).toBe(false);
          expect(end.getTime()).toBeGreaterThanOrEqual(instant.getTime());
          if (end.getTime() === instant.getTime()) return;
          expect(isQuiet(new Date(end.getTime() - 60_000), quiet, zone)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a reminder', () => {
  const draft = { createdAt: '2026-11-19T15:00:00Z', decideBy: '2026-11-20T20:00:00Z' };
  const goes = (planned: string, changes: Partial<typeof draft> = {}, timeZone = 'America/New_York') =>
    reminderTime(at(planned), { ...draft, ...changes }, { quiet: night, timeZone })?.toISOString();

  it('goes when it is planned, by day', () => {
    expect(goes('2026-11-20T16:00:00Z')).toBe('2026-11-20T16:00:00.000Z');
  });

  it('waits for the morning of its reader', () => {
    expect(goes('2026-11-20T05:00:00Z')).toBe('2026-11-20T12:00:00.000Z');
    expect(goes('2026-11-20T05:00:00Z', {}, 'Asia/Kolkata')).toBe('2026-11-20T05:00:00.000Z');
  });

  it('goes half an hour before the night where decisions are due by the morning', () => {
    expect(goes('2026-11-20T05:00:00Z', { decideBy: '2026-11-20T09:00:00Z' })).toBe(
      '2026-11-20T01:30:00.000Z',
    );
    expect(goes('2026-11-20T05:00:00Z', { decideBy: '2026-11-20T12:00:00Z' })).toBe(
      '2026-11-20T01:30:00.000Z',
    );
  });

  it('does not go where its reader was asked later than that', () => {
    const late = { createdAt: '2026-11-20T03:00:00Z', decideBy: '2026-11-20T09:00:00Z' };
    expect(goes('2026-11-20T05:00:00Z', late)).toBeUndefined();
  });

  it('never goes at night, and never when decisions are no longer due', () => {
    const hour = fc.integer({ min: 0, max: 24 * 300 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)));
    const span = fc.integer({ min: 1, max: 96 });
    fc.assert(
      fc.property(
        hour,
        span,
        span,
        fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'),
        (created, wait, left, timeZone) => {
          const planned = new Date(created.getTime() + wait * 3_600_000);
          const decideBy = new Date(planned.getTime() + left * 3_600_000);
          const times = { createdAt: created.toISOString(), decideBy: decideBy.toISOString() };
          const goesAt = reminderTime(planned, times, { quiet: night, timeZone });
          if (goesAt === undefined) return;
          expect(isQuiet(goesAt, night, timeZone)).toBe(false);
          expect(goesAt > created && goesAt < decideBy).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
