import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions, eagerBytes } from '../../infra/build.ts';
import { type Verb, verbs } from '../../infra/verbs.ts';
import { median, timed } from './measure.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const runs = 15;

/** Every variable that any function's schema names; at start only their form matters. */
const environment: Record<string, string> = {
  AWS_REGION: 'local',
  LEDGER_BUCKET: 'ledger',
  DESK_BUCKET: 'desk',
  SOURCE_SECRETS: '{}',
  DEVELOPMENT_SECRETS: 'refused',
  BASE_URL: 'https://gazette.example',
  MAIL_FROM: 'no-reply@gazette.example',
  MAIL_CONFIGURATION_SET: 'mail',
  DRAFT_QUEUE_URL: 'https://sqs.example/draft',
  NOTIFY_QUEUE_URL: 'https://sqs.example/notify',
  OPERATIONS_EMAIL: 'ops@gazette.example',
  MASS_CHANGE_RELEASES: '10',
  MASS_CHANGE_MINUTES: '60',
  PUBLISH_QUEUE_URL: 'https://sqs.example/publish',
};

const run = (script: string): Promise<number> =>
  timed(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: environment }));

/** What receive, for which a source waits, may add to the start of Node, and read before it can handle. */
const budget = { startUpMs: 30, eagerKB: 350 };

// Upwards, so that no budget is kept by rounding.
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

const sizeOf = (directory: string): number =>
  readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);

export interface StartUp {
  function: Verb;
  overBareNodeMs: number;
  /** The same as a multiple of what Node alone takes, which tells a slow machine from a slow bundle. */
  timesBareNode: number;
  eagerKB: number;
  totalKB: number;
}

/** A budget, what was measured, and whether that keeps it. */
export interface Verdict {
  of: string;
  budget: number;
  measured: number;
  kept: boolean;
}

const judge = (of: string, allowed: number, measured: number): Verdict => ({
  of,
  budget: allowed,
  measured,
  kept: measured <= allowed,
});

/** How long each bundle takes to be ready to handle, less what Node alone takes; both in child processes, in turns. */
export const measureStartUp = async (): Promise<{
  bareNodeMs: number;
  functions: StartUp[];
  verdicts: Verdict[];
}> => {
  const metafiles = await buildFunctions();
  const times = new Map<string, number[]>();
  const note = (name: string, time: number): void => {
    times.set(name, [...(times.get(name) ?? []), time]);
  };
  for (let round = 0; round < runs; round += 1) {
    note('node', await run(''));
    for (const verb of verbs) {
      note(verb, await run(`await import(${JSON.stringify(join(dist, verb, 'index.mjs'))}); process.exit()`));
    }
  }
  const bareNodeMs = median(times.get('node') ?? []);
  const functions = verbs.map((verb) => {
    const metafile = metafiles.get(verb);
    if (metafile === undefined) throw new Error(`${verb} was not built`);
    const overBareNodeMs = median(times.get(verb) ?? []) - bareNodeMs;
    return {
      function: verb,
      overBareNodeMs,
      timesBareNode: overBareNodeMs / bareNodeMs,
      eagerKB: kilobytes(eagerBytes(metafile, `functions/${verb}/index.ts`)),
      totalKB: kilobytes(sizeOf(join(dist, verb))),
    };
  });
  const verdicts = functions
    .filter(({ function: verb }) => verb === 'receive')
    .flatMap(({ overBareNodeMs, eagerKB }) => [
      judge('receive over bare Node, ms', budget.startUpMs, overBareNodeMs),
      judge('receive before it can start, KB', budget.eagerKB, eagerKB),
    ]);
  return { bareNodeMs, functions, verdicts };
};
