import { InvalidSecretError } from '../../functions/sources/keys.ts';
import type { BearerScheme, Scheme, SignedScheme } from '../../functions/sources/scheme.ts';
import { readTimestamp, units } from '../../functions/sources/timestamp.ts';
import { type Verdict, verify } from '../../functions/sources/verify.ts';
import { diagnoseBearer } from './bearer.ts';
import type { Capture } from './capture.ts';
import { claimed } from './claimed.ts';
import { type FoundClaims, findClaims } from './claims.ts';
import { search } from './search.ts';
import type { KnownSecrets } from './secrets.ts';
import { span } from './span.ts';

/** What to hold a delivery against. */
export interface Against {
  scheme: Scheme;
  secrets: KnownSecrets;
  /** When the delivery came, or is taken to have come. */
  at: Date;
  toleranceSeconds: number | undefined;
}

/** Whether a delivery verifies, and if not, what is wrong with it, in sentences that hold no secret and no signature. */
interface Diagnosis {
  verifies: boolean;
  findings: readonly string[];
}

const attempt = (capture: Capture, against: Against): Verdict | InvalidSecretError => {
  const { scheme, secrets, at: now, toleranceSeconds } = against;
  try {
    return verify(scheme, capture, secrets, { now, toleranceSeconds });
  } catch (error) {
    if (error instanceof InvalidSecretError) return error;
    throw error;
  }
};

const lengthFinding = ({ headers, body }: Capture): string[] => {
  const said = headers['content-length'];
  return said === undefined || Number(said) === body.length
    ? []
    : [
        `Content-Length says ${said} bytes and the capture has ${body.length}: it is not the body that was sent.`,
      ];
};

const clockFinding = (sent: string, { scheme, at, toleranceSeconds }: Against): string[] => {
  const instant = readTimestamp(sent, units);
  const allowed =
    toleranceSeconds ?? (scheme.kind === 'signature' ? scheme.timestamp?.toleranceSeconds : 0) ?? 0;
  if (instant === undefined) return [];
  const seconds = Math.floor(at.getTime() / 1000) - Math.floor(instant.getTime() / 1000);
  if (Math.abs(seconds) <= allowed) return [];
  const side = seconds > 0 ? 'before' : 'after';
  return [
    `It was signed ${span(Math.abs(seconds))} ${side} ${at.toISOString()}, and may be ${allowed} seconds off. Set the sender's clock, sign anew at each attempt, or say with --at when it came.`,
  ];
};

const wanted = ({ signs, signatures, header }: SignedScheme): string => {
  const ways = signatures.map(
    ({ prefix = '', algorithm, encoding }) =>
      `${algorithm} of ${signs} in ${encoding}${prefix && ` after ${prefix}`}`,
  );
  return `${header} must be ${ways.join(', or ')}`;
};

/** What is said where the label is missing that tells one kind of signature from another. */
const labelFinding = (signature: string, { signatures, separator }: SignedScheme): string[] => {
  const labels = signatures.flatMap(({ prefix = '' }) => (prefix === '' ? [] : [prefix]));
  const entries = separator === undefined ? [signature] : signature.split(separator);
  if (labels.length === 0 || entries.some((entry) => labels.some((label) => entry.startsWith(label))))
    return [];
  return [`The signature has no label that is known. Put ${labels.join(' or ')} right before it.`];
};

const unexplained = (claims: FoundClaims, scheme: SignedScheme): string => {
  if (scheme.signatures.every((kind) => claimed(claims.signature, kind).length === 0))
    return `The signature cannot be read. ${wanted(scheme)}.`;
  return claims.findings.length === 0
    ? 'The format is right; check the secret. If it is the right one, the body was changed on its way.'
    : 'No known mistake explains the signature; check the secret.';
};

const diagnoseSignature = (capture: Capture, scheme: SignedScheme, against: Against): string[] => {
  const claims = findClaims(capture, scheme);
  const clock = clockFinding(claims.timestamp, against);
  if (claims.signature === '') return [...claims.findings, ...clock];
  const label = labelFinding(claims.signature, scheme);
  const signed = search(scheme, against.secrets, claims, capture.body);
  const found = signed ?? [unexplained({ ...claims, findings: [...claims.findings, ...label] }, scheme)];
  const findings = [...claims.findings, ...clock, ...label, ...found];
  return findings.length > 0 ? findings : [`The header is not written as it must be. ${wanted(scheme)}.`];
};

const explain = (capture: Capture, scheme: SignedScheme | BearerScheme, against: Against): string[] =>
  scheme.kind === 'bearer'
    ? diagnoseBearer(capture.headers, scheme, against.secrets)
    : diagnoseSignature(capture, scheme, against);

/** Says whether a captured delivery verifies, and if not why, by trying what is known to go wrong. */
export const diagnose = (capture: Capture, against: Against): Diagnosis => {
  const verdict = attempt(capture, against);
  if (verdict instanceof InvalidSecretError) {
    const findings = [`${verdict.message}.`, ...explain(capture, against.scheme, against)];
    return { verifies: false, findings };
  }
  if (verdict.valid) return { verifies: true, findings: [`It verifies with the ${verdict.key} secret.`] };
  return {
    verifies: false,
    findings: [...lengthFinding(capture), ...explain(capture, against.scheme, against)],
  };
};
