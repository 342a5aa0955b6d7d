import type { StoredKey } from '../../functions/ports/evidence.ts';
import type { Ledger, LedgerPages } from '../../functions/ports/ledger.ts';

export interface MemoryLedger extends Ledger, LedgerPages {
  /** Text as it is, bytes in Base64. */
  readonly facts: Map<string, string>;
  /** When each fact was put. */
  readonly times: Map<string, Date>;
}

/** As many as S3 lists in one call. */
const pageSize = 1000;

/** A ledger in memory that keeps the contract of the one in S3. */
export const memoryLedger = (
  facts = new Map<string, string>(),
  now: () => Date = () => new Date(0),
  times = new Map<string, Date>(),
): MemoryLedger => ({
  facts,
  times,
  put: async (key, body) => {
    if (facts.has(key)) return 'exists';
    times.set(key, now());
    facts.set(key, typeof body === 'string' ? body : Buffer.from(body).toString('base64'));
    return 'written';
  },
  get: async (key) => facts.get(key),
  list: async (prefix) => [...facts.keys()].filter((key) => key.startsWith(prefix)).sort(),
  page: async (prefix, after = '') => {
    const keys = [...facts.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    return { keys: keys.slice(0, pageSize), more: keys.length > pageSize };
  },
});

/** The bytes of what a ledger in memory holds; of all that we write, only Word files are no text. */
export const bytesIn =
  ({ facts }: Pick<MemoryLedger, 'facts'>) =>
  async (key: string): Promise<Uint8Array | undefined> => {
    const body = facts.get(key);
    return body === undefined ? undefined : Buffer.from(body, key.endsWith('.docx') ? 'base64' : 'utf8');
  };

/** The keys of a ledger in memory, with when each was put, in whole seconds as S3 tells them. */
export const storedIn =
  ({ list, times }: Pick<MemoryLedger, 'list' | 'times'>) =>
  async (prefix: string): Promise<StoredKey[]> =>
    (await list(prefix)).map((key) => {
      const milliseconds = times.get(key)?.getTime() ?? 0;
      return { key, storedAt: new Date(milliseconds - (milliseconds % 1000)).toISOString() };
    });
