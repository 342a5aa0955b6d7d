import type { SignedScheme } from '../../functions/sources/scheme.ts';
import { idPattern } from '../../functions/sources/template.ts';
import { readTimestamp, units } from '../../functions/sources/timestamp.ts';
import type { Capture } from './capture.ts';
import { claimed } from './claimed.ts';
import type { Claims } from './search.ts';

/** What a delivery claims, where each header stands that had to be looked for, and what is wrong with the headers. */
export interface FoundClaims extends Claims {
  findings: string[];
}

const unitNames = { seconds: 'seconds', milliseconds: 'milliseconds', iso: 'ISO 8601' } as const;

/** Finds a header under its own name, or else one whose name and value look like it. */
const lookFor = (
  { headers, repeated }: Capture,
  wanted: string,
  looksLike: (name: string, value: string) => boolean,
): { value: string; findings: string[] } => {
  const name = wanted.toLowerCase();
  const value = headers[name];
  if (value !== undefined && value !== '') {
    const twice = repeated.includes(name);
    return {
      value: twice ? (value.split(',')[0] ?? '') : value,
      findings: twice ? [`${name} came more than once. Send it once.`] : [],
    };
  }
  const other = Object.entries(headers).find(([one, text]) => one !== name && looksLike(one, text));
  return {
    value: other?.[1] ?? '',
    findings: [
      other === undefined
        ? `${name} is missing.`
        : `${name} is missing, and ${other[0]} looks like it. Send it as ${name}.`,
    ],
  };
};

const isInstant = (text: string): boolean => readTimestamp(text, units) !== undefined;

const timestampIn = (capture: Capture, scheme: SignedScheme, signature: string) => {
  const { header, prefix = '' } = scheme.timestamp ?? {};
  if (header !== undefined)
    return lookFor(capture, header, (name, value) => /time|date|stamp/.test(name) && isInstant(value));
  const value = signature.split(/[\s,]+/).find((entry) => entry.startsWith(prefix));
  return {
    value: value?.slice(prefix.length) ?? '',
    findings: value === undefined ? [`${scheme.header} has no time after ${prefix}.`] : [],
  };
};

const unreadable = (where: string, text: string, allowed: (typeof units)[number][]): string[] => {
  if (text === '' || readTimestamp(text, allowed) !== undefined) return [];
  const unit = units.find((one) => readTimestamp(text, [one]) !== undefined);
  const wanted = allowed.map((one) => unitNames[one]).join(' or ');
  return [
    unit === undefined
      ? `${where} is no time that can be read. It must be in ${wanted}, and nothing else.`
      : `${where} is in ${unitNames[unit]}. It must be in ${wanted}.`,
  ];
};

/** Reads what a delivery claims of itself, also where its headers are not as its scheme says. */
export const findClaims = (capture: Capture, scheme: SignedScheme): FoundClaims => {
  const family = Object.keys(capture.headers).find((name) =>
    new RegExp(`^${scheme.header.toLowerCase().replace('{n}', '\\d+')}$`).test(name),
  );
  const named = family ?? scheme.header.replace('{n}', '1');
  const signature = lookFor(capture, named, (name, value) => {
    const looks = /sign|hmac|hash|digest|mac/.test(name);
    return looks && scheme.signatures.some((kind) => claimed(value, kind).length > 0);
  });
  const nothing = { value: '', findings: [] };
  const id =
    scheme.id === undefined
      ? nothing
      : lookFor(capture, scheme.id, (name, value) => /(^|[-_])id$/.test(name) && idPattern.test(value));
  const timestamp = scheme.timestamp === undefined ? nothing : timestampIn(capture, scheme, signature.value);
  const badId =
    id.value !== '' && !idPattern.test(id.value)
      ? [`${scheme.id} must have at most 256 letters, digits and any of _:/+=@~-.`]
      : [];
  const where = scheme.timestamp?.header?.toLowerCase() ?? `The time in ${scheme.header}`;
  return {
    signature: signature.value,
    id: id.value,
    timestamp: timestamp.value,
    findings: [
      ...signature.findings,
      ...id.findings,
      ...badId,
      ...timestamp.findings,
      ...unreadable(where, timestamp.value, scheme.timestamp?.units ?? []),
    ],
  };
};
