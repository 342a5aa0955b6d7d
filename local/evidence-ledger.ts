import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { getBytes, listStored, s3Ledger } from '../functions/adapters/ledger-s3.ts';
import { isOutage } from '../functions/adapters/outage.ts';
import { kmsSigner } from '../functions/adapters/signer-kms.ts';
import type { EvidencePorts } from '../functions/ports/evidence.ts';
import type { Ledger } from '../functions/ports/ledger.ts';
import type { Signer } from '../functions/ports/signer.ts';
import { UsageError } from './event-files.ts';
import { readAddress } from './stack-address.ts';

/** Options of commands that read a ledger. */
export const ledgerOptions = {
  ledger: { type: 'string' },
  data: { type: 'string', default: '.local' },
} as const;

/** How their usage tells of them. */
export const ledgerUsage = `  --ledger BUCKET  the ledger of a deployed stage, with the credentials that the
                   AWS CLI would use; that of npm start if not given
  --data DIR       where npm start keeps its data; .local if not given`;

/** A ledger in a bucket, as commands use it. */
export interface OpenLedger extends EvidencePorts {
  ledger: Ledger;
  s3: S3Client;
  /** Signs with the key that goes with the ledger. */
  sign: Signer;
  bucket: string;
}

/** Opens the ledger in a bucket of AWS, or of the stack that runs on this machine; throws UsageError where none runs. */
export const openLedger = ({ ledger, data }: { ledger?: string | undefined; data: string }): OpenLedger => {
  const local = readAddress(data);
  const bucket = ledger ?? local?.bucket;
  if (bucket === undefined)
    throw new UsageError('No stack runs here. Start it with npm start, or name a bucket with --ledger.');
  const client = bucket === local?.bucket ? local.client : {};
  const s3 = new S3Client(client);
  return {
    s3,
    bucket,
    sign: kmsSigner(`alias/${bucket}`, client),
    ledger: s3Ledger(s3, bucket),
    bytesOf: (key) => getBytes(s3, bucket, key),
    storedKeys: (prefix) => listStored(s3, bucket, prefix),
  };
};

/** Does something with a ledger; what S3 refuses, and that it cannot be reached, is told as what a person can mend. */
export const withLedger = async <T>(
  options: { ledger?: string | undefined; data: string },
  use: (open: OpenLedger) => Promise<T>,
): Promise<T> => {
  const open = openLedger(options);
  try {
    return await use(open);
  } catch (cause) {
    if (cause instanceof S3ServiceException)
      throw new UsageError(`S3 refused to work on ${open.bucket}: ${cause.name}: ${cause.message}`, {
        cause,
      });
    const isUnsigned = cause instanceof Error && cause.name === 'CredentialsProviderError';
    if (isUnsigned || isOutage(cause))
      throw new UsageError(`S3 could not be reached for ${open.bucket}: ${String(cause)}`, { cause });
    throw cause;
  } finally {
    open.s3.destroy();
  }
};
