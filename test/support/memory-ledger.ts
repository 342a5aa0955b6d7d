import type { Ledger } from '../../functions/ports/ledger.ts';

export interface MemoryLedger extends Ledger {
  /** Text as it is, bytes in Base64. */
  readonly facts: Map<string, string>;
}

/** A ledger in memory that keeps the contract of the one in S3. */
export const memoryLedger = (facts = new Map<string, string>()): MemoryLedger => ({
  facts,
  put: async (key, body) => {
    if (facts.has(key)) return 'exists';
    facts.set(key, typeof body === 'string' ? body : Buffer.from(body).toString('base64'));
    return 'written';
  },
  get: async (key) => facts.get(key),
  list: async (prefix) => [...facts.keys()].filter((key) => key.startsWith(prefix)).sort(),
});

/** The bytes of what a ledger in memory holds; of all that we write, only Word files are no text. */
export const bytesIn =
  ({ facts }: Pick<MemoryLedger, 'facts'>) =>
  async (key: string): Promise<Uint8Array | undefined> => {
    const body = facts.get(key);
    return body === undefined ? undefined : Buffer.from(body, key.endsWith('.docx') ? 'base64' : 'utf8');
  };
