import type { Company } from '../domain/company.ts';
import type { Templates } from '../domain/templates.ts';
import type { RandomBytes } from '../domain/tokens.ts';
import type { Desk } from '../ports/desk.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { Mailer, OutgoingMail } from '../ports/mail.ts';

/** What notify works with. */
export interface NotifyPorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put'>;
  mailer: Mailer;
  /** The address that mails come from. */
  sender: string;
  /** Whoever runs Gazette. */
  operations: OutgoingMail['to'];
  companies: ReadonlyMap<string, Company>;
  templates: Templates;
  /** The public address that links start with. */
  baseUrl: string;
  now: () => Date;
  randomBytes: RandomBytes;
  log: Log;
}
