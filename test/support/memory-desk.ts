import type { Desk } from '../../functions/ports/desk.ts';

export interface MemoryDesk extends Desk {
  readonly papers: Map<string, string>;
}

/** A desk in memory that keeps the contract of the one in S3. */
export const memoryDesk = (papers = new Map<string, string>()): MemoryDesk => ({
  papers,
  put: async (key, body) => {
    papers.set(key, body);
  },
  claim: async (key, body) => {
    if (papers.has(key)) return 'exists';
    papers.set(key, body);
    return 'written';
  },
  get: async (key) => papers.get(key),
  delete: async (key) => {
    papers.delete(key);
  },
  list: async (prefix, until) =>
    [...papers.keys()]
      .filter((key) => key.startsWith(prefix) && (until === undefined || key <= until))
      .sort(),
});
