import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kmsSigner } from '../../functions/adapters/signer-kms.ts';
import { fingerprintOf, isSignedBy } from '../../functions/domain/evidence/signature.ts';
import type { Keys } from '../../local/keys.ts';
import { ServiceError } from '../../local/service-error.ts';
import { json, type Listener, listen } from '../../local/wire.ts';
import { evidenceKeyArn as arn, ledgerKeys } from '../support/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'gazette-keys-'));
const keptFile = join(folder, 'keys.json');
const made = (): Keys => ledgerKeys(folder, 'ledger');

let listener: Listener;
beforeAll(async () => {
  const keys = made();
  listener = await listen(async (request) => {
    try {
      return await keys.handle(request);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return json(error.status, { __type: error.code, message: error.message });
    }
  });
});
afterAll(() => listener.close());

const config = () => ({
  endpoint: `http://127.0.0.1:${listener.port}`,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'not-checked' },
});

describe('the signing key of the local stack', () => {
  test.each([arn, 'alias/ledger'])('signs what its public half verifies, as %s', async (id) => {
    const signature = await kmsSigner(id, config())('gazette\n');
    expect(isSignedBy(signature, 'gazette\n')).toBe(true);
    expect(isSignedBy(signature, 'gazette')).toBe(false);
  });

  test('is the same after a restart, and nobody else on the machine may read it', async () => {
    const before = await kmsSigner(arn, config())('one');
    const kept = readFileSync(keptFile, 'utf8');
    made();
    expect(readFileSync(keptFile, 'utf8')).toBe(kept);
    expect(statSync(keptFile).mode & 0o077).toBe(0);
    expect(fingerprintOf(await kmsSigner(arn, config())('two'))).toBe(fingerprintOf(before));
  });

  test('answers as KMS does for a key that is not there', async () => {
    const kms = new KMSClient(config());
    const answer = kms.send(new GetPublicKeyCommand({ KeyId: 'alias/other' }));
    await expect(answer).rejects.toMatchObject({ name: 'NotFoundException' });
    kms.destroy();
  });
});

describe('a signature', () => {
  test('of a key that cannot be read, or of another kind, is none', () => {
    const signature = { algorithm: 'ECDSA_SHA_256', publicKey: 'AAAA', value: 'AAAA' } as const;
    expect(isSignedBy(signature, 'gazette\n')).toBe(false);
  });
});
