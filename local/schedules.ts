import type { Functions, RunningFunction } from './functions.ts';
import { NotRunnable } from './template/not-runnable.ts';
import type { Resources } from './template/resource-types.ts';

/** The clock of the stack. */
interface Schedules {
  /** Runs the target of the one schedule whose label contains `fragment` now, and waits for its end; throws if it fails. */
  fire(fragment: string): Promise<void>;
  stop(): void;
}

interface Schedule {
  label: string;
  everyMilliseconds: number;
  fn: RunningFunction;
  event: unknown;
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
// A timer of Node that is set for longer goes off at once.
const longestTimer = 2 ** 31 - 1;
const withoutInput = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

const periodOf = (expression: string, id: string): number => {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const period = Number(count) * (unitMilliseconds[unit] ?? Number.NaN);
  if (!(period > 0 && period <= longestTimer)) throw new NotRunnable(id, `the schedule ${expression}`);
  return period;
};

/** Starts a timer for every enabled schedule; a run that fails is in the log of its function, and is not retried. */
export const startSchedules = (resources: Resources, functions: Functions): Schedules => {
  const all = resources('AWS::Events::Rule')
    .filter(({ properties }) => properties.State === 'ENABLED')
    .flatMap(({ id, label, properties: { ScheduleExpression, Targets } }) =>
      ScheduleExpression === undefined
        ? []
        : Targets.map(
            ({ Arn, Input }): Schedule => ({
              label,
              everyMilliseconds: periodOf(ScheduleExpression, id),
              fn: functions.named(Arn, id),
              event: Input === undefined ? withoutInput : JSON.parse(Input),
            }),
          ),
    );
  const run = ({ fn, event }: Schedule) => fn.pool.invoke(event, { wait: true });
  const timers = all.map((each) => setInterval(() => void run(each), each.everyMilliseconds).unref());
  return {
    fire: async (fragment) => {
      const found = all.filter(({ label }) => label.includes(fragment));
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(
          `Not one schedule is called ${fragment} among ${all.map(({ label }) => label).join(', ')}`,
        );
      const result = await run(only);
      if (!result.ok)
        throw new Error(`${only.label} failed with ${result.errorType}: ${result.errorMessage}`);
    },
    stop: () => timers.forEach(clearInterval),
  };
};
