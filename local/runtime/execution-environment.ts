import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { listen, type WireRequest, type WireResponse } from '../wire.ts';

/** What is needed to run a function. */
export interface FunctionSettings {
  /** As people call it: `receive`. */
  name: string;
  arn: string;
  /** The folder of the bundle. */
  directory: string;
  handler: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** The whole environment of the process but for what a runtime itself sets. */
  variables: Readonly<Record<string, string>>;
}

/** How an invocation ended: the JSON that the handler returned, or Lambda's account of what went wrong. */
export type InvocationResult =
  | { ok: true; payload: string }
  | { ok: false; errorType: string; errorMessage: string };

/** One process that runs a function, one invocation at a time. */
export interface ExecutionEnvironment {
  /** What its calls to AWS carry, so that they can be told from those of its siblings. */
  sessionToken: string;
  invoke(payload: string): Promise<InvocationResult>;
  /** Whether it can be given another invocation. */
  isUsable(): boolean;
  /** Kills the process, and waits for its end; an invocation that runs fails. */
  stop(): Promise<void>;
}

/** Who wants to hear of a process: each line that it writes, and its end. */
export interface EnvironmentEvents {
  onLine(line: string, stream: 'stdout' | 'stderr'): void;
  onExit(): void;
}

const initSeconds = 10;
const maxPayloadBytes = 6 * 1024 * 1024;
const bootstrap = join(import.meta.dirname, 'bootstrap.mjs');
const errorReport = v.object({ errorType: v.string(), errorMessage: v.string() });

const failed = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  errorType,
  errorMessage,
});

/** Starts a process for a function, and a Lambda Runtime API of its own for it to ask for work. */
export const startEnvironment = async (
  settings: FunctionSettings,
  { onLine, onExit }: EnvironmentEvents,
): Promise<ExecutionEnvironment> => {
  const { timeoutSeconds, memoryMegabytes } = settings;
  const sessionToken = randomUUID();
  let asking: ((answer: WireResponse) => void) | undefined;
  let current: { id: string; payload: string; end(result: InvocationResult): void } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let reason = failed('Runtime.ExitError', 'The process of the function exited before it answered');

  const end = (result: InvocationResult) => {
    clearTimeout(timer);
    const ended = current;
    current = undefined;
    ended?.end(result);
  };
  const killAfter = (seconds: number, result: InvocationResult) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reason = result;
      child.kill('SIGKILL');
    }, seconds * 1000);
  };
  const handOver = () => {
    if (asking === undefined || current === undefined) return;
    killAfter(
      timeoutSeconds,
      failed('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`),
    );
    asking({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': current.id,
        'lambda-runtime-deadline-ms': String(Date.now() + timeoutSeconds * 1000),
        'lambda-runtime-invoked-function-arn': settings.arn,
        'lambda-runtime-trace-id': `Root=1-00000000-${current.id.replaceAll('-', '').slice(0, 24)}`,
      },
      body: current.payload,
    });
    asking = undefined;
  };

  const accepted: WireResponse = { status: 202 };
  const api = await listen(({ path, body }: WireRequest): Promise<WireResponse> | WireResponse => {
    const [, id, what] = /^\/2018-06-01\/runtime\/(?:invocation\/([^/]+)|init)\/(\w+)$/.exec(path) ?? [];
    if (id === 'next' || path.endsWith('/invocation/next'))
      return new Promise((resolve) => {
        asking = resolve;
        handOver();
      });
    if (what === 'response' && id === current?.id) {
      if (body.length > maxPayloadBytes)
        end(failed('Function.ResponseSizeTooLarge', `The response is larger than ${maxPayloadBytes} bytes`));
      else end({ ok: true, payload: body.toString() });
      return accepted;
    }
    if (what === 'error') {
      const report = v.parse(errorReport, JSON.parse(body.toString()));
      const result = failed(report.errorType, report.errorMessage);
      if (id === undefined) reason = result;
      else if (id === current?.id) end(result);
      return accepted;
    }
    return { status: 404 };
  });

  const child = spawn(process.execPath, [`--max-old-space-size=${memoryMegabytes}`, bootstrap], {
    cwd: settings.directory,
    // Its own process group: Ctrl-C in a terminal is for the stack, which ends its functions in order.
    detached: true,
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      ...settings.variables,
      AWS_SESSION_TOKEN: sessionToken,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${api.port}`,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: settings.directory,
      _HANDLER: settings.handler,
    },
  });
  for (const stream of ['stdout', 'stderr'] as const)
    createInterface({ input: child[stream] }).on('line', (line) => onLine(line, stream));
  killAfter(initSeconds, failed('Sandbox.Timedout', `Init timed out after ${initSeconds} seconds`));
  const closed = new Promise<void>((resolve) => {
    const exited = async () => {
      clearTimeout(timer);
      await api.close();
      end(reason);
      onExit();
      resolve();
    };
    child.once('error', exited).once('close', exited);
  });

  return {
    sessionToken,
    isUsable: () => !child.killed && child.exitCode === null && child.signalCode === null,
    stop: () => {
      child.kill('SIGKILL');
      return closed;
    },
    invoke: (payload) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(reason);
        current = { id: randomUUID(), payload, end: resolve };
        handOver();
      }),
  };
};
