import type { SignatureKind } from '../../functions/sources/scheme.ts';
import { distinct, type Variant } from './variant.ts';

const hashes = new Map([
  [20, 'sha1'],
  [32, 'sha256'],
  [64, 'sha512'],
] as const);

const sizes: ReadonlySet<number> = new Set(hashes.keys());

/** The hash of an HMAC of this many bytes. */
export const hashOf = (bytes: number): string | undefined => {
  const found = [...hashes].find(([size]) => size === bytes);
  return found?.[1];
};

const isHex = (text: string): boolean => /^[0-9a-f]+$/i.test(text) && sizes.has(text.length / 2);

const decodings: readonly [string, (text: string) => Buffer | undefined][] = [
  ['hex', (text) => (isHex(text) ? Buffer.from(text, 'hex') : undefined)],
  ['base64', (text) => (/^[A-Za-z0-9+/]+=*$/.test(text) ? Buffer.from(text, 'base64') : undefined)],
  ['base64url', (text) => (/^[A-Za-z0-9_-]+=*$/.test(text) ? Buffer.from(text, 'base64url') : undefined)],
  [
    'base64 of hex',
    (text) => {
      const inside = Buffer.from(text, 'base64').toString('latin1');
      return isHex(inside) ? Buffer.from(inside, 'hex') : undefined;
    },
  ],
];

const algorithmNames: Readonly<Record<string, string>> = {
  sha1: 'HMAC-SHA-1',
  sha256: 'HMAC-SHA-256',
  sha512: 'HMAC-SHA-512',
};

/** What is wrong with how a signature is made or written, as far as its own text tells. */
const faults = (text: string, encoding: string, bytes: Buffer, kind: SignatureKind): string[] => {
  const [wanted, made] = [kind.algorithm.replace('hmac-', ''), hashOf(bytes.length) ?? ''];
  return [
    ...(kind.algorithm !== 'ed25519' && wanted !== made
      ? [`The signature is ${algorithmNames[made]}. It must be ${algorithmNames[wanted]}.`]
      : []),
    ...(encoding === kind.encoding
      ? []
      : [`The signature is in ${encoding}. It must be in ${kind.encoding}.`]),
    ...(encoding === 'hex' && kind.encoding === 'hex' && text !== text.toLowerCase()
      ? ['The signature is in upper case. It must be in lower case.']
      : []),
  ];
};

/** The parts of a header that may be signatures: without labels, quotes and what stands between them. */
const tokens = (header: string): string[] =>
  header
    .split(/[\s,;]+/)
    .map((part) => part.replaceAll('"', '').replace(/^[A-Za-z0-9_-]{1,16}=(?=[^=])/, ''))
    .filter((part) => part !== '');

/** The signatures that a header may hold, decoded in each way that gives as many bytes as a signature has. */
export const claimed = (header: string, kind: SignatureKind): Variant<Buffer>[] => {
  const found = tokens(header).flatMap((text) =>
    decodings.flatMap(([encoding, decode]) => {
      const value = decode(text);
      if (value === undefined || !sizes.has(value.length)) return [];
      const wrong = faults(text, encoding, value, kind);
      return [{ value, ...(wrong.length > 0 && { says: wrong.join(' ') }) }];
    }),
  );
  // Of two readings that give the same bytes, the one that finds nothing wrong.
  const best = found.toSorted((a, b) => Number(a.says !== undefined) - Number(b.says !== undefined));
  return distinct(best, (value) => value.toString('hex'));
};
