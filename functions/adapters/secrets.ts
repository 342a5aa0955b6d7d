import * as v from 'valibot';
import { type SecretStore, SecretsUnavailableError, type StoredSecrets } from '../ports/secrets.ts';

const cacheMilliseconds = 300_000;
const developmentMark = 'gazette-development-only';

const secretSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ current: v.string(), previous: v.optional(v.string()), apiKey: v.optional(v.string()) }),
);

/** A development secret bears its mark as it stands or in base64; a store need not know which its scheme reads. */
const isForDevelopment = (secret: string | undefined): boolean =>
  secret !== undefined &&
  [secret, Buffer.from(secret.replace(/^whsec_/, ''), 'base64').toString('latin1')].some((text) =>
    text.startsWith(developmentMark),
  );

/**
 * Secrets in AWS Secrets Manager, kept for five minutes so that a rotation reaches every instance soon and a warm
 * answer asks for none. The SDK's client is loaded when it is first needed, which keeps it out of the cold start.
 */
export const secretsManagerStore = (
  secretIds: Readonly<Record<string, string>>,
  options: { developmentSecrets: 'accepted' | 'refused'; now: () => Date },
): SecretStore => {
  const cache = new Map<string, { secrets: StoredSecrets; until: number }>();
  const fetchSecrets = async (source: string): Promise<StoredSecrets> => {
    const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
    const { SecretString } = await new SecretsManagerClient({}).send(
      new GetSecretValueCommand({ SecretId: secretIds[source] }),
    );
    const secrets = v.parse(secretSchema, SecretString);
    if (
      options.developmentSecrets === 'refused' &&
      [secrets.current, secrets.previous].some(isForDevelopment)
    ) {
      throw new Error('A development secret is configured in a deployed stage');
    }
    return secrets;
  };
  return {
    secretsOf: async (source) => {
      const cached = cache.get(source);
      if (cached && cached.until > options.now().getTime()) return cached.secrets;
      try {
        const secrets = await fetchSecrets(source);
        cache.set(source, { secrets, until: options.now().getTime() + cacheMilliseconds });
        return secrets;
      } catch (cause) {
        throw new SecretsUnavailableError('The secrets of a source could not be had', { cause });
      }
    },
  };
};
