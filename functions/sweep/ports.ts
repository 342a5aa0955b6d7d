import type { Desk } from '../ports/desk.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { WorkQueues } from '../ports/queues.ts';
import type { WatchedCompany } from './companies.ts';

/** What sweep works with. */
export interface SweepPorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put' | 'delete' | 'list'>;
  queues: WorkQueues;
  companies: ReadonlyMap<string, WatchedCompany>;
  now: () => Date;
  log: Log;
}

/** What mends one release. */
export type RepairPorts = Omit<SweepPorts, 'desk'> & { desk: Pick<Desk, 'put'> };
