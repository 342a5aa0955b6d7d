import type { Company } from '../domain/company.ts';
import type { MassChangeLimit } from '../domain/mass-change.ts';
import type { Templates } from '../domain/templates.ts';
import type { Desk } from '../ports/desk.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { WordFile } from '../ports/word-file.ts';

/** What draft works with. */
export interface DraftPorts {
  ledger: Ledger;
  desk: Desk;
  companies: ReadonlyMap<string, Company>;
  templates: Templates;
  massChange: MassChangeLimit;
  wordFile: WordFile;
  now: () => Date;
  log: Log;
}
