import { randomBytes } from 'node:crypto';
import type { FunctionCaller } from './gateway/gateway.ts';
import type { Policies } from './iam/policies.ts';
import type { Log } from './log.ts';
import { createPool, type FunctionPool } from './runtime/pool.ts';
import { NotRunnable } from './template/not-runnable.ts';
import type { World } from './template/physical.ts';
import type { Resource } from './template/resource-types.ts';
import type { Template } from './template/template.ts';

/** A function of the template, ready to be invoked. */
export interface RunningFunction {
  /** As people call it: `receive`. */
  name: string;
  arn: string;
  timeoutSeconds: number;
  pool: FunctionPool;
}

/** The functions of a template, and who they are to the gateway by the access key that each is given. */
export interface Functions {
  all: readonly RunningFunction[];
  callers: ReadonlyMap<string, FunctionCaller>;
  /** By name or ARN; throws NotRunnable on behalf of what referred to it. */
  named(nameOrArn: string, referredToBy: string): RunningFunction;
  /** What the one function whose name contains `fragment` returns; throws if it fails. */
  invoke(fragment: string, event: unknown): Promise<unknown>;
  /** Kills the process that holds a session token. */
  crash(sessionToken: string): void;
  stop(): Promise<void>;
}

type Described = Resource<'AWS::Lambda::Function'>;

const environmentOf = (
  { name, properties }: Described,
  { region, endpoint }: World,
  accessKeyId: string,
) => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: 'not-checked',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_LOG_GROUP_NAME: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  ...properties.Environment.Variables,
});

/** Every failed invocation leaves a line, whoever asked for it. */
const reporting = (pool: FunctionPool, report: (text: string) => void): FunctionPool => ({
  ...pool,
  invoke: async (event, options) => {
    const result = await pool.invoke(event, options);
    if (!result.ok) report(`failed with ${result.errorType}: ${result.errorMessage}`);
    return result;
  },
});

/** Makes a pool of processes for every function; none is started before it is needed. */
export const createFunctions = (
  { resources, assetDirectory }: Template,
  world: World,
  policies: Policies,
  log: Log,
): Functions => {
  const callers = new Map<string, FunctionCaller>();
  const all = resources('AWS::Lambda::Function').map((described): RunningFunction => {
    const { label: name, attributes, properties } = described;
    const { Role: role, Timeout: timeoutSeconds } = properties;
    const arn = attributes['Arn'] ?? '';
    // Not to be guessed, so that no page in a browser can pass for a function.
    const accessKeyId = `ASIA${randomBytes(12).toString('hex').toUpperCase()}`;
    callers.set(accessKeyId, { name, caller: { principal: { role }, policies: policies.ofRole(role) } });
    const pool = createPool({
      settings: {
        name,
        arn,
        directory: assetDirectory(properties.Code.S3Key),
        handler: properties.Handler,
        timeoutSeconds,
        memoryMegabytes: properties.MemorySize,
        variables: environmentOf(described, world, accessKeyId),
      },
      reservedConcurrency: properties.ReservedConcurrentExecutions,
      onLine: (line) => log('function', name, line),
    });
    return { name, arn, timeoutSeconds, pool: reporting(pool, (text) => log('stack', name, text)) };
  });

  return {
    all,
    callers,
    named: (nameOrArn, referredToBy) => {
      const found = all.find(({ arn }) => arn === nameOrArn || arn.endsWith(`:function:${nameOrArn}`));
      if (found === undefined)
        throw new NotRunnable(referredToBy, `${nameOrArn} is no function of the template`);
      return found;
    },
    invoke: async (fragment, event) => {
      const found = all.filter(({ name }) => name.includes(fragment));
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(
          `Not one function is called ${fragment} among ${all.map(({ name }) => name).join(', ')}`,
        );
      const result = await only.pool.invoke(event);
      if (!result.ok) throw new Error(`${only.name} failed with ${result.errorType}: ${result.errorMessage}`);
      return JSON.parse(result.payload);
    },
    crash: (sessionToken) => {
      for (const { pool } of all) pool.crash(sessionToken);
    },
    stop: async () => {
      await Promise.all(all.map(({ pool }) => pool.stop()));
    },
  };
};
