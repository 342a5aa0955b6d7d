import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../functions/domain/digest.ts';
import { signatureKey } from '../../../functions/sources/keys.ts';
import { mac } from '../../../functions/sources/mac.ts';
import { schemes } from '../../../functions/sources/schemes.ts';
import { verify } from '../../../functions/sources/verify.ts';
import { goodDelivery, isAccepted, now, secretFor, signedAt } from './deliveries.ts';

describe('Merge', () => {
  it('may leave the padding of base64url or send it', () => {
    const { scheme, secret, headers, body } = goodDelivery('merge');
    const padded = { 'x-merge-webhook-signature': `${headers['x-merge-webhook-signature']}=` };
    expect(isAccepted(scheme, { headers, body }, { current: secret })).toBe(true);
    expect(isAccepted(scheme, { headers: padded, body }, { current: secret })).toBe(true);
  });
});

describe('BambooHR', () => {
  it('signs the body and then the time, not the other way round', () => {
    const { secret, headers, body } = goodDelivery('bamboohr');
    const { header, signatures } = schemes.bamboohr;
    const { kind, key } = signatureKey(secret, signatures);
    if (kind.algorithm === 'ed25519') throw new Error('not symmetric');
    const wrongOrder = mac(kind, key, ['1614265330.', ''], body);
    const changed = { ...headers, [header.toLowerCase()]: wrongOrder };
    expect(isAccepted(schemes.bamboohr, { headers: changed, body }, { current: secret })).toBe(false);
  });

  it.each([
    '2021-02-25T15:02:10Z',
    '2021-02-25T16:02:10.123+01:00',
    '2021-02-25T15:02:10+0000',
    '2021-02-25T15:07:10.900Z',
  ])('may write the time as %s', (timestamp) => {
    const { scheme, secret, headers, body } = signedAt('bamboohr', timestamp);
    expect(verify(scheme, { headers, body }, { current: secret }, { now })).toMatchObject({ valid: true });
  });
});

describe('a bearer token', () => {
  const { scheme, secret, headers, body } = goodDelivery('bearer');

  it.each([
    ['is right', { authorization: `Bearer ${secret}` }, true],
    ['is right, and the name of its scheme in lower case', { authorization: `bearer ${secret}` }, true],
    ['is missing', {}, false],
    ['is empty', { authorization: 'Bearer ' }, false],
    ['is under another scheme', { authorization: `Basic ${secret}` }, false],
    ['has no scheme', { authorization: secret }, false],
    ['is one character short', { authorization: `Bearer ${secret.slice(0, -1)}` }, false],
    ['has one character more', { authorization: `Bearer ${secret}0` }, false],
    ['has two spaces before it', { authorization: `Bearer  ${secret}` }, false],
    ['is sent twice', { authorization: `Bearer ${secret},Bearer ${secret}` }, false],
    ['is in other letters', { authorization: `Bearer ${secret.toUpperCase()}x` }, false],
    ['is in another header', { 'x-authorization': `Bearer ${secret}` }, false],
    ['is 8 KB long', { authorization: `Bearer ${secret}${'A'.repeat(8192)}` }, false],
  ])('that %s', (_, given, accepted) => {
    expect(isAccepted(scheme, { headers: given, body }, { current: secret })).toBe(accepted);
  });

  it('says which secret it is, and the delivery is its body', () => {
    const verdict = verify(
      scheme,
      { headers, body },
      { current: secretFor(scheme, 9), previous: secret },
      { now },
    );
    expect(verdict).toEqual({
      valid: true,
      key: 'previous',
      deliveryId: sha256Of(body),
      signedAt: undefined,
    });
  });
});
