import type { SourceSecrets } from '../sources/standard-webhooks.ts';

/** Whatever keeps the secrets of sources, by source id. */
export interface SecretStore {
  secretsOf(source: string): Promise<SourceSecrets>;
}

/** The secrets could not be had, or may not be used here; nothing is let in unverified. */
export class SecretsUnavailableError extends Error {
  override readonly name = 'SecretsUnavailableError';
}
