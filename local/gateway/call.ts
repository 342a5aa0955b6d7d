import type { Demand } from '../iam/evaluate.ts';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire.ts';

/** The services that a function may call. */
export type Service = 's3' | 'sqs' | 'ses' | 'secretsmanager' | 'kms';

/** One call of a function to AWS: what it is, what it is about, and the permissions that it needs. */
export interface Call {
  service: Service;
  operation: string;
  /** The object's key, the queue, the secret or the sender: what faults are aimed by. */
  subject: string;
  demands: readonly [Demand, ...Demand[]];
  /** The permissions without which S3 does not admit that a key is not there. */
  toLearnOfAbsence?: readonly Demand[];
}

/** Throws for a call that AWS may know and the local stack does not. */
export const unknownCall = (what: string): never => {
  throw new ServiceError(501, 'NotImplemented', `The local stack does not know ${what}`);
};

/** The body of a call as JSON. */
export const jsonOf = (request: WireRequest): unknown => {
  try {
    return JSON.parse(request.body.toString());
  } catch {
    throw new ServiceError(400, 'SerializationException', 'The body is not JSON');
  }
};

/** The operation that a JSON protocol names in its header. */
export const targetOf = (request: WireRequest): string =>
  request.headers['x-amz-target']?.split('.').at(-1) ?? '';
