import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultAnswer, Faults } from '../faults.ts';
import { type Caller, decide } from '../iam/evaluate.ts';
import type { Policies } from '../iam/policies.ts';
import { ServiceError } from '../service-error.ts';
import { messageOf, type WireHandler, type WireRequest, type WireResponse } from '../wire.ts';
import type { Call, Service } from './call.ts';
import { AccessDenied, errorAnswer, faultError } from './error-answer.ts';

/** One call that a function made, and how it was answered. */
export interface CallRecord {
  at: string;
  function: string;
  operation: string;
  action: string;
  resource: string;
  status: number;
  /** Why it was refused, if it was for want of a permission. */
  refused?: string;
}

/** A function as the gateway knows it, by its access key. */
export interface FunctionCaller {
  name: string;
  caller: Caller;
}

interface GatewayOptions {
  /** Whoever holds this key is subject to nothing. */
  adminAccessKeyId: string;
  callers: ReadonlyMap<string, FunctionCaller>;
  policies: Policies;
  services: Readonly<Record<Service, WireHandler>>;
  /** Reads a call off the wire; throws ServiceError for one that the local stack does not serve. */
  callOf(service: string, request: WireRequest): Call;
  faults: Faults;
  /** Kills the process that holds this session token. */
  crash(sessionToken: string): void;
  record(call: CallRecord): void;
  warn(text: string): void;
}

// The scope of a Signature Version 4. The signature itself is not verified: what listens here listens on 127.0.0.1 only.
const credential = /Credential=([^/,\s]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

const bucketOf = (arn: string) => arn.split('/', 1)[0] ?? arn;

const isStatus = (answer: FaultAnswer) => typeof answer === 'number';

/** The one endpoint behind which a function finds all of AWS: it checks each call as IAM would, and only then forwards it. */
export const createGateway = (options: GatewayOptions): WireHandler => {
  const { callers, policies, services, faults } = options;
  const isService = (name: string): name is Service => Object.hasOwn(services, name);

  const authorize = (
    call: Call,
    { name, caller }: FunctionCaller,
    demands: Call['toLearnOfAbsence'] = [],
  ) => {
    for (const demand of demands) {
      const { action, resource } = demand;
      const decision = decide(caller, demand, policies.ofResource(bucketOf(resource)));
      if (!decision.allowed)
        throw new AccessDenied(call.service, `${name} may not ${action} on ${resource}: ${decision.because}`);
    }
  };

  const serve = async (call: Call, who: FunctionCaller, request: WireRequest): Promise<WireResponse> => {
    const take = (wanted: (fault: Fault) => boolean) =>
      faults.take({ function: who.name, operation: call.operation, subject: call.subject }, wanted)?.answer;
    const failIf = (answer: FaultAnswer | undefined) => {
      if (typeof answer === 'number') throw faultError(call.service, answer);
    };

    authorize(call, who, call.demands);
    const slow = take(({ answer }) => typeof answer === 'object');
    if (typeof slow === 'object') await sleep(slow.slowMilliseconds);
    failIf(take(({ answer, afterwards }) => isStatus(answer) && afterwards !== true));

    const response = await services[call.service](request);
    if (call.service === 's3' && response.status === 404) authorize(call, who, call.toLearnOfAbsence);
    if (take(({ answer }) => answer === 'crash'))
      options.crash(request.headers['x-amz-security-token'] ?? '');
    failIf(take(({ answer, afterwards }) => isStatus(answer) && afterwards === true));
    return response;
  };

  return async (request) => {
    const [, accessKeyId = '', service = ''] = credential.exec(request.headers['authorization'] ?? '') ?? [];
    if (accessKeyId === options.adminAccessKeyId && isService(service)) return services[service](request);
    const who = callers.get(accessKeyId);
    if (who === undefined) {
      const stranger = new ServiceError(
        403,
        'InvalidClientTokenId',
        'No function of this stack has this access key',
      );
      return errorAnswer(service, request, stranger);
    }

    let call: Call | undefined;
    const record = ({ status }: { status: number }, refused?: string) => {
      const {
        operation = service,
        demands: [{ action, resource }] = [{ action: service, resource: request.path }],
      } = call ?? {};
      const at = new Date().toISOString();
      options.record({
        at,
        function: who.name,
        operation,
        action,
        resource,
        status,
        ...(refused && { refused }),
      });
    };
    try {
      call = options.callOf(service, request);
      const response = await serve(call, who, request);
      record(response);
      return response;
    } catch (thrown) {
      const unread = call === undefined;
      const [status, code] = unread ? [400, 'ValidationException'] : [500, 'InternalError'];
      const error =
        thrown instanceof ServiceError ? thrown : new ServiceError(status, code, messageOf(thrown));
      const denied = error instanceof AccessDenied;
      record(error, denied ? error.message : undefined);
      if (denied || unread || error !== thrown) options.warn(`answered ${error.status}: ${error.message}`);
      return errorAnswer(service, request, error);
    }
  };
};
