import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { sweepEnv } from '../functions/sweep/env.ts';
import type { Desk } from './desk.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import { DeadLetters, type WorkQueue } from './work-queue.ts';

export type SweepingProps = {
  house: House;
  ledger: Ledger;
  desk: Desk;
  draftWork: WorkQueue;
  notifyWork: WorkQueue;
  publishWork: WorkQueue;
};

/** Reminds and repairs: every five minutes what is due, and once a day the whole ledger, for as many rounds as that takes. */
export class Sweeping extends Construct {
  readonly sweep: HouseFunction;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: SweepingProps) {
    super(scope, id);
    const { house, ledger, desk, draftWork, notifyWork, publishWork } = props;
    this.sweep = new HouseFunction(this, 'Sweep', {
      house,
      verb: 'sweep',
      description: 'Reminds, and repairs what a lost message left undone',
      env: sweepEnv,
      environment: {
        LEDGER_BUCKET: ledger.bucket.bucketName,
        DESK_BUCKET: desk.bucket.bucketName,
        DRAFT_QUEUE_URL: draftWork.queue.queueUrl,
        NOTIFY_QUEUE_URL: notifyWork.queue.queueUrl,
        PUBLISH_QUEUE_URL: publishWork.queue.queueUrl,
      },
      timeout: Duration.minutes(5),
      memoryMegabytes: 512,
      errorImpact: 'Nobody is reminded, and work whose message was lost stays undone.',
    });
    ledger.grantRead(this.sweep);
    ledger.grantWriteOnce(
      this.sweep,
      'releases/*/drafts/*/steps/*',
      'releases/*/drafts/*/outcome.json',
      'releases/*/mail/*.mail.json',
    );
    desk.grantMarkOpen(this.sweep);
    desk.grantFindOpen(this.sweep);
    desk.grantRead(this.sweep, 'rest', 'waiting');
    desk.grantWrite(this.sweep, 'rest', 'waiting');
    this.sweep.allow(
      ['sqs:SendMessage'],
      [draftWork, notifyWork, publishWork].map(({ queue }) => queue.queueArn),
    );

    this.deadLetters = new DeadLetters(this, 'SweepDeadLetters', this.sweep);
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself where a function that runs on a schedule gives up, which the rule does not look for.',
    });
    this.sweep.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      // The next round does all that this one should have done.
      maxEventAge: Duration.minutes(5),
      onFailure: new SqsDestination(this.deadLetters),
    });
    this.every('EveryFiveMinutes', Duration.minutes(5), 'due');
    this.every('EveryDay', Duration.days(1), 'ledger');
  }

  private every(id: string, period: Duration, scope: 'due' | 'ledger'): void {
    new Rule(this, id, {
      schedule: Schedule.rate(period),
      targets: [new LambdaTarget(this.sweep.lambda, { event: RuleTargetInput.fromObject({ scope }) })],
    });
  }
}
