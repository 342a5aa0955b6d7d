import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../functions/domain/acts.ts';
import { type NoticedExchange, noticeDuties } from '../../../../functions/domain/filing/exchange-notice.ts';

const at = (eastern: string): Date => new Date(eastern);
const first = (exchange: NoticedExchange, eastern: string) => noticeDuties(exchange, at(eastern))[0];
const holds = (exchange: NoticedExchange, eastern: string): (string | undefined)[] =>
  noticeDuties(exchange, at(eastern)).flatMap(({ notBefore }) =>
    notBefore === undefined ? [] : [notBefore],
  );

describe('Nasdaq is told', () => {
  it.each([
    ['ten minutes before a release at noon', '2026-06-11T12:00:00-04:00', '2026-06-11T15:50:00.000Z'],
    ['ten minutes before a release at seven', '2026-06-11T07:00:00-04:00', '2026-06-11T10:50:00.000Z'],
    [
      'ten minutes before a release at eight in the evening',
      '2026-06-11T20:00:00-04:00',
      '2026-06-11T23:50:00.000Z',
    ],
    ['by 6:50 of the same morning before seven', '2026-06-11T06:59:59-04:00', '2026-06-11T10:50:00.000Z'],
    ['by 6:50 of the same morning after midnight', '2026-06-11T00:00:00-04:00', '2026-06-11T10:50:00.000Z'],
    ['by 6:50 of the next morning after eight', '2026-06-11T20:01:00-04:00', '2026-06-12T10:50:00.000Z'],
    ['by 6:50 of Monday after eight on Friday', '2026-06-12T21:00:00-04:00', '2026-06-15T10:50:00.000Z'],
    ['by 6:50 of Monday on a Saturday', '2026-06-13T12:00:00-04:00', '2026-06-15T10:50:00.000Z'],
    ['by 6:50 of Monday early on a Saturday', '2026-06-13T05:00:00-04:00', '2026-06-15T10:50:00.000Z'],
    ['by 6:50 of Monday on Good Friday', '2026-04-03T12:00:00-04:00', '2026-04-06T10:50:00.000Z'],
    ['in winter time', '2026-01-15T06:00:00-05:00', '2026-01-15T11:50:00.000Z'],
    ['across the change to summer time', '2026-03-06T21:00:00-05:00', '2026-03-09T10:50:00.000Z'],
  ])('%s', (_, planned, latest) => {
    expect(first('nasdaq', planned)).toMatchObject({ rule: 'Nasdaq Rule 5250(b)(1) and IM-5250-1', latest });
  });

  it('on a named morning where the release is outside the hours', () => {
    expect(first('nasdaq', '2026-06-12T21:00:00-04:00')?.text).toContain(
      'before 6:50 AM Eastern time on Monday, June 15, 2026.',
    );
  });

  it.each([
    ['15:59:59', []],
    ['16:00:00', ['2026-06-11T20:05:00.000Z']],
    ['16:04:59', ['2026-06-11T20:05:00.000Z']],
    ['16:05:00', []],
  ])('and asks at %s that news wait until %j', (time, expected) => {
    expect(holds('nasdaq', `2026-06-11T${time}-04:00`)).toEqual(expected);
  });
});

describe('the NYSE is called', () => {
  it.each([
    ['2026-06-11T07:00:00-04:00', '2026-06-11T10:50:00.000Z'],
    ['2026-06-11T12:00:00-04:00', '2026-06-11T15:50:00.000Z'],
    ['2026-06-11T16:00:00-04:00', '2026-06-11T19:50:00.000Z'],
  ])('ten minutes before a release at %s', (planned, latest) => {
    expect(first('nyse', planned)).toMatchObject({ rule: 'NYSE Listed Company Manual 202.06', latest });
  });

  it.each([
    ['before seven', '2026-06-11T06:59:00-04:00'],
    ['after four', '2026-06-11T16:30:00-04:00'],
    ['on a Saturday', '2026-06-13T12:00:00-04:00'],
    ['on Good Friday', '2026-04-03T12:00:00-04:00'],
  ])('not for a release %s', (_, planned) => {
    expect(first('nyse', planned)?.text).toMatch(/^No call is due/);
    expect(first('nyse', planned)).not.toHaveProperty('latest');
  });

  const [five, fifteen] = ['2026-06-11T20:05:00.000Z', '2026-06-11T20:15:00.000Z'];
  it.each([
    ['15:59:59', []],
    ['16:00:00', [five, fifteen]],
    ['16:04:59', [five, fifteen]],
    ['16:05:00', [fifteen]],
    ['16:14:59', [fifteen]],
    ['16:15:00', []],
  ])('and a release at %s is held until %j', (time, expected) => {
    expect(holds('nyse', `2026-06-11T${time}-04:00`)).toEqual(expected);
  });

  it('and one after an early close is held from 1 PM on', () => {
    expect(holds('nyse', '2026-11-27T13:02:00-05:00')).toEqual([
      '2026-11-27T18:05:00.000Z',
      '2026-11-27T18:15:00.000Z',
    ]);
    expect(holds('nyse', '2026-11-27T16:02:00-05:00')).toEqual([]);
  });

  it('and nothing is held on a day without trading', () => {
    expect(holds('nyse', '2026-06-13T16:02:00-04:00')).toEqual([]);
  });
});

describe('the NYSE has notice of a dividend', () => {
  const dividendNotices = (exchange: NoticedExchange, eastern: string, acts: readonly Act[]) =>
    noticeDuties(exchange, at(eastern), acts).filter(({ rule }) => rule.includes('204.12'));
  const dividend: Act = { kind: 'dividend' };

  it.each([
    ['at noon', '2026-06-11T12:00:00-04:00', '2026-06-11T15:50:00.000Z'],
    ['at night', '2026-06-11T22:00:00-04:00', '2026-06-12T01:50:00.000Z'],
    ['on a Saturday', '2026-06-13T12:00:00-04:00', '2026-06-13T15:50:00.000Z'],
    ['on the first day of the rule', '2018-02-01T20:00:00-05:00', '2018-02-02T00:50:00.000Z'],
  ])('ten minutes before a release %s', (_, planned, latest) => {
    expect(dividendNotices('nyse', planned, [dividend])).toMatchObject([{ latest }]);
  });

  it.each<[string, NoticedExchange, string, Act]>([
    ['before the rule', 'nyse', '2018-01-31T20:00:00-05:00', dividend],
    ['from a company that is on Nasdaq', 'nasdaq', '2026-06-11T12:00:00-04:00', dividend],
    ['where another thing is announced', 'nyse', '2026-06-11T12:00:00-04:00', { kind: 'restatement' }],
  ])('and none %s', (_, exchange, planned, act) => {
    expect(dividendNotices(exchange, planned, [act])).toEqual([]);
  });
});

describe('of both exchanges', () => {
  const exchanges = ['nasdaq', 'nyse'] as const;

  it.each(exchanges)('%s: it is the company that tells, not the wire', (exchange) => {
    expect(noticeDuties(exchange, at('2026-06-11T12:00:00-04:00')).at(-1)?.rule).toBe(
      'Practice of the newswires',
    );
  });

  it.each([
    ['nasdaq', '2002-06-06', '2015-11-05', '2015-11-06'],
    ['nyse', '2002-06-06', '2017-12-06', '2017-12-07'],
  ] as const)('%s: nothing is claimed for %s or %s', (exchange, demo, before, since) => {
    for (const day of [demo, before]) {
      const duties = noticeDuties(exchange, at(`${day}T12:00:00-04:00`));
      expect(duties).toHaveLength(1);
      expect(duties[0]?.text).toContain('Ask counsel');
    }
    expect(noticeDuties(exchange, at(`${since}T12:00:00-05:00`)).length).toBeGreaterThan(1);
  });

  it('no notice is later than the release within the hours, nor a hold earlier', () => {
    const instants = fc.date({
      min: at('2018-01-01T00:00:00Z'),
      max: at('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...exchanges), instants, (exchange, planned) => {
        for (const { rule, text, notBefore, latest } of noticeDuties(exchange, planned)) {
          expect(rule).not.toBe('');
          expect(text).toMatch(/^[A-Z][\x20-\x7E]+\.$/);
          if (notBefore !== undefined) expect(notBefore > planned.toISOString()).toBe(true);
          if (latest !== undefined && !text.includes('6:50')) {
            expect(planned.getTime() - Date.parse(latest)).toBe(600_000);
          }
        }
      }),
    );
  });
});
