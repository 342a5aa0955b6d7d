import * as v from 'valibot';
import type { WireRequest } from '../wire.ts';
import { type Call, jsonOf, targetOf, unknownCall } from './call.ts';

/** The body of GetSecretValue, as far as it is known here. */
export const secretRequest = v.strictObject({
  SecretId: v.string(),
  VersionStage: v.optional(v.literal('AWSCURRENT')),
});

/** A call to Secrets Manager; `arnOf` knows the secrets of the template by name and by ARN. */
export const secretCall = (request: WireRequest, arnOf: (id: string) => string | undefined): Call => {
  const operation = targetOf(request);
  const body = v.safeParse(secretRequest, jsonOf(request));
  if (operation !== 'GetSecretValue' || !body.success)
    return unknownCall(`secretsmanager ${operation} in this form`);
  const { SecretId } = body.output;
  // A secret that does not exist has no ARN to hold against a policy: what was asked for has to do.
  const resource = arnOf(SecretId) ?? SecretId;
  const context = { 'aws:securetransport': 'true', 'secretsmanager:secretid': resource };
  const demand = { action: 'secretsmanager:GetSecretValue', resource, context };
  return { service: 'secretsmanager', operation, subject: SecretId, demands: [demand] };
};
