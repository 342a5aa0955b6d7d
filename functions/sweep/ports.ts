import type { Desk } from '../ports/desk.ts';
import type { Ledger, LedgerPages } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { WorkQueues } from '../ports/queues.ts';
import type { WatchedCompany } from './companies.ts';

/** What sweep works with. */
export interface SweepPorts {
  ledger: Ledger & LedgerPages;
  desk: Pick<Desk, 'put' | 'delete' | 'list' | 'get'>;
  queues: WorkQueues;
  companies: ReadonlyMap<string, WatchedCompany>;
  now: () => Date;
  log: Log;
}

/** What mends one release. */
export type RepairPorts = Omit<SweepPorts, 'desk' | 'ledger'> & {
  ledger: Ledger;
  desk: Pick<Desk, 'put' | 'get'>;
};
