import { type Lookup, LookupFailedError } from '../ports/lookup.ts';
import type { SecretStore } from '../ports/secrets.ts';
import type { Source } from '../sources/source.ts';

/**
 * Asks the systems that sources are configured with, each with the key that is kept beside its source's secret. What
 * talks to a system is loaded when it is first needed, which keeps it out of the cold start.
 */
export const lookUpInSystems =
  (sources: Readonly<Record<string, Pick<Source, 'lookup'>>>, secrets: SecretStore): Lookup =>
  async (source, personId) => {
    try {
      const { lookup } = sources[source] ?? {};
      const { apiKey } = await secrets.secretsOf(source);
      if (lookup === undefined || apiKey === undefined) throw new LookupFailedError('no-key');
      const { askBambooHr } = await import('./lookup-bamboohr.ts');
      return await askBambooHr({ baseUrl: lookup.baseUrl, apiKey }, personId);
    } catch (cause) {
      if (cause instanceof LookupFailedError) throw cause;
      throw new LookupFailedError(cause instanceof Error ? cause.name : 'unknown', { cause });
    }
  };
