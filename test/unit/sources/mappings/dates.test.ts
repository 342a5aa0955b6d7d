import { describe, expect, it } from 'vitest';
import { withLocalDates } from '../../../../functions/sources/local-dates.ts';
import { dayOf, instantOf, momentOf, utcDayOf } from '../../../../functions/sources/mappings/dates.ts';
import { receivedAt } from './samples.ts';

const source = 'the date of the letter';

describe('a day', () => {
  it.each(['2026-12-31', '2024-02-29', '1990-01-01', '2031-11-18'])(
    'is taken where it is clear: %s',
    (sent) => {
      expect(dayOf(sent, source, receivedAt)).toEqual({ date: sent, source });
    },
  );

  it.each([
    ['does not exist', '2026-02-30'],
    ['is of the year in which clocks begin', '1970-01-01'],
    ['is the last before 1990', '1989-12-31'],
    ['is the end of time', '9999-12-31'],
    ['is more than five years ahead', '2031-11-19'],
    ['has the day first', '31/05/2026'],
    ['may have the month first', '05/06/2026'],
    ['is zeros', '0000-00-00'],
    ['has an hour', '2026-05-31T09:00:00Z'],
    ['has an hour near midnight', '2026-05-31T23:30:00-07:00'],
    ['has an hour and no zone', '2026-05-31T00:00:00'],
    ['is a number inside text', '/Date(1780185600000)/'],
    ['is words', 'end of May'],
  ])('that %s is kept as it was sent: %s', (_, sent) => {
    expect(dayOf(sent, source, receivedAt)).toEqual({ asSent: sent, source });
    expect(utcDayOf(sent, source, receivedAt)).toEqual({ asSent: sent, source });
  });

  it('that is written as its first instant in UTC is that day only where the field is a date', () => {
    for (const sent of ['2026-05-12T00:00:00Z', '2026-05-12T00:00:00.000Z', '2026-05-12T00:00:00+00:00']) {
      expect(utcDayOf(sent, source, receivedAt)).toEqual({ date: '2026-05-12', source });
      expect(dayOf(sent, source, receivedAt)).toEqual({ asSent: sent, source });
    }
  });

  it('that was not sent is not there', () => {
    for (const read of [dayOf, utcDayOf, momentOf])
      expect(read(undefined, source, receivedAt)).toBeUndefined();
  });
});

describe('an instant', () => {
  it.each([
    ['2026-04-29T18:55:30Z', '2026-04-29T18:55:30.000Z'],
    ['2026-04-29T18:55:30.0000000Z', '2026-04-29T18:55:30.000Z'],
    ['2026-04-29T23:55:30-07:00', '2026-04-30T06:55:30.000Z'],
    ['2026-01-31T18:42:00+0000', '2026-01-31T18:42:00.000Z'],
  ])('is taken with its zone: %s', (sent, instant) => {
    expect(momentOf(sent, source, receivedAt)).toEqual({ instant, source });
    expect(instantOf(sent, receivedAt)).toBe(instant);
  });

  it.each(['2025-01-08T13:06:26.915906', '2026-02-30T10:00:00Z', '1970-01-01T00:00:00Z', 'yesterday'])(
    'is no time of an event where it is not clear, and is kept as it was sent: %s',
    (sent) => {
      expect(momentOf(sent, source, receivedAt)).toEqual({ asSent: sent, source });
      expect(instantOf(sent, receivedAt)).toBeUndefined();
    },
  );

  it('that lies after the receipt is no time of an event', () => {
    expect(instantOf('2026-11-18T12:00:00Z', receivedAt)).toBe('2026-11-18T12:00:00.000Z');
    expect(instantOf('2026-11-18T12:00:01Z', receivedAt)).toBeUndefined();
  });

  it.each([
    ['America/Los_Angeles', '2026-11-16'],
    ['UTC', '2026-11-17'],
    ['Asia/Tokyo', '2026-11-17'],
  ])('near midnight is of the day that it is in %s', (timeZone, date) => {
    const act = {
      kind: 'officer-departure',
      manner: 'left',
      person: { id: '1' },
      decided: { instant: '2026-11-17T02:40:52.027Z', source },
      noticed: { date: '2026-11-12', source },
      effective: { asSent: '31/12/2026', source },
    } as const;
    expect(withLocalDates(act, timeZone)).toStrictEqual({ ...act, decided: { date, source } });
  });
});
