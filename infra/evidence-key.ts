import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';

/**
 * The key that signs files of evidence. It never leaves KMS, so that nobody who can read the ledger, or write to it, can
 * make a file that bears its signature but by asking for one. Its alias is the ledger's name: `alias/{bucket}`.
 */
export class EvidenceKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { ledger }: { ledger: Bucket }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Signs the files of evidence that are made from the ledger',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      // What it has signed outlives the stack, and whoever doubts a file must still find the key.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.key.addAlias(`alias/${ledger.bucketName}`);
  }

  /** Lets a function sign, and say with which key. */
  grantSign(fn: HouseFunction): void {
    fn.allow(['kms:Sign'], [this.key.keyArn], {
      StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' },
    });
    fn.allow(['kms:GetPublicKey'], [this.key.keyArn]);
  }
}
