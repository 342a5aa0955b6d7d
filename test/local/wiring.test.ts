import { describe, expect, test } from 'vitest';
import { collectPolicies } from '../../local/iam/policies.ts';
import { startSchedules } from '../../local/schedules.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { checkWiring } from '../../local/template/wiring.ts';
import { world, writeAssembly } from './assembly.ts';
import { miniature } from './miniature.ts';

type Resources = ReturnType<typeof miniature>['Resources'];

const check = (change: (resources: Resources) => void) => {
  const template = miniature();
  change(template.Resources);
  const { resources } = loadTemplate(writeAssembly(template), 'Test', world);
  checkWiring(resources, collectPolicies(resources), world);
};

describe('what AWS checks between services is checked before anything runs', () => {
  test('and a template that AWS would wire passes', () => {
    expect(() => check(() => {})).not.toThrow();
  });

  test.each<[string, (resources: Resources) => void, string]>([
    [
      'S3 may not send to a queue that it shall notify',
      (r) => void Reflect.deleteProperty(r, 'WorkPolicy'),
      'does not let S3 send',
    ],
    [
      'a function may not read from its queue',
      (r) => void r.Role.Properties.Policies.pop(),
      'may not sqs:ReceiveMessage',
    ],
    [
      'API Gateway may not invoke the function of a route',
      (r) => void Object.assign(r.ApiMay.Properties, { SourceArn: 'arn:aws:execute-api:*:*:*/*/*/other' }),
      'no permission lets apigateway.amazonaws.com',
    ],
    [
      'EventBridge may not invoke the function of a rule',
      (r) => void Reflect.deleteProperty(r, 'EveryDayMay'),
      'no permission lets events.amazonaws.com',
    ],
  ])('that %s is an error', (_, change, message) => {
    expect(() => check(change)).toThrow(message);
  });
});

describe('a schedule', () => {
  const start = (expression: string) => {
    const template = miniature();
    template.Resources.EveryDay.Properties.ScheduleExpression = expression;
    const events: unknown[] = [];
    const { resources } = loadTemplate(writeAssembly(template), 'Test', world);
    const pool = {
      invoke: async (event: unknown) => {
        events.push(event);
        return events.length > 1
          ? ({ ok: false, errorType: 'E', errorMessage: 'no' } as const)
          : ({ ok: true, payload: '1' } as const);
      },
      pending: () => 0,
      crash: () => {},
      stop: async () => {},
    };
    const fn = { name: 'work', arn: 'arn', timeoutSeconds: 3, pool };
    const none = {
      all: [fn],
      callers: new Map(),
      invoke: async () => {},
      crash: () => {},
      stop: async () => {},
    };
    return { events, schedules: startSchedules(resources, { ...none, named: () => fn }) };
  };

  test('runs its target with its input when a test fires it, and says if that fails', async () => {
    const { events, schedules } = start('rate(1 day)');
    await schedules.fire('every');
    expect(events).toEqual([{ scope: 'ledger' }]);
    await expect(schedules.fire('every-day')).rejects.toThrow('every-day failed with E: no');
    await expect(schedules.fire('never')).rejects.toThrow('Not one schedule is called never among every-day');
    schedules.stop();
  });

  test.each([
    'cron(0 12 * * ? *)',
    'rate(0 days)',
    'rate(400 days)',
    'rate(5 seconds)',
    'at(2030-01-01T00:00:00)',
  ])('that the runner cannot keep is refused: %s', (expression) => {
    expect(() => start(expression)).toThrow(`the schedule ${expression}`);
  });
});
