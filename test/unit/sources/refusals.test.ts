import { describe, expect, it } from 'vitest';
import { type SchemeName, schemes } from '../../../functions/sources/schemes.ts';
import { sign } from '../../../functions/sources/sign.ts';
import { verify } from '../../../functions/sources/verify.ts';
import {
  goodDelivery,
  headerOf,
  isAccepted,
  now,
  secretFor,
  signedScheme,
  signingNames,
} from './deliveries.ts';

type Change = (value: string) => string | undefined;

/** What happens to the one header that holds the signature. */
const anywhere: [string, Change][] = [
  ['no signature', () => undefined],
  ['an empty signature', () => ''],
  ['a signature of nothing', (value) => value.replace(/[A-Za-z0-9+/_=-]{40,}$/, '')],
  ['half a signature', (value) => value.slice(0, -20)],
  ['a signature and more', (value) => `${value}0`],
  ['a signature and an equals sign too many', (value) => `${value}==`],
  ['a space before it', (value) => ` ${value}`],
  ['a space after it', (value) => `${value} `],
  ['another header folded into it', (value) => `${value}, ${value}`],
  ['the header sent twice', (value) => `${value},${value}`],
  ['a line end', (value) => `${value}\r\n`],
  ['a NUL', (value) => `${value}\0`],
  ['letters that are not ASCII', (value) => value.replace(/.$/, 'é')],
  ['quotation marks', (value) => `"${value}"`],
  ['8 KB', (value) => value + 'A'.repeat(8192)],
];

const swapCase = (value: string): string =>
  value.replace(/[0-9A-Fa-f]{40,}$/, (hex) =>
    hex === hex.toLowerCase() ? hex.toUpperCase() : hex.toLowerCase(),
  );
const recoded =
  (from: BufferEncoding, to: BufferEncoding): Change =>
  (value) =>
    value.replace(/[A-Za-z0-9+/_-]{40,}=*$/, (text) => Buffer.from(text, from).toString(to));

const byEncoding: Record<'hex' | 'base64' | 'base64url', [string, Change][]> = {
  hex: [
    ['hexadecimal in upper case', swapCase],
    ['base64 instead', recoded('hex', 'base64')],
  ],
  base64: [
    ['base64 without its padding', (value) => value.replace(/=+$/, '')],
    ['base64url instead', (value) => `${value.slice(0, -3)}-_=`],
    ['hexadecimal instead', recoded('base64', 'hex')],
  ],
  base64url: [
    ['padding twice', (value) => `${value}==`],
    ['base64 instead', (value) => `${value.slice(0, -2)}+/`],
    ['hexadecimal instead', recoded('base64url', 'hex')],
  ],
};

const prefixes = ['sha1=', 'sha512=', 'md5=', 'none=', 'v0=', 'v2,', 'v1a,', 'V1,', ''];
const byPrefix = (prefix: string): [string, Change][] =>
  prefixes
    .filter((other) => other !== prefix)
    .map((other) => [`the prefix ${other} for ${prefix}`, (value) => value.replace(prefix, other)]);

const changesOf = (name: SchemeName): [string, Change][] => {
  const kind = signedScheme(name)?.signatures[0];
  if (kind === undefined) return [];
  return [
    ...anywhere,
    ...byEncoding[kind.encoding],
    ...(kind.prefix === undefined ? [] : byPrefix(kind.prefix)),
  ];
};

describe.each(signingNames)('%s refuses', (name) => {
  it.each(changesOf(name))('%s', (_, change) => {
    const { scheme, secret, headers, body } = goodDelivery(name);
    const header = headerOf(name);
    const good = headers[header] ?? '';
    const changed = change(good);
    expect(changed).not.toBe(good);
    expect(isAccepted(scheme, { headers, body }, { current: secret })).toBe(true);
    expect(
      isAccepted(scheme, { headers: { ...headers, [header]: changed }, body }, { current: secret }),
    ).toBe(false);
  });

  it.each([
    ['in another order', '{"b":"/é","a":1.0}'],
    ['with a number written otherwise', '{"a":1,"b":"/é"}'],
    ['with a slash escaped', '{"a":1.0,"b":"\\/é"}'],
    ['with a letter escaped', '{"a":1.0,"b":"/\\u00e9"}'],
    ['with a line end', '{"a":1.0,"b":"/é"}\n'],
    ['with spaces', '{ "a": 1.0, "b": "/é" }'],
    ['in base64', Buffer.from('{"a":1.0,"b":"/é"}').toString('base64')],
    ['with a byte order mark', '\uFEFF{"a":1.0,"b":"/é"}'],
    ['that is empty', ''],
  ])('a body %s', (_, other) => {
    const { scheme, secret, headers } = goodDelivery(name, Buffer.from('{"a":1.0,"b":"/é"}'));
    expect(isAccepted(scheme, { headers, body: Buffer.from(other) }, { current: secret })).toBe(false);
  });

  it('what another source signed', () => {
    const { scheme, headers, body } = goodDelivery(name);
    expect(isAccepted(scheme, { headers, body }, { current: secretFor(scheme, 8) })).toBe(false);
  });

  it('a request without any header', () => {
    const { scheme, secret, body } = goodDelivery(name);
    expect(verify(scheme, { headers: {}, body }, { current: secret }, { now })).toEqual({
      valid: false,
      reason: 'header',
    });
  });
});

const identified = signingNames.filter((name) => schemes[name].delivery === 'id');

describe.each(identified)('%s refuses', (name) => {
  it.each([undefined, '', 'msg_other', 'msg.1', 'a,b', 'a b', 'a\nb', 'é', 'x'.repeat(257)])(
    'the id %j',
    (id) => {
      const { scheme, secret, headers, body } = goodDelivery(name);
      const header = signedScheme(name)?.id?.toLowerCase() ?? '';
      const signed =
        id === 'msg_other' || id === undefined ? headers : sign(scheme, secret, { id, timestamp: now, body });
      const changed = { ...signed, [header]: id };
      expect(isAccepted(scheme, { headers: changed, body }, { current: secret })).toBe(false);
    },
  );
});
