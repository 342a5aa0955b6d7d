import type { WireRequest } from '../wire.ts';
import { type Call, unknownCall } from './call.ts';
import { kmsCall } from './kms-call.ts';
import { s3Call } from './s3-call.ts';
import { secretCall } from './secret-call.ts';
import { type Senders, sesCall } from './ses-call.ts';
import { sqsCall } from './sqs-call.ts';

/** What of the template a call can be about. */
interface Surroundings {
  senders: Senders;
  queueArn(name: string): string;
  secretArn(id: string): string | undefined;
  keyArn(id: string): string | undefined;
}

/** Reads a call to any service off the wire; throws ServiceError for one that the local stack does not serve. */
export const callOf =
  ({ senders, queueArn, secretArn, keyArn }: Surroundings) =>
  (service: string, request: WireRequest): Call => {
    switch (service) {
      case 's3':
        return s3Call(request);
      case 'sqs':
        return sqsCall(request, queueArn);
      case 'ses':
        return sesCall(request, senders);
      case 'secretsmanager':
        return secretCall(request, secretArn);
      case 'kms':
        return kmsCall(request, keyArn);
      default:
        return unknownCall(`the service ${service}`);
    }
  };
