import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { publishEnv } from '../functions/publish/env.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import { WorkQueue } from './work-queue.ts';

/** Publishes a release once its draft is approved. */
export class Publishing extends Construct {
  readonly publish: HouseFunction;
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { house, ledger }: { house: House; ledger: Ledger }) {
    super(scope, id);
    this.publish = new HouseFunction(this, 'Publish', {
      house,
      verb: 'publish',
      description: 'Publishes an approved release',
      env: publishEnv,
      environment: { LEDGER_BUCKET: ledger.bucket.bucketName },
      timeout: Duration.seconds(30),
      memoryMegabytes: 512,
      errorImpact: 'A release that is approved does not go out, though its approvers believe that it does.',
    });
    ledger.grantRead(this.publish);
    ledger.grantWriteOnce(
      this.publish,
      'releases/*/gates/*',
      'releases/*/published/*',
      'releases/*/published.json',
      'releases/*/mail/*.mail.json',
    );

    this.work = new WorkQueue(this, 'Work', { consumer: this.publish, batchSize: 5, maxConcurrency: 2 });
    ledger.announce('/outcome.json', this.work.queue);
  }
}
