import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';

export type WorkQueueProps = {
  consumer: HouseFunction;
  batchSize: number;
  /** How long a message waits before it can be received; SQS allows 15 minutes. */
  delaySeconds?: number;
  /** How many batches are worked on at once, so that a flood of messages leaves the other functions room to run. */
  maxConcurrency: number;
};

const tries = 5;

/** A queue of work for one function, and the queue where a message lands that failed five times. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { consumer, batchSize, delaySeconds = 0, maxConcurrency } = props;
    const name = consumer.node.id;
    this.deadLetters = new DeadLetters(this, `${name}DeadLetters`, consumer);
    this.queue = new Queue(this, `${name}Queue`, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deliveryDelay: Duration.seconds(delaySeconds),
      // Lambda asks for six times the function's time, so that a message is not given out twice while it is worked on.
      visibilityTimeout: Duration.seconds(6 * consumer.timeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
    consumer.lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
}

/** A queue for work that was given up, kept for as long as SQS can, so that somebody can look and put it back. */
export class DeadLetters extends Queue {
  readonly errorImpact: string;
  readonly verb: HouseFunction['verb'];

  constructor(
    scope: Construct,
    id: string,
    { verb, errorImpact }: Pick<HouseFunction, 'verb' | 'errorImpact'>,
  ) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.verb = verb;
    this.errorImpact = errorImpact;
  }
}
