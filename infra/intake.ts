import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { receiveEnv } from '../functions/receive/env.ts';
import { openApiPath } from '../functions/receive/openapi.ts';
import { type House, HouseFunction } from './house-function.ts';
import type { Ledger } from './ledger.ts';
import type { PublicApi } from './public-api.ts';
import { SourceSecret } from './source-secret.ts';

/** Takes events from sources, each of which signs with a secret of its own, and puts them into the ledger. */
export class Intake extends Construct {
  readonly receive: HouseFunction;
  readonly secrets: readonly SourceSecret[];

  constructor(
    scope: Construct,
    id: string,
    {
      house,
      ledger,
      api,
      sources,
    }: { house: House; ledger: Ledger; api: PublicApi; sources: readonly string[] },
  ) {
    super(scope, id);
    this.secrets = sources.map((source) => new SourceSecret(this, `${source}-secret`, source));
    const arns = Object.fromEntries(this.secrets.map(({ source, secretArn }) => [source, secretArn]));

    this.receive = new HouseFunction(this, 'Receive', {
      house,
      verb: 'receive',
      description: 'Verifies an event and puts it into the ledger',
      env: receiveEnv,
      environment: {
        LEDGER_BUCKET: ledger.bucket.bucketName,
        SOURCE_SECRETS: Stack.of(this).toJsonString(arns),
        DEVELOPMENT_SECRETS: house.stage.developmentSecrets,
      },
      timeout: Duration.seconds(10),
      memoryMegabytes: 1024,
      errorImpact: 'Sources are told to deliver their events again, and no release begins meanwhile.',
    });
    // Only to compare an event with the one whose key a refused put has just shown to be taken.
    ledger.grantReadKnown(this.receive, 'releases/*/events/*');
    ledger.grantWriteOnce(this.receive, 'releases/*/events/*');
    this.receive.allow(['secretsmanager:GetSecretValue'], Object.values(arns));
    api.route('/events/{source}', this.receive, 'Every event is signed with the secret of its source.');
    api.route(
      openApiPath,
      this.receive,
      'Whoever is to deliver events may read how; it names no source or company.',
    );
  }
}
