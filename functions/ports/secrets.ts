import type { SourceSecrets } from '../sources/keys.ts';

/** What is kept for a source: what it signs with, and what lets us ask its system about a person. */
export interface StoredSecrets extends SourceSecrets {
  apiKey?: string | undefined;
}

/** Whatever keeps the secrets of sources, by source id: the same object until they change, so that keys are decoded once. */
export interface SecretStore {
  secretsOf(source: string): Promise<StoredSecrets>;
}

/** The secrets could not be had, or may not be used here; nothing is let in unverified. */
export class SecretsUnavailableError extends Error {
  override readonly name = 'SecretsUnavailableError';
}
