import * as v from 'valibot';
import type { WireRequest } from '../wire.ts';
import { type Call, jsonOf, targetOf, unknownCall } from './call.ts';

/** The body of GetPublicKey, as far as it is known here. */
export const publicKeyRequest = v.strictObject({ KeyId: v.string() });

/** The body of Sign, as far as it is known here. */
export const signRequest = v.strictObject({
  KeyId: v.string(),
  Message: v.pipe(v.string(), v.base64()),
  MessageType: v.literal('RAW'),
  SigningAlgorithm: v.literal('ECDSA_SHA_256'),
});

/** A call to KMS; `arnOf` knows the keys of the template by ARN and by alias. */
export const kmsCall = (request: WireRequest, arnOf: (id: string) => string | undefined): Call => {
  const operation = targetOf(request);
  const body = jsonOf(request);
  const secure = { 'aws:securetransport': 'true' };
  const callOf = (KeyId: string, context: Record<string, string>): Call => {
    const resource = arnOf(KeyId) ?? KeyId;
    const demand = { action: `kms:${operation}`, resource, context: { ...secure, ...context } };
    return { service: 'kms', operation, subject: KeyId, demands: [demand] };
  };
  if (operation === 'GetPublicKey' && v.is(publicKeyRequest, body)) return callOf(body.KeyId, {});
  if (operation === 'Sign' && v.is(signRequest, body))
    return callOf(body.KeyId, { 'kms:signingalgorithm': body.SigningAlgorithm });
  return unknownCall(`kms ${operation} in this form`);
};
