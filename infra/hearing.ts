import { Duration } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { mailFates } from '../functions/domain/keys.ts';
import { hearEnv } from '../functions/hear/env.ts';
import type { Told } from '../functions/hear/told.ts';
import type { Desk } from './desk.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import { WorkQueue } from './work-queue.ts';

export type HearingProps = {
  house: House;
  ledger: Ledger;
  desk: Desk;
  configurationSet: ConfigurationSet;
};

/** Records what SES tells of mails that it took: that they came back, were marked as spam, were refused, or are delayed. */
export class Hearing extends Construct {
  readonly hear: HouseFunction;
  readonly work: WorkQueue;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { house, ledger, desk, configurationSet }: HearingProps) {
    super(scope, id);
    this.configurationSet = configurationSet;
    this.hear = new HouseFunction(this, 'Hear', {
      house,
      verb: 'hear',
      description: 'Records what becomes of mails that were sent',
      env: hearEnv,
      environment: { LEDGER_BUCKET: ledger.bucket.bucketName, DESK_BUCKET: desk.bucket.bucketName },
      timeout: Duration.seconds(30),
      memoryMegabytes: 512,
      errorImpact: 'Nobody learns early that an approver gets no mail, and a deadline may pass for it.',
    });
    ledger.grantReadKnown(this.hear, 'releases/*/mail/*.mail.json');
    ledger.grantWriteOnce(this.hear, ...mailFates.map((fate) => `releases/*/mail/*.${fate}.json`));
    desk.grantRead(this.hear, 'messages');
    desk.grantWrite(this.hear, 'open');

    this.work = new WorkQueue(this, 'Work', {
      consumer: this.hear,
      batchSize: 5,
      // SES may be told that a mail is refused before notify has written which mail it was.
      delaySeconds: 15,
      maxConcurrency: 2,
    });
    configurationSet.addEventDestination('Feedback', {
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
    });
    this.passOn('Bounced', 'Email Bounced', {
      told: 'bounced',
      type: EventField.fromPath('$.detail.bounce.bounceType'),
      subType: EventField.fromPath('$.detail.bounce.bounceSubType'),
    });
    this.passOn('Complained', 'Email Complaint Received', { told: 'complained' });
    this.passOn('Rejected', 'Email Rejected', { told: 'rejected' });
    this.passOn('Delayed', 'Email Delivery Delayed', {
      told: 'delayed',
      type: EventField.fromPath('$.detail.deliveryDelay.delayType'),
    });
  }

  /**
   * Passes on what SES tells of one kind, without the addresses, subjects and headers that it tells besides. EventBridge makes
   * a message out of the fields that every event of this kind has:
   * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html
   */
  private passOn<K extends Told['told']>(
    id: string,
    detailType: string,
    told: Omit<Extract<Told, { told: K }>, 'messageId' | 'at'> & { told: K },
  ): void {
    new Rule(this, id, {
      eventPattern: {
        source: ['aws.ses'],
        detailType: [detailType],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } },
      },
      targets: [
        new SqsQueue(this.work.queue, {
          message: RuleTargetInput.fromObject({
            ...told,
            messageId: EventField.fromPath('$.detail.mail.messageId'),
            at: EventField.time,
          }),
        }),
      ],
    });
  }
}
