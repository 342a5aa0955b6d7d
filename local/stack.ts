import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchActivity } from './activity.ts';
import { startEventSources } from './event-sources.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFunctions } from './functions.ts';
import { callOf } from './gateway/call-of.ts';
import { type CallRecord, createGateway } from './gateway/gateway.ts';
import { createHttpApi, readApi } from './http-api/http-api.ts';
import { collectPolicies } from './iam/policies.ts';
import { type LogLine, openLog, remember } from './log.ts';
import { type LocalMail, sendersOf } from './mail.ts';
import { createPages } from './pages.ts';
import type { QueueDepth } from './queues.ts';
import { startSchedules } from './schedules.ts';
import { startServices } from './services.ts';
import { loadTemplate } from './template/template.ts';
import { checkWiring } from './template/wiring.ts';
import { json, listen, type WireHandler } from './wire.ts';

/** What to run, and where to keep what comes of it. */
export interface StackOptions {
  assemblyDirectory: string;
  stackName: string;
  /** Objects, mails and logs, which outlive the stack. */
  dataDirectory: string;
  /** Of the HTTP API; 0 for any that is free. */
  port: number;
  /** Instead of the delay of the queues that have one; may be a fraction, or 0. */
  settleSeconds?: number;
  /** How long a message that failed stays hidden, instead of the visibility timeout of its queue; may be a fraction. */
  retrySeconds?: number;
  /** By source id: what it signs with. */
  secrets: Readonly<Record<string, string>>;
  onLog?: (line: LogLine) => void;
}

/** A running stack. */
export interface Stack {
  baseUrl: string;
  inboxUrl: string;
  ledgerUrl: string;
  outputs: Record<string, string>;
  buckets: Record<'ledger' | 'desk', { name: string; directory: string }>;
  /** Configuration of an SDK client that may do anything: neither IAM nor faults apply to it. */
  client: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  /** In the order in which they were sent. */
  mails(): Promise<LocalMail[]>;
  faults: Faults;
  /** Runs the target of a schedule now: `every-day`, or a part of that, for the construct `EveryDay`. */
  fire(schedule: string): Promise<void>;
  /** What a function returns for an event; throws if it fails. */
  invoke(functionFragment: string, event: unknown): Promise<unknown>;
  /** By label: `draft-queue`, `draft-dead-letters`. */
  queueDepths(): Promise<Record<string, QueueDepth>>;
  /** Resolves when nothing is in a queue that somebody consumes, and nothing runs. */
  idle(timeoutMilliseconds?: number): Promise<void>;
  /** Every call to AWS that a function made, in order. */
  calls: CallRecord[];
  /** Those of the calls that were refused for want of a permission. */
  denied: CallRecord[];
  logs: LogLine[];
  stop(): Promise<void>;
}

// No region of AWS has this name, so that no ARN of this stack can be mistaken for a real one.
const region = 'local';
// The only account that the queues of fauxqs can be in.
const account = '000000000000';
const graceMilliseconds = 2000;

const starting: WireHandler = () => json(503, { message: 'The stack is starting' });

/** Runs the stack of a cloud assembly on this machine. Throws NotRunnable for whatever in its template the runner does not know. */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const { assemblyDirectory, stackName, dataDirectory } = options;
  const calls: CallRecord[] = [];
  const denied: CallRecord[] = [];
  const logs: LogLine[] = [];

  // The template refers to these addresses, and what answers there is in the template.
  let [front, gateway] = [starting, starting];
  const frontListener = await listen((request) => front(request), options.port);
  const gatewayListener = await listen((request) => gateway(request));
  const closing = [frontListener.close, gatewayListener.close];
  const world = {
    region,
    account,
    baseUrl: `http://localhost:${frontListener.port}`,
    endpoint: `http://127.0.0.1:${gatewayListener.port}`,
  };

  try {
    const template = loadTemplate(assemblyDirectory, stackName, world);
    const { resources, outputs } = template;
    const policies = collectPolicies(resources);
    checkWiring(resources, policies, world);

    const log = openLog(join(dataDirectory, 'logs'), logs, options.onLog);
    const faults = createFaults();
    const services = await startServices(resources, world, faults, options);
    const { queues, mail, secrets, keys } = services;
    closing.push(services.stop);
    const functions = createFunctions(template, world, policies, log);

    // Not to be guessed, as those of the functions.
    const adminAccessKeyId = `AKIA${randomBytes(12).toString('hex').toUpperCase()}`;
    gateway = createGateway({
      adminAccessKeyId,
      callers: functions.callers,
      policies,
      services: services.handlers,
      callOf: callOf({
        senders: sendersOf(resources, world),
        queueArn: (name) => `arn:aws:sqs:${region}:${account}:${name}`,
        secretArn: secrets.arnOf,
        keyArn: keys.arnOf,
      }),
      faults,
      crash: functions.crash,
      record: (call) => {
        remember(calls, call);
        if (call.refused !== undefined) remember(denied, call);
      },
      warn: (text) => log('stack', 'gateway', text),
    });

    const [ledger, desk] = [services.bucket('ledger'), services.bucket('desk')];
    const api = createHttpApi(readApi(resources, functions), world);
    const pages = createPages({ buckets: { ledger: ledger.files, desk: desk.files }, mails: mail.mails });
    front = (request) => (request.path.startsWith('/_local/') ? pages(request) : api(request));

    const { retrySeconds } = options;
    const eventSources = startEventSources({ resources, functions, queues, world, retrySeconds, log });
    const schedules = startSchedules(resources, functions);
    const { pending, idle } = watchActivity(functions, eventSources, queues);

    return {
      baseUrl: world.baseUrl,
      inboxUrl: `${world.baseUrl}/_local/inbox`,
      ledgerUrl: `${world.baseUrl}/_local/ledger`,
      outputs,
      buckets: {
        ledger: { name: ledger.name, directory: ledger.files.directory },
        desk: { name: desk.name, directory: desk.files.directory },
      },
      client: {
        endpoint: world.endpoint,
        region,
        credentials: { accessKeyId: adminAccessKeyId, secretAccessKey: 'not-checked' },
      },
      mails: async () => mail.mails(),
      faults,
      fire: schedules.fire,
      invoke: functions.invoke,
      queueDepths: queues.depths,
      idle,
      calls,
      denied,
      logs,
      stop: async () => {
        schedules.stop();
        const polled = eventSources.stop();
        await frontListener.close();
        const deadline = Date.now() + graceMilliseconds;
        while (pending() > 0 && Date.now() < deadline) await sleep(5);
        await functions.stop();
        for (const close of closing.toReversed()) await close();
        await polled;
      },
    };
  } catch (error) {
    for (const close of closing.toReversed()) await close();
    throw error;
  }
};
