import type { SourceSecrets } from '../sources/keys.ts';

/** Whatever keeps the secrets of sources, by source id: the same object until they change, so that keys are decoded once. */
export interface SecretStore {
  secretsOf(source: string): Promise<SourceSecrets>;
}

/** The secrets could not be had, or may not be used here; nothing is let in unverified. */
export class SecretsUnavailableError extends Error {
  override readonly name = 'SecretsUnavailableError';
}
