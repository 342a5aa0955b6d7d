import { describe, expect, it } from 'vitest';
import type { SchemeName } from '../../../functions/sources/schemes.ts';
import { goodDelivery, headerOf, isAccepted } from './deliveries.ts';

describe('a list of signatures', () => {
  const lists: [SchemeName, string, string][] = [
    ['standard-webhooks', ' ', 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc='],
    ['finch', ' ', 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc='],
    ['stripe-like', ',', 'v1=potato'],
  ];

  it.each(lists)(
    'of %s is taken where any fits, among others that are known or not',
    (name, separator, other) => {
      const { scheme, secret, headers, body } = goodDelivery(name);
      const list = [headers[headerOf(name)], other, other.replace('v1', 'v9')].join(separator);
      expect(
        isAccepted(scheme, { headers: { ...headers, [headerOf(name)]: list }, body }, { current: secret }),
      ).toBe(true);
    },
  );

  it.each(lists)('of %s is refused where it has more than 16', (name, separator, other) => {
    const { scheme, secret, headers, body } = goodDelivery(name);
    const listOf = (others: number) =>
      [...Array(others).fill(other), headers[headerOf(name)]].join(separator);
    const accepts = (list: string) =>
      isAccepted(scheme, { headers: { ...headers, [headerOf(name)]: list }, body }, { current: secret });
    expect([15, 16, 5000].map((others) => accepts(listOf(others)))).toEqual([true, false, false]);
  });

  it.each(lists)('of %s is refused where an entry is none', (name, separator) => {
    const { scheme, secret, headers, body } = goodDelivery(name);
    const good = headers[headerOf(name)];
    for (const entry of ['', 'v1', 'junk', 'v1,', 'v1=', ',x', '=x', 'v 1,x', 'v1,a,b', 'v1=a=b']) {
      const list = `${good}${separator}${entry}`;
      expect(
        isAccepted(scheme, { headers: { ...headers, [headerOf(name)]: list }, body }, { current: secret }),
      ).toBe(false);
    }
  });

  it('of Stripe is refused where it has two timestamps', () => {
    const { scheme, secret, headers, body } = goodDelivery('stripe-like');
    for (const list of [`t=1,${headers['stripe-signature']}`, `${headers['stripe-signature']},t=1614265330`])
      expect(isAccepted(scheme, { headers: { 'stripe-signature': list }, body }, { current: secret })).toBe(
        false,
      );
  });
});

describe('the numbered headers of DocuSign', () => {
  const { scheme, secret, headers, body } = goodDelivery('docusign-connect');
  const good = headers['x-docusign-signature-1'];
  const wrong = Buffer.alloc(32).toString('base64');
  const family = (values: readonly (string | undefined)[]) =>
    Object.fromEntries(values.map((value, index) => [`x-docusign-signature-${index + 1}`, value]));

  it.each([
    ['the second fits and the first does not', [wrong, good], true],
    ['only the second is there', [undefined, good], true],
    ['the sixteenth fits', [...Array(15).fill(wrong), good], true],
    ['there is a seventeenth', [good, ...Array(16).fill(wrong)], false],
    ['none fits', [wrong, wrong], false],
  ])('are taken or refused where %s', (_, values, accepted) => {
    expect(isAccepted(scheme, { headers: family(values), body }, { current: secret })).toBe(accepted);
  });

  it('do not reach a header that has no number', () => {
    expect(
      isAccepted(scheme, { headers: { 'x-docusign-signature-': good }, body }, { current: secret }),
    ).toBe(false);
  });
});
