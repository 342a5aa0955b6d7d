import { setTimeout as sleep } from 'node:timers/promises';
import type { EventSources } from './event-sources.ts';
import type { Functions } from './functions.ts';
import type { Queues } from './queues.ts';

/** Whether anything goes on. */
interface Activity {
  /** Invocations and batches that run or wait. */
  pending(): number;
  /** Resolves when nothing is in a queue that somebody consumes, and nothing runs; rejects if that takes too long. */
  idle(timeoutMilliseconds?: number): Promise<void>;
}

const defaultTimeout = 30_000;

/** Watches what runs and what waits to be run. */
export const watchActivity = (functions: Functions, eventSources: EventSources, queues: Queues): Activity => {
  const pending = () => functions.all.reduce((sum, { pool }) => sum + pool.pending(), eventSources.running());
  const queued = async () => {
    const depths = await Promise.all(eventSources.consumed.map(queues.depth));
    return depths.reduce((sum, { visible, inFlight, delayed }) => sum + visible + inFlight + delayed, 0);
  };
  return {
    pending,
    idle: async (timeoutMilliseconds = defaultTimeout) => {
      const deadline = Date.now() + timeoutMilliseconds;
      // What runs may yet send, so that the queues are counted only when nothing runs, and runs once more after that.
      while (pending() > 0 || (await queued()) > 0 || pending() > 0) {
        if (Date.now() > deadline)
          throw new Error(`Not idle in time: ${JSON.stringify(await queues.depths())}, ${pending()} running`);
        await sleep(5);
      }
    },
  };
};
