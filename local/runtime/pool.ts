import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EnvironmentEvents,
  type ExecutionEnvironment,
  type FunctionSettings,
  type InvocationResult,
  startEnvironment,
} from './execution-environment.ts';

/** All processes of one function. */
export interface FunctionPool {
  /** Runs the handler once, in an idle process or a new one; throws Throttled if none is left and the caller will not wait. */
  invoke(event: unknown, options?: { wait?: boolean }): Promise<InvocationResult>;
  /** Invocations that run or wait. */
  pending(): number;
  /** Kills the process that holds this session token, if it is one of these. */
  crash(sessionToken: string): void;
  /** Kills all processes, and waits for their end. */
  stop(): Promise<void>;
}

/** All of a function's reserved concurrency is in use: Lambda's TooManyRequestsException. */
export class Throttled extends Error {}

/** What a pool is made of. */
export interface PoolOptions {
  settings: FunctionSettings;
  /** Lambda's account-wide limit is 1,000; a machine is happier with fewer, and invocations then wait. */
  maxProcesses?: number;
  reservedConcurrency?: number | undefined;
  onLine: EnvironmentEvents['onLine'];
}

const idleSeconds = 60;

/** A pool of processes that grows with what is asked of it, and shrinks to one when nothing is. */
export const createPool = ({
  settings,
  maxProcesses = 10,
  reservedConcurrency,
  onLine,
}: PoolOptions): FunctionPool => {
  const limit = reservedConcurrency ?? maxProcesses;
  const environments = new Set<ExecutionEnvironment>();
  let idle: { environment: ExecutionEnvironment; since: number }[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  const start = async (): Promise<ExecutionEnvironment> => {
    const environment: ExecutionEnvironment = await startEnvironment(settings, {
      onLine,
      onExit: () => environments.delete(environment),
    });
    environments.add(environment);
    if (stopped) await environment.stop();
    return environment;
  };

  const reap = setInterval(() => {
    const old = idle.filter(({ since }) => Date.now() - since > idleSeconds * 1000);
    for (const { environment } of old.slice(0, environments.size - 1)) void environment.stop();
  }, 10_000);
  reap.unref();

  return {
    pending: () => busy + waiting.length,
    crash: (sessionToken) => {
      for (const environment of environments)
        if (environment.sessionToken === sessionToken) void environment.stop();
    },
    stop: async () => {
      stopped = true;
      clearInterval(reap);
      await Promise.all([...environments].map((environment) => environment.stop()));
      // A process that was just being started is stopped as soon as it has.
      while (busy > 0) await sleep(5);
    },
    invoke: async (event, { wait = reservedConcurrency === undefined } = {}) => {
      if (busy >= limit) {
        if (!wait) throw new Throttled(`${settings.name} has no concurrency left`);
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else busy += 1;
      try {
        if (stopped) return { ok: false, errorType: 'Stopped', errorMessage: 'The local stack is stopping' };
        // The one that worked last: as in Lambda, the others may then grow old and go.
        idle = idle.filter(({ environment }) => environment.isUsable());
        const environment = idle.pop()?.environment ?? (await start());
        const result = await environment.invoke(JSON.stringify(event));
        idle.push({ environment, since: Date.now() });
        return result;
      } finally {
        // Whoever waits takes the place over, so that nobody can come between.
        const next = waiting.shift();
        if (next === undefined) busy -= 1;
        else next();
      }
    },
  };
};
