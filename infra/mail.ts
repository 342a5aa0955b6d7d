import { Duration, Stack } from 'aws-cdk-lib';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { notifyEnv } from '../functions/notify/env.ts';
import type { Desk } from './desk.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import { WorkQueue } from './work-queue.ts';

/** The dimension under which SES counts what became of the mails of a configuration set. */
export const configurationSetDimension = 'ses:configuration-set';

/** Sends the mails that the ledger says must be sent, from one address, and counts what bounces. */
export class Mail extends Construct {
  readonly notify: HouseFunction;
  readonly work: WorkQueue;
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(
    scope: Construct,
    id: string,
    { house, ledger, desk, baseUrl }: { house: House; ledger: Ledger; desk: Desk; baseUrl: string },
  ) {
    super(scope, id);
    const { mailFrom, mailIdentity } = house.stage;
    this.configurationSet = this.makeConfigurationSet();
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: mailIdentity.includes('@') ? Identity.email(mailIdentity) : Identity.domain(mailIdentity),
      configurationSet: this.configurationSet,
    });

    this.notify = new HouseFunction(this, 'Notify', {
      house,
      verb: 'notify',
      description: 'Sends the mails that the ledger asks for',
      env: notifyEnv,
      environment: {
        LEDGER_BUCKET: ledger.bucket.bucketName,
        DESK_BUCKET: desk.bucket.bucketName,
        BASE_URL: baseUrl,
        MAIL_FROM: mailFrom,
        MAIL_CONFIGURATION_SET: this.configurationSet.configurationSetName,
        OPERATIONS_EMAIL: house.stage.alarmEmail,
      },
      timeout: Duration.seconds(30),
      memoryMegabytes: 512,
      errorImpact: 'Approvers get neither links nor codes, so that nobody can decide.',
    });
    ledger.grantRead(this.notify);
    ledger.grantWriteOnce(this.notify, 'releases/*/mail/*.sent.json');
    desk.grantWrite(this.notify, 'links', 'codes', 'messages');
    this.grantSend(mailFrom);

    this.work = new WorkQueue(this, 'Work', { consumer: this.notify, batchSize: 5, maxConcurrency: 5 });
    ledger.announce('.mail.json', this.work.queue);
  }

  private makeConfigurationSet(): ConfigurationSet {
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // Tracking would rewrite the links, and so show their tokens to others.
      vdmOptions: { engagementMetrics: false, optimizedSharedDelivery: false },
    });
    configurationSet.addEventDestination('Losses', {
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
      destination: EventDestination.cloudWatchDimensions([
        {
          name: configurationSetDimension,
          source: CloudWatchDimensionSource.MESSAGE_TAG,
          defaultValue: 'none',
        },
      ]),
    });
    return configurationSet;
  }

  private grantSend(mailFrom: string): void {
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    this.notify.allow(['ses:SendEmail'], [this.identity.emailIdentityArn, configurationSetArn], {
      StringEquals: { 'ses:FromAddress': mailFrom },
    });
  }
}
