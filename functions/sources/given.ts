import type { SignatureKind, SignedScheme } from './scheme.ts';
import { idPattern } from './template.ts';
import { readTimestamp } from './timestamp.ts';

/** More signatures than any rotation needs: what is above is refused, so that nobody can make us work by sending a list. */
const maxSignatures = 16;

const maxHeaderLength = 4096;

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** One signature as it was given: its kind, and its text without the prefix and without optional padding. */
export interface GivenSignature {
  kind: SignatureKind;
  text: string;
}

/** What a delivery says of itself in headers; nothing of it is proven yet. */
export interface Given {
  id: string;
  /** The timestamp as it was sent, which is what is signed. */
  timestamp: string;
  signedAt: Date | undefined;
  signatures: readonly GivenSignature[];
}

const signatureBytes = { 'hmac-sha256': 32, 'hmac-sha512': 64, ed25519: 64 } as const;

/** Exactly as long as the signature is, in exactly its alphabet; only base64url is known to come with padding or without. */
const textPattern = ({ algorithm, encoding }: SignatureKind): string => {
  const bytes = signatureBytes[algorithm];
  const [characters, padding] = [Math.ceil((bytes * 4) / 3), '='.repeat((3 - (bytes % 3)) % 3)];
  switch (encoding) {
    case 'hex':
      return `([0-9a-f]{${bytes * 2}})`;
    case 'base64':
      return `([A-Za-z0-9+/]{${characters}}${padding})`;
    case 'base64url':
      return `([A-Za-z0-9_-]{${characters}})(?:${padding})?`;
  }
};

/** Reads one header, or a numbered family of them up to one too many; undefined where there is none. */
const valuesOf = (header: string): ((headers: Headers) => readonly string[] | undefined) => {
  const name = header.toLowerCase();
  if (!name.endsWith('{n}')) {
    return (headers) => {
      const value = headers[name];
      return value === undefined ? undefined : [value];
    };
  }
  const names = Array.from({ length: maxSignatures + 1 }, (_, index) => name.replace('{n}', `${index + 1}`));
  return (headers) => {
    const values = names.map((one) => headers[one]).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values;
  };
};

/**
 * Compiles how a scheme reads headers. The result is undefined where one is missing, too long, or not to the letter: an
 * entry of a list must be a label and a value, even where the label is one that the scheme does not know.
 */
export const compileGiven = (scheme: SignedScheme): ((headers: Headers) => Given | undefined) => {
  const { separator, timestamp: clock } = scheme;
  const read = valuesOf(scheme.header);
  const kinds = scheme.signatures.map((kind) => ({
    kind,
    pattern: new RegExp(`^${kind.prefix ?? ''}${textPattern(kind)}$`),
  }));
  const delimiters = [...new Set(scheme.signatures.map(({ prefix }) => prefix?.at(-1) ?? ''))].join('');
  const entryPattern = new RegExp(`^[A-Za-z0-9]+[${delimiters}](?:(?![${delimiters}])[!-~])+$`);

  const signatureIn = (entry: string): GivenSignature | undefined => {
    for (const { kind, pattern } of kinds) {
      const text = pattern.exec(entry)?.[1];
      if (text !== undefined) return { kind, text };
    }
    return undefined;
  };

  const timestampIn = (headers: Headers, entries: readonly string[]): string | undefined => {
    if (clock?.header !== undefined) return headers[clock.header.toLowerCase()];
    const prefix = clock?.prefix ?? '';
    const [entry, another] = entries.filter((one) => one.startsWith(prefix));
    return another === undefined ? entry?.slice(prefix.length) : undefined;
  };

  return (headers) => {
    const values = read(headers);
    if (values === undefined || values.some((value) => value.length > maxHeaderLength)) return undefined;
    const entries = separator === undefined ? values : values.flatMap((value) => value.split(separator));
    // One entry more is the timestamp, where the list holds it.
    if (entries.length > maxSignatures + (clock?.prefix === undefined ? 0 : 1)) return undefined;
    if (separator !== undefined && !entries.every((entry) => entryPattern.test(entry))) return undefined;
    const id = scheme.id === undefined ? '' : (headers[scheme.id.toLowerCase()] ?? '');
    if (scheme.id !== undefined && !idPattern.test(id)) return undefined;
    const timestamp = clock === undefined ? '' : (timestampIn(headers, entries) ?? '');
    const signedAt = clock === undefined ? undefined : readTimestamp(timestamp, clock.units);
    if (clock !== undefined && signedAt === undefined) return undefined;
    const signatures = entries.map(signatureIn).filter((signature) => signature !== undefined);
    return { id, timestamp, signedAt, signatures };
  };
};
