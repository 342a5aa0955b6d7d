import { Tags, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/**
 * What one source signs with: `current`, and for a while after a rotation `previous`, each the base64 of 24 random bytes
 * that Standard Webhooks writes after `whsec_`. A change to how it is generated would replace it and cut the source off.
 */
export class SourceSecret extends Secret {
  readonly source: string;

  constructor(scope: Construct, id: string, source: string) {
    super(scope, id, {
      description: `What ${source} signs its events with: current, and during a rotation previous`,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        passwordLength: 32,
        excludePunctuation: true,
      },
    });
    this.source = source;
    Tags.of(this).add('gazette:source', source);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The source must be told of a new secret by its own people: docs/runbook.md#rotate-a-sources-secret.',
    });
  }
}
