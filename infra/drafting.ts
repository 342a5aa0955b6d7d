import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { fileNamesOf } from '../functions/domain/keys.ts';
import { draftEnv } from '../functions/draft/env.ts';
import type { Desk } from './desk.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import { WorkQueue } from './work-queue.ts';

/** Makes a draft of the events of a release, once they have had time to gather. */
export class Drafting extends Construct {
  readonly draft: HouseFunction;
  readonly work: WorkQueue;

  constructor(
    scope: Construct,
    id: string,
    { house, ledger, desk }: { house: House; ledger: Ledger; desk: Desk },
  ) {
    super(scope, id);
    this.draft = new HouseFunction(this, 'Draft', {
      house,
      verb: 'draft',
      description: 'Makes the next draft of a release and asks its approvers',
      env: draftEnv,
      environment: {
        LEDGER_BUCKET: ledger.bucket.bucketName,
        DESK_BUCKET: desk.bucket.bucketName,
        MASS_CHANGE_RELEASES: String(house.stage.massChange.releases),
        MASS_CHANGE_MINUTES: String(house.stage.massChange.minutes),
      },
      timeout: Duration.seconds(30),
      memoryMegabytes: 1024,
      errorImpact: 'Events lie in the ledger without a draft, and nobody is asked to approve them.',
    });
    ledger.grantRead(this.draft);
    ledger.grantFindPeople(this.draft);
    ledger.grantWriteOnce(
      this.draft,
      'releases/*/events/*',
      // Named one by one, so that only review can write a decision.
      ...['draft.json', 'outcome.json', ...fileNamesOf({ wires: [{ wire: '*' }] })].map(
        (file) => `releases/*/drafts/*/${file}`,
      ),
      'releases/*/drafts/*/steps/*',
      'releases/*/mail/*.mail.json',
      'releases/*/held/*',
      'people/*',
    );
    desk.grantMarkOpen(this.draft);
    desk.grantRead(this.draft, 'begun', 'waiting');
    desk.grantWrite(this.draft, 'begun', 'waiting');

    this.work = new WorkQueue(this, 'Work', {
      consumer: this.draft,
      batchSize: 10,
      maxConcurrency: 5,
      delaySeconds: house.stage.settleSeconds,
    });
    ledger.announce('.event.json', this.work.queue);
  }
}
