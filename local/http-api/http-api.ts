import { randomUUID } from 'node:crypto';
import type { Functions, RunningFunction } from '../functions.ts';
import { Throttled } from '../runtime/pool.ts';
import { NotRunnable } from '../template/not-runnable.ts';
import type { World } from '../template/physical.ts';
import type { Resources } from '../template/resource-types.ts';
import { json, type WireHandler } from '../wire.ts';
import { toEvent } from './event.ts';
import { internalServerError, toResponse } from './response.ts';
import { createRouter } from './routes.ts';

const maxBodyBytes = 10 * 1024 * 1024;
// What Lambda takes; API Gateway's own limit is reached later.
const maxEventBytes = 6 * 1024 * 1024;

const routesOf = (resources: Resources, functions: Functions, apiId: string) => {
  const integrations = resources('AWS::ApiGatewayV2::Integration');
  return resources('AWS::ApiGatewayV2::Route').map(({ id, properties: { RouteKey, Target, ApiId } }) => {
    const integration = integrations.find(({ ref }) => Target === `integrations/${ref}`);
    if (integration === undefined || ApiId !== apiId) throw new NotRunnable(id, `the target ${Target}`);
    return { routeKey: RouteKey, target: functions.named(integration.properties.IntegrationUri, id) };
  });
};

interface Api {
  id: string;
  routes: readonly { routeKey: string; target: RunningFunction }[];
}

/** The routes of the template's one HTTP API, and the functions that they lead to; throws NotRunnable. */
export const readApi = (resources: Resources, functions: Functions): Api => {
  const [api, ...others] = resources('AWS::ApiGatewayV2::Api');
  const [stage] = resources('AWS::ApiGatewayV2::Stage');
  if (api === undefined || others.length > 0 || stage === undefined)
    throw new NotRunnable('the template', 'it must have one HTTP API, with a stage');
  return { id: api.ref, routes: routesOf(resources, functions, api.ref) };
};

/** An API Gateway HTTP API in front of functions. */
export const createHttpApi = ({ id, routes }: Api, { account }: World): WireHandler => {
  const route = createRouter(routes);
  return async (request) => {
    const tooLarge = json(413, { message: 'Request Entity Too Large' });
    if (request.body.length > maxBodyBytes) return tooLarge;
    const match = route(request.method, request.path);
    if (match === undefined) return json(404, { message: 'Not Found' });
    const { routeKey, pathParameters, target } = match;
    const requestId = randomUUID();
    const event = toEvent(request, {
      routeKey,
      pathParameters,
      apiId: id,
      account,
      requestId,
      now: new Date(),
    });
    if ((event.body?.length ?? 0) > maxEventBytes) return tooLarge;
    try {
      const result = await target.pool.invoke(event);
      const answer = result.ok ? toResponse(result.payload) : internalServerError;
      return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
    } catch (error) {
      if (!(error instanceof Throttled)) throw error;
      return json(503, { message: 'Service Unavailable' });
    }
  };
};
