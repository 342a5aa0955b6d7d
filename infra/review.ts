import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { reviewEnv } from '../functions/review/env.ts';
import type { Desk } from './desk.ts';
import type { EvidenceKey } from './evidence-key.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import type { PublicApi } from './public-api.ts';

/** Shows a draft to its approvers and takes their decisions. */
export class Review extends Construct {
  readonly review: HouseFunction;

  constructor(
    scope: Construct,
    id: string,
    {
      house,
      ledger,
      evidenceKey,
      desk,
      api,
    }: { house: House; ledger: Ledger; evidenceKey: EvidenceKey; desk: Desk; api: PublicApi },
  ) {
    super(scope, id);
    this.review = new HouseFunction(this, 'Review', {
      house,
      verb: 'review',
      description: 'Shows a draft to an approver and takes the decision',
      env: reviewEnv,
      environment: {
        LEDGER_BUCKET: ledger.bucket.bucketName,
        DESK_BUCKET: desk.bucket.bucketName,
        BASE_URL: api.baseUrl,
        EVIDENCE_KEY: evidenceKey.key.keyArn,
      },
      timeout: Duration.seconds(15),
      memoryMegabytes: 1024,
      errorImpact: 'Approvers see an error page and can neither read nor decide.',
    });
    ledger.grantRead(this.review);
    ledger.grantWriteOnce(
      this.review,
      'releases/*/drafts/*/decisions/*',
      'releases/*/drafts/*/steps/*',
      'releases/*/drafts/*/seen/*',
      'releases/*/gates/*',
      'releases/*/visits/*',
      'releases/*/not-me/*',
      'releases/*/events/desk~*',
      'releases/*/drafts/*/outcome.json',
      'releases/*/mail/*.mail.json',
    );
    evidenceKey.grantSign(this.review);
    desk.grantRead(this.review, 'links', 'sessions', 'codes', 'tries');
    desk.grantWrite(this.review, 'sessions', 'codes', 'tries', 'open');
    for (const path of ['/r/{token}', '/r/{token}/{page}'])
      api.route(
        path,
        this.review,
        'A link shows nothing until its owner has typed the code that was mailed.',
      );
  }
}
