import { describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { readEvidence, type StoredKey } from '../../../functions/ports/evidence.ts';
import { release } from '../../support/draft.ts';
import { bytesIn, memoryLedger, storedIn } from '../../support/memory-ledger.ts';

const visit = (number: number): string =>
  keys.visit(release, `helen-marsh~2002-06-06~opened~${String(number).padStart(4, '0')}`);

/** A ledger that takes a fact more each time that it is listed, as often as `comings` says. */
const busy = async (size: number, comings: number) => {
  const facts = memoryLedger();
  for (let number = 0; number < size; number += 1) await facts.put(visit(number), '{}');
  let lists = 0;
  const storedKeys = async (prefix: string): Promise<StoredKey[]> => {
    const found = await storedIn(facts)(prefix);
    lists += 1;
    if (lists <= comings) await facts.put(visit(size + lists), '{}');
    return found;
  };
  const read = () =>
    readEvidence(
      { ledger: facts, bytesOf: bytesIn(facts), storedKeys },
      release,
      new Date('2002-06-06T12:00:00Z'),
    );
  return { read, lists: () => lists };
};

describe('what a release has at one moment', () => {
  it('takes one listing where that is one call', async () => {
    const { read, lists } = await busy(1000, 1);
    expect((await read())?.facts).toHaveLength(1000);
    expect(lists()).toBe(1);
  });

  it('takes two listings that agree where each is several calls, between which facts may come', async () => {
    const { read, lists } = await busy(1001, 2);
    expect((await read())?.facts).toHaveLength(1003);
    expect(lists()).toBe(4);
  });

  it('cannot be had where facts never stop coming', async () => {
    const { read } = await busy(1001, 100);
    await expect(read()).rejects.toThrow('each of ten times');
  });
});
