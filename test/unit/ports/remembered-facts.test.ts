import { describe, expect, it } from 'vitest';
import { rememberFacts } from '../../../functions/ports/remembered-facts.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const counted = (limit?: number) => {
  const facts = memoryLedger();
  const read: string[] = [];
  const ledger = rememberFacts(
    {
      ...facts,
      get: (key: string) => {
        read.push(key);
        return facts.get(key);
      },
    },
    limit,
  );
  return { ledger, read };
};

describe('a ledger that remembers', () => {
  it('reads a fact once, however often it is asked for', async () => {
    const { ledger, read } = counted();
    await ledger.put('a', 'one');
    expect(await ledger.get('a')).toBe('one');
    expect(await ledger.get('a')).toBe('one');
    expect(read).toEqual(['a']);
  });

  it('asks again for what was not there', async () => {
    const { ledger } = counted();
    expect(await ledger.get('a')).toBeUndefined();
    await ledger.put('a', 'one');
    expect(await ledger.get('a')).toBe('one');
    expect(await ledger.list('')).toEqual(['a']);
  });

  it('keeps no more than its limit, and forgets what it read first', async () => {
    const { ledger, read } = counted(6);
    for (const key of ['a', 'b', 'c']) await ledger.put(key, `${key}${key}${key}`);
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await ledger.get(key);
    expect(read).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not keep what alone is above its limit', async () => {
    const { ledger, read } = counted(2);
    await ledger.put('a', 'one');
    await ledger.get('a');
    expect(await ledger.get('a')).toBe('one');
    expect(read).toEqual(['a', 'a']);
  });
});
