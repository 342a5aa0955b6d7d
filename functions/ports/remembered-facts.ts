import type { Ledger } from './ledger.ts';

/** What one function keeps of the facts that it has read: most readers of a draft come again, and others come to the same. */
const limitCharacters = 16_000_000;

/**
 * A ledger that reads a fact once. No fact is ever changed, so that one that was read is good for as long as the process
 * lives; that there is none yet, and which keys there are, is asked anew each time. What was read first is forgotten first.
 */
export const rememberFacts = <L extends Pick<Ledger, 'get'>>(ledger: L, limit = limitCharacters): L => {
  const facts = new Map<string, string>();
  let size = 0;
  const forget = (key: string, body: string): void => {
    facts.delete(key);
    size -= body.length;
  };
  return {
    ...ledger,
    get: async (key: string): Promise<string | undefined> => {
      const known = facts.get(key);
      if (known !== undefined) return known;
      const body = await ledger.get(key);
      if (body === undefined || body.length > limit || facts.has(key)) return body;
      facts.set(key, body);
      size += body.length;
      for (const [oldest, old] of facts) {
        if (size <= limit) break;
        forget(oldest, old);
      }
      return body;
    },
  };
};
