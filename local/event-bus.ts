import { NotRunnable } from './template/not-runnable.ts';
import type { EventPattern, Resource, Resources } from './template/resource-types.ts';

/** An event as EventBridge carries it. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  detail: Readonly<Record<string, unknown>>;
  [field: string]: unknown;
}

/** The default bus of EventBridge. */
export interface EventBus {
  /** Passes an event on to the queues of every rule that it matches. */
  put(event: BusEvent): Promise<void>;
}

type Target = Resource<'AWS::Events::Rule'>['properties']['Targets'][number];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an event is as a pattern says; of a list in the event, one value is enough. */
export const matches = (pattern: EventPattern, event: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(pattern).every(([name, wanted]) => {
    const value = event[name];
    return Array.isArray(wanted)
      ? [value].flat().some((one) => wanted.some((text) => text === one))
      : isRecord(value) && matches(wanted, value);
  });

const valueAt = (event: BusEvent, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), event);

const placeholder = /<([^<>]+)>/g;

/** What a target gets of an event. */
const messageFor = ({ Input, InputTransformer }: Target, event: BusEvent, id: string): string => {
  if (InputTransformer === undefined) return Input ?? JSON.stringify(event);
  const { InputPathsMap, InputTemplate } = InputTransformer;
  return InputTemplate.replaceAll(placeholder, (_, name: string) => {
    const value = valueAt(event, InputPathsMap[name] ?? '');
    if (value === undefined) throw new NotRunnable(id, `an event without ${InputPathsMap[name]}`);
    return JSON.stringify(value);
  });
};

const checkTransformer = ({ InputTransformer }: Target, id: string): void => {
  const { InputPathsMap = {}, InputTemplate = '' } = InputTransformer ?? {};
  for (const path of Object.values(InputPathsMap))
    if (!/^\$(\.[A-Za-z0-9_-]+)+$/.test(path)) throw new NotRunnable(id, `the path ${path}`);
  for (const [, name = ''] of InputTemplate.matchAll(placeholder))
    if (!(name in InputPathsMap)) throw new NotRunnable(id, `<${name}> in its template, without a path`);
};

/** Makes the bus with the rules of the template that have a pattern; they may target queues only. Throws NotRunnable. */
export const createEventBus = (
  resources: Resources,
  send: (queueArn: string, body: string) => Promise<void>,
): EventBus => {
  const queues = resources('AWS::SQS::Queue').map(({ attributes }) => attributes['Arn']);
  const rules = resources('AWS::Events::Rule').flatMap(({ id, properties }) => {
    const { EventPattern: pattern, ScheduleExpression, Targets: targets, State } = properties;
    if ((pattern === undefined) === (ScheduleExpression === undefined))
      throw new NotRunnable(id, 'a rule that has not either a schedule or a pattern');
    if (pattern === undefined) return [];
    for (const target of targets) {
      if (!queues.includes(target.Arn))
        throw new NotRunnable(id, `${target.Arn} is no queue of the template`);
      checkTransformer(target, id);
    }
    return State === 'ENABLED' ? [{ id, pattern, targets }] : [];
  });
  return {
    put: async (event) => {
      for (const { id, pattern, targets } of rules) {
        if (!matches(pattern, event)) continue;
        for (const target of targets) await send(target.Arn, messageFor(target, event, id));
      }
    },
  };
};
