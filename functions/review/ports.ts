import type { Company } from '../domain/company.ts';
import type { Templates } from '../domain/templates.ts';
import type { RandomBytes } from '../domain/tokens.ts';
import type { Desk } from '../ports/desk.ts';
import type { StoredKey } from '../ports/evidence.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import type { Signer } from '../ports/signer.ts';
import type { RedlineFile } from '../ports/word-file.ts';

/** What review works with. */
export interface ReviewPorts {
  ledger: Ledger;
  /** The bytes under a key of the ledger; undefined where there are none. */
  bytesOf: (key: string) => Promise<Uint8Array | undefined>;
  /** All keys of the ledger under a prefix, in order, with when the store took each. */
  storedKeys: (prefix: string) => Promise<StoredKey[]>;
  desk: Pick<Desk, 'put' | 'claim' | 'get' | 'list'>;
  companies: ReadonlyMap<string, Company>;
  templates: Templates;
  /** The public address that links start with. */
  baseUrl: string;
  now: () => Date;
  randomBytes: RandomBytes;
  redlineFile: RedlineFile;
  /** Signs evidence. */
  sign: Signer;
  /** Whether an error means that a service could not be reached, so that trying later may help. */
  isOutage: (error: unknown) => boolean;
  log: Log;
}
