import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Log } from '../adapters/log.ts';
import { Problem } from '../adapters/problem.ts';
import { type SecretStore, SecretsUnavailableError } from '../ports/secrets.ts';
import type { Source } from '../sources/source.ts';
import { type Verdict, verify } from '../sources/standard-webhooks.ts';

/** One answer for all that can be wrong with a signature, so that it teaches a forger nothing. */
const notVerified = (): Problem =>
  new Problem(
    401,
    'signature',
    'The signature could not be verified',
    'Sign the raw body as Standard Webhooks says, with the secret of this source and the present time.',
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

/** Proves that a delivery is its source's, over its raw bytes; throws the problem that says otherwise. */
export const verified = async (
  ports: { secrets: SecretStore; now: () => Date; log: Log },
  [id, source]: [string, Source],
  delivery: { headers: APIGatewayProxyEventV2['headers']; body: Buffer },
): Promise<Extract<Verdict, { valid: true }>> => {
  const secrets = await ports.secrets.secretsOf(id).catch((error: unknown) => {
    throw error instanceof SecretsUnavailableError ? secretsProblem(error) : error;
  });
  const verdict = verify(delivery, secrets, { now: ports.now(), toleranceSeconds: source.toleranceSeconds });
  if (verdict.valid) return verdict;
  ports.log('WARN', 'SIGNATURE_REFUSED', { source: id, reason: verdict.reason });
  throw notVerified();
};
