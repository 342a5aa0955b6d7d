import { errorResponse } from '../s3/error-response.ts';
import { ServiceError } from '../service-error.ts';
import { json, type WireRequest, type WireResponse } from '../wire.ts';

/** An error in the format of the service that was called, so that the SDK makes of it what it makes of a real one. */
export const errorAnswer = (service: string, { method }: WireRequest, error: ServiceError): WireResponse => {
  const { status, code, message } = error;
  switch (service) {
    case 's3':
      return errorResponse(method, error);
    case 'sqs':
      return json(status, { __type: `com.amazonaws.sqs#${code}`, message });
    case 'ses':
      return json(status, { message }, { 'x-amzn-errortype': code });
    default:
      return json(status, { __type: code, message });
  }
};

/** What a service answers to a call for which a permission is missing. */
export class AccessDenied extends ServiceError {
  constructor(service: string, message: string) {
    // Secrets Manager answers 400 to this as to all else.
    const status = service === 'secretsmanager' ? 400 : 403;
    super(status, service === 's3' ? 'AccessDenied' : 'AccessDeniedException', message);
  }
}

const s3Codes = { 409: 'ConditionalRequestConflict', 429: 'SlowDown', 500: 'InternalError', 503: 'SlowDown' };
const codes = {
  409: 'ConflictException',
  429: 'TooManyRequestsException',
  500: 'InternalServiceError',
  503: 'ServiceUnavailable',
};

/** The error of a service with an HTTP status that a test asked for. */
export const faultError = (service: string, status: keyof typeof codes): ServiceError =>
  new ServiceError(status, (service === 's3' ? s3Codes : codes)[status], 'A fault that was asked for');
