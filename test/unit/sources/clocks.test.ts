import { describe, expect, it } from 'vitest';
import { verify } from '../../../functions/sources/verify.ts';
import { isAccepted, now, signedAt, signedScheme, signingNames } from './deliveries.ts';

const clocked = signingNames.filter((name) => signedScheme(name)?.timestamp !== undefined);

describe.each(clocked)('%s refuses, however well it is signed,', (name) => {
  it.each([
    '1614265330abc',
    ' +1614265330',
    '+1614265330',
    '1614265330.9',
    '1614265330.',
    '0x6037B0B2',
    '1e9',
    '-1',
    '0',
    '',
    'NaN',
    '1614265330000',
    '01614265330',
    '99999999999999',
    '１６１４２６５３３０',
    '2021-02-25T15:02:10',
    '2021-02-25 15:02:10Z',
    '2021-02-29T15:02:10Z',
    '2021-02-25T24:02:10Z',
    'Thu, 25 Feb 2021 15:02:10 GMT',
  ])('the timestamp %j', (timestamp) => {
    const { scheme, secret, headers, body } = signedAt(name, timestamp);
    expect(isAccepted(scheme, { headers, body }, { current: secret })).toBe(false);
  });

  it.each([-301, 301, 315_360_000, -315_360_000])('a timestamp that is %i seconds off', (off) => {
    const { scheme, secret, headers, body } = signedAt(name, String(now.getTime() / 1000 + off));
    expect(verify(scheme, { headers, body }, { current: secret }, { now })).toEqual({
      valid: false,
      reason: 'clock',
    });
  });

  it('nothing that is up to 300 seconds off, or as far as its source may be', () => {
    for (const off of [-300, 0, 300]) {
      const { scheme, secret, headers, body } = signedAt(name, String(now.getTime() / 1000 + off));
      expect(verify(scheme, { headers, body }, { current: secret }, { now }).valid).toBe(true);
      const strict = verify(scheme, { headers, body }, { current: secret }, { now, toleranceSeconds: 299 });
      expect(strict.valid).toBe(off === 0);
    }
  });
});
