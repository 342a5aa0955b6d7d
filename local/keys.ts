import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { jsonOf, targetOf } from './gateway/call.ts';
import { publicKeyRequest, signRequest } from './gateway/kms-call.ts';
import { ServiceError } from './service-error.ts';
import type { Resource } from './template/resource-types.ts';
import { json, type WireHandler, type WireRequest } from './wire.ts';

/** KMS: the signing keys of the template. */
export interface Keys {
  handle: WireHandler;
  /** By ARN, or by `alias/{name}`. */
  arnOf(id: string): string | undefined;
}

const keptSchema = v.record(v.string(), v.string());

const newKey = (): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
};

const answerTo = (request: WireRequest, arn: string, key: KeyObject): unknown => {
  const about = { KeyId: arn, KeyUsage: 'SIGN_VERIFY', KeySpec: 'ECC_NIST_P256' };
  if (targetOf(request) === 'GetPublicKey') {
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return { ...about, PublicKey: publicKey.toString('base64'), SigningAlgorithms: ['ECDSA_SHA_256'] };
  }
  const { Message, SigningAlgorithm } = v.parse(signRequest, jsonOf(request));
  const signature = sign('sha256', Buffer.from(Message, 'base64'), key);
  return { KeyId: arn, SigningAlgorithm, Signature: signature.toString('base64') };
};

/** Each key is made up once and kept in `keptFile`, so that what it signed can be verified after a restart. */
export const createKeys = (
  keys: readonly Resource<'AWS::KMS::Key'>[],
  aliases: readonly Resource<'AWS::KMS::Alias'>[],
  keptFile: string,
): Keys => {
  const kept = existsSync(keptFile) ? v.parse(keptSchema, JSON.parse(readFileSync(keptFile, 'utf8'))) : {};
  const privateKeys = new Map(
    keys.map(({ id, ref }) => {
      kept[id] ??= newKey();
      return [ref, createPrivateKey(kept[id])];
    }),
  );
  writeFileSync(keptFile, JSON.stringify(kept, undefined, 2), { mode: 0o600 });
  const arnOf = (asked: string): string | undefined => {
    const alias = aliases.find(({ properties }) => properties.AliasName === asked);
    const arn = alias?.properties.TargetKeyId ?? asked;
    return privateKeys.has(arn) ? arn : undefined;
  };
  return {
    arnOf,
    handle: (request) => {
      const arn = arnOf(v.parse(v.object(publicKeyRequest.entries), jsonOf(request)).KeyId);
      const key = arn === undefined ? undefined : privateKeys.get(arn);
      if (arn === undefined || key === undefined)
        throw new ServiceError(400, 'NotFoundException', 'There is no such key or alias.');
      return json(200, answerTo(request, arn, key), { 'content-type': 'application/x-amz-json-1.1' });
    },
  };
};
