import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Desk } from './desk.ts';
import type { EvidenceKey } from './evidence-key.ts';
import type { Intake } from './intake.ts';
import type { Ledger } from './ledger.ts';
import type { Mail } from './mail.ts';
import type { PublicApi } from './public-api.ts';
import type { Sweeping } from './sweeping.ts';
import type { Watch } from './watch.ts';
import type { DeadLetters } from './work-queue.ts';

type OutputParts = {
  api: PublicApi;
  intake: Intake;
  ledger: Ledger;
  evidenceKey: EvidenceKey;
  desk: Desk;
  mail: Mail;
  sweeping: Sweeping;
  watch: Watch;
  deadLetters: readonly DeadLetters[];
};

const pascalCase = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Names what the runbook speaks of, so that nobody has to look for it in the console. */
export const declareOutputs = (stack: Stack, parts: OutputParts): void => {
  const { api, intake, ledger, evidenceKey, desk, mail, sweeping, watch, deadLetters } = parts;
  const output = (id: string, value: string, description: string) =>
    new CfnOutput(stack, id, { value, description });

  output('ApiAddress', api.baseUrl, 'What links begin with');
  output('EventEndpoint', `${api.baseUrl}/events/{source}`, 'Where a source posts its events');
  if (api.hostTarget !== undefined)
    output('HostTarget', api.hostTarget, 'What DNS must point the host of the stage to');
  output('LedgerBucket', ledger.bucket.bucketName, 'Every fact, written once');
  output('EvidenceKey', evidenceKey.key.keyArn, 'The key that signs evidence');
  output('DeskBucket', desk.bucket.bucketName, 'Links, sessions, codes and open work');
  for (const { source, secretArn } of intake.secrets)
    output(`${pascalCase(source)}Secret`, secretArn, `The secret that ${source} signs with`);
  output(
    'MailIdentity',
    mail.identity.emailIdentityName,
    'What SES must have verified before mail goes out: docs/runbook.md#deploy-a-stage',
  );
  output(
    'MailConfigurationSet',
    mail.configurationSet.configurationSetName,
    'Under which SES counts our mail',
  );
  output(
    'SweepFunction',
    sweeping.sweep.lambda.functionName,
    'What repairs, every day and when it is invoked',
  );
  output('AlarmTopic', watch.topic.topicArn, 'Where alarms go');
  for (const queue of deadLetters)
    output(queue.node.id, queue.queueUrl, `Work that ${queue.verb} gave up on`);
};
