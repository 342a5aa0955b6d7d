import { expect } from 'vitest';
import type { EventFact } from '../../functions/domain/event.ts';
import { keys } from '../../functions/domain/keys.ts';
import { openPrefix } from '../../functions/domain/open-marker.ts';
import type { DraftPorts } from '../../functions/draft/ports.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { companies } from './examples.ts';
import { Killed, killAfter } from './killer.ts';
import { type MemoryDesk, memoryDesk } from './memory-desk.ts';
import { type MemoryLedger, memoryLedger } from './memory-ledger.ts';
import { templates } from './templates.ts';
import { headerAsWordFile } from './word-file.ts';

/** Ports of draft in memory, and the codes that it logs. */
export interface MemoryDraftPorts extends DraftPorts {
  ledger: MemoryLedger;
  desk: MemoryDesk;
  codes: string[];
}

export const draftPorts = (now = '2002-06-06T13:00:00Z'): MemoryDraftPorts => {
  const codes: string[] = [];
  return {
    ledger: memoryLedger(),
    desk: memoryDesk(),
    companies,
    templates,
    massChange: { releases: 10, minutes: 60 },
    wordFile: headerAsWordFile,
    now: () => new Date(now),
    log: (_level, code) => codes.push(code),
    codes,
  };
};

/** Puts events into the ledger, each into its release. */
export const post = async ({ ledger }: Pick<DraftPorts, 'ledger'>, ...facts: EventFact[]): Promise<void> => {
  for (const fact of facts) await putFact(ledger, keys.event(fact.release, fact.source, fact.id), fact);
};

/**
 * Lets work be killed after its first call, after its second and so on, each time from the same start, and run again:
 * it must leave what it leaves undisturbed. Answers with how many calls there were.
 */
export const expectSurvival = async (
  prepare: () => Promise<MemoryDraftPorts>,
  work: (ports: DraftPorts) => Promise<unknown>,
): Promise<number> => {
  const wrapped = (ports: MemoryDraftPorts, limit: number) => {
    const { wrap, calls } = killAfter(limit);
    return { calls, ports: { ...ports, ledger: wrap(ports.ledger), desk: wrap(ports.desk) } };
  };
  // A marker of open work may stay behind: sweep follows it, finds nothing to do, and clears it.
  const left = ({ ledger, desk }: MemoryDraftPorts) => [
    ledger.facts,
    [...desk.papers.keys()].filter((key) => !key.startsWith(openPrefix)).sort(),
  ];
  const whole = await prepare();
  const undisturbed = wrapped(whole, Number.POSITIVE_INFINITY);
  await work(undisturbed.ports);
  for (let limit = 1; limit < undisturbed.calls(); limit += 1) {
    const ports = await prepare();
    await expect(work(wrapped(ports, limit).ports)).rejects.toThrow(Killed);
    await work(ports);
    expect(left(ports), `killed after call ${limit}`).toEqual(left(whole));
  }
  return undisturbed.calls();
};
