import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../domain/problem.ts';
import type { Log } from '../ports/log.ts';
import { type SecretStore, SecretsUnavailableError } from '../ports/secrets.ts';
import { InvalidSecretError } from '../sources/keys.ts';
import { type Source, schemeOf } from '../sources/source.ts';
import { type Verdict, verify } from '../sources/verify.ts';

/** Which secret a delivery was proven with, what identifies it, and when it was signed, where a time is signed. */
export type Proof = Extract<Verdict, { valid: true }>;

/** One answer for all that can be wrong with a signature, so that it teaches a forger nothing. */
const notVerified = (): Problem =>
  new Problem(
    401,
    'signature',
    'The signature could not be verified',
    'Sign the raw body as the scheme of this source says, with its secret and the present time.',
  );

const secretsProblem = (cause: unknown): Problem =>
  new Problem(
    503,
    'unavailable',
    'Gazette cannot verify signatures now',
    'Send the event again in a while.',
    {
      headers: { 'retry-after': '30' },
      cause,
    },
  );

/** Secrets that cannot be had, or not be used, let nothing in unverified; the sender is asked to try again. */
const whileSecretsFail = (ports: { log: Log }, source: string, error: unknown): unknown => {
  if (error instanceof InvalidSecretError) ports.log('ERROR', 'SECRET_INVALID', { source });
  return error instanceof InvalidSecretError || error instanceof SecretsUnavailableError
    ? secretsProblem(error)
    : error;
};

/** Proves that a delivery is its source's, over its raw bytes; throws the problem that says otherwise. */
export const verified = async (
  ports: { secrets: SecretStore; now: () => Date; log: Log },
  [id, source]: [string, Source],
  delivery: { headers: APIGatewayProxyEventV2['headers']; body: Buffer },
): Promise<Proof> => {
  try {
    const secrets = await ports.secrets.secretsOf(id);
    const clock = { now: ports.now(), toleranceSeconds: source.toleranceSeconds };
    const verdict = verify(schemeOf(source), delivery, secrets, clock);
    if (verdict.valid) return verdict;
    ports.log('WARN', 'SIGNATURE_REFUSED', { source: id, reason: verdict.reason });
  } catch (error) {
    throw whileSecretsFail(ports, id, error);
  }
  throw notVerified();
};
