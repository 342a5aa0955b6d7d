import { join } from 'node:path';
import { createKeys, type Keys } from '../../local/keys.ts';

export const evidenceKeyArn = 'arn:aws:kms:us-east-1:000000000000:key/local-evidence';

/** The keys of a stack that has only the one that signs evidence, kept in this folder, with the alias of a ledger. */
export const ledgerKeys = (folder: string, ledger: string): Keys =>
  createKeys(
    [
      {
        id: 'EvidenceKey',
        label: 'evidence',
        name: 'local-evidence',
        ref: evidenceKeyArn,
        attributes: { Arn: evidenceKeyArn },
        properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
      },
    ],
    [
      {
        id: 'EvidenceAlias',
        label: 'alias',
        name: `alias/${ledger}`,
        ref: `alias/${ledger}`,
        attributes: {},
        properties: { AliasName: `alias/${ledger}`, TargetKeyId: evidenceKeyArn },
      },
    ],
    join(folder, 'keys.json'),
  );
