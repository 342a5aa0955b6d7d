import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp, units, writeTimestamp } from '../../../functions/sources/timestamp.ts';

describe('a timestamp', () => {
  it.each(units)('in %s is read as it is written', (unit) => {
    const whole = unit === 'seconds' ? 1000 : 1;
    const instants = fc.date({
      min: new Date('2001-09-10'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const rounded = Math.floor(instant.getTime() / whole) * whole;
        expect(readTimestamp(writeTimestamp(instant, unit), [unit])?.getTime()).toBe(rounded);
      }),
    );
  });

  it.each([
    ['2021-02-25T15:02:10Z', '2021-02-25T15:02:10.000Z'],
    ['2021-02-25T15:02:10.123456789Z', '2021-02-25T15:02:10.123Z'],
    ['2021-02-25T00:02:10+05:30', '2021-02-24T18:32:10.000Z'],
    ['2021-02-25T15:02:10-0800', '2021-02-25T23:02:10.000Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
  ])('in ISO 8601 has a zone: %s', (text, instant) => {
    expect(readTimestamp(text, ['iso'])?.toISOString()).toBe(instant);
  });

  it.each([
    '2021-02-25T15:02:10',
    '2021-02-25',
    '2021-02-29T15:02:10Z',
    '2021-04-31T15:02:10Z',
    '2021-13-01T15:02:10Z',
    '2021-00-01T15:02:10Z',
    '2021-02-00T15:02:10Z',
    '2021-02-25T24:00:00Z',
    '2021-02-25T15:60:10Z',
    '2021-02-25T15:02:60Z',
    '2021-02-25T15:02:10+15:00',
    '2021-02-25T15:02:10.Z',
    '2021-02-25t15:02:10z',
    '2021-02-25T15:02:10Z ',
    '+2021-02-25T15:02:10Z',
  ])('in ISO 8601 is refused: %s', (text) => {
    expect(readTimestamp(text, ['iso'])).toBeUndefined();
  });

  it.each([
    ['seconds', '99999999999', true],
    ['seconds', '100000000000', false],
    ['milliseconds', '999999999999', false],
    ['milliseconds', '1000000000000', true],
    ['milliseconds', '100000000000000', false],
  ] as const)('in %s may be %s: %s', (unit, text, good) => {
    expect(readTimestamp(text, [unit]) !== undefined).toBe(good);
  });

  it('cannot be meant as seconds and as milliseconds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }).map(String), (digits) => {
        expect([readTimestamp(digits, ['seconds']), readTimestamp(digits, ['milliseconds'])]).toContain(
          undefined,
        );
      }),
    );
  });
});
