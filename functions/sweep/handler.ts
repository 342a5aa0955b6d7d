import * as v from 'valibot';
import { roundKey } from '../domain/open-marker.ts';
import { listDue, mendDue } from './due.ts';
import { add, type Tally } from './mend.ts';
import type { SweepPorts } from './ports.ts';
import { goRound } from './round.ts';

const requestSchema = v.object({ scope: v.picklist(['due', 'ledger']) });

/** After so long a run begins no further page of the ledger; the function has five minutes. */
const runMilliseconds = 3 * 60_000;

/** Looks at what is due, and goes on with a round through the ledger that a run before had no time to end. */
const sweepDue = async (ports: SweepPorts, until: Date): Promise<Tally> => {
  const due = await listDue(ports);
  const done = await mendDue(ports, due);
  const [first] = due.rounds;
  if (first === undefined) return done;
  const round = await sweepLedger(ports, due.after, until);
  for (const marker of due.rounds) await ports.desk.delete(marker);
  return add(done, round);
};

/** Goes through the ledger, and has the next run go on where its time is up. */
const sweepLedger = async (ports: SweepPorts, after: string | undefined, until: Date): Promise<Tally> => {
  const { done, stoppedAfter } = await goRound(ports, after, until);
  if (stoppedAfter !== undefined)
    await ports.desk.put(roundKey({ due: ports.now().toISOString(), after: stoppedAfter }), '{}');
  return done;
};

/**
 * Every five minutes looks at what is due, once a day at the whole ledger; a release that cannot be mended does not keep
 * the others from it, but makes the run fail in the end, so that the alarm rings.
 */
export const makeHandler =
  (ports: SweepPorts) =>
  async (event: unknown): Promise<{ releases: number; mended: number }> => {
    const { scope } = v.parse(requestSchema, event);
    const until = new Date(ports.now().getTime() + runMilliseconds);
    const { releases, mended, failed } =
      scope === 'due' ? await sweepDue(ports, until) : await sweepLedger(ports, undefined, until);
    ports.log('INFO', 'SWEPT', { scope, releases, mended, failed });
    if (failed > 0) throw new Error(`${failed} releases could not be mended; the log names each`);
    return { releases, mended };
  };
