import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  type MetricOptions,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';
import type { PublicApi } from './public-api.ts';
import type { DeadLetters, WorkQueue } from './work-queue.ts';

type AlarmWords = {
  /** What happened, in one sentence. */
  what: string;
  /** Who is hurt, and how. */
  errorImpact: string;
  /** The heading of docs/runbook.md that says what to do, as it stands in a link. */
  heading: string;
};

type AlarmRule = {
  threshold?: number;
  comparisonOperator?: ComparisonOperator;
  treatMissingData?: TreatMissingData;
};

const fiveMinutes: MetricOptions = { period: Duration.minutes(5), statistic: 'Sum' };

/** The alarms, and the topic that carries them to whoever is on call. */
export class Watch extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: { alarmEmail: string }) {
    super(scope, id);
    // An alarm holds no personal data, and CloudWatch cannot publish to a topic under the key that AWS manages.
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(alarmEmail));
    // A topic with a policy of its own has lost the one that let alarms of its account publish.
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** Alarms when a function fails or is throttled. */
  functions(...fns: HouseFunction[]): void {
    for (const { node, lambda, verb, errorImpact } of fns) {
      this.alarm(`${node.id}Fails`, lambda.metricErrors(fiveMinutes), {
        what: `The function ${verb} failed or ran out of time.`,
        errorImpact,
        heading: `${verb}-fails`,
      });
      this.alarm(`${node.id}Throttled`, lambda.metricThrottles(fiveMinutes), {
        what: `The function ${verb} was throttled.`,
        errorImpact,
        heading: 'a-function-is-throttled',
      });
    }
  }

  /** Alarms when work is given up. */
  deadLetters(...queues: DeadLetters[]): void {
    for (const queue of queues)
      this.alarm(
        queue.node.id,
        queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
        {
          what: `Work for ${queue.verb} was given up and lies in its dead-letter queue.`,
          errorImpact: queue.errorImpact,
          heading: `${queue.verb}-gave-up`,
        },
      );
  }

  /** Alarms when work is given up, and when it waits for an hour, which is longer than any delay and all tries together. */
  work(...queues: WorkQueue[]): void {
    this.deadLetters(...queues.map((work) => work.deadLetters));
    for (const { queue, deadLetters } of queues)
      this.alarm(
        `${queue.node.id}StandsStill`,
        queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
        {
          what: `A message for ${deadLetters.verb} has waited for an hour.`,
          errorImpact: deadLetters.errorImpact,
          heading: 'a-queue-stands-still',
        },
        { threshold: 3600 },
      );
  }

  /** Alarms when a function that runs on a schedule has not run for an hour. */
  schedule({ node, lambda, verb, errorImpact }: HouseFunction): void {
    this.alarm(
      `${node.id}Missing`,
      lambda.metricInvocations({ period: Duration.hours(1), statistic: 'Sum' }),
      { what: `The function ${verb} has not run for an hour.`, errorImpact, heading: `${verb}-does-not-run` },
      {
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      },
    );
  }

  /** Alarms when a caller of the API gets a 5xx. */
  publicApi({ api }: PublicApi): void {
    this.alarm('ApiFails', api.metricServerError(fiveMinutes), {
      what: 'The API answered with a 5xx.',
      errorImpact: 'Sources deliver again later, and approvers see an error page.',
      heading: 'the-api-answers-5xx',
    });
  }

  /** Alarms about one metric: by default when it is 1 or more for one period, and never for want of data. */
  alarm(
    id: string,
    metric: IMetric,
    { what, errorImpact, heading }: AlarmWords,
    { threshold = 1, comparisonOperator, treatMissingData }: AlarmRule = {},
  ): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: `${what} ${errorImpact} See docs/runbook.md#${heading}.`,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: comparisonOperator ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: treatMissingData ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
