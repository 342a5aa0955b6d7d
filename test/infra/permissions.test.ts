import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { verbs } from '../../infra/verbs.ts';
import { policyDocument, resourcesOf, templateOf } from './synthesized.ts';

const policies = resourcesOf('production', 'AWS::IAM::Policy', v.object({ PolicyDocument: policyDocument }));

const conditionText = (condition: Record<string, Record<string, string[]>>): string =>
  Object.entries(condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ` if ${key} ${operator} ${values.join(', ')}`),
    )
    .join('');

/** What a function may do, one line for each resource: `ledger/releases/*: s3:GetObject`. */
const permissionsOf = (verb: string): string[] => {
  const lines = new Map<string, string[]>();
  for (const { name, properties } of policies) {
    if (!name.toLowerCase().endsWith(`${verb}roledefaultpolicy`)) continue;
    for (const { Action, Resource, Condition } of properties.PolicyDocument.Statement)
      for (const resource of Resource) {
        const line = `${resource.replace('AWS::Partition:ses:AWS::Region:AWS::AccountId', 'aws:ses')}${conditionText(Condition)}`;
        lines.set(line, [...(lines.get(line) ?? []), ...Action].sort());
      }
  }
  return [...lines].map(([line, actions]) => `${line}: ${actions.join(' ')}`).sort();
};

const consume =
  'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage';
const listReleases = 'LedgerBucket if s3:prefix StringLikeIfExists releases/*: s3:ListBucket';
const markOpen = 'DeskBucket/open/*: s3:DeleteObject s3:PutObject';

const table: Record<(typeof verbs)[number], string[]> = {
  receive: [
    'IntakeReceiveLog: logs:CreateLogStream logs:PutLogEvents',
    'Intakeboardsecret: secretsmanager:GetSecretValue',
    'Intakehrsecret: secretsmanager:GetSecretValue',
    'Intakepeoplesecret: secretsmanager:GetSecretValue',
    'Intakesignaturesecret: secretsmanager:GetSecretValue',
    'LedgerBucket/releases/*/events/*: s3:GetObject s3:PutObject',
  ],
  draft: [
    markOpen,
    'DeskBucket if s3:prefix StringLikeIfExists begun/*, waiting/*: s3:ListBucket',
    'DeskBucket/begun/*: s3:GetObject s3:PutObject',
    'DeskBucket/waiting/*: s3:GetObject s3:PutObject',
    'DraftingDraftLog: logs:CreateLogStream logs:PutLogEvents',
    `DraftingWorkDraftQueue: ${consume}`,
    listReleases,
    'LedgerBucket/releases/*: s3:GetObject',
    'LedgerBucket/releases/*/drafts/*/draft.json: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/exhibit99-1.docx: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/exhibit99-1.htm: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/exhibit99-1.txt: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/steps/*: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/form8-k.htm: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/outcome.json: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/wire-*.txt: s3:PutObject',
    'LedgerBucket/releases/*/events/*: s3:PutObject',
    'LedgerBucket if s3:prefix StringLikeIfExists people/*: s3:ListBucket',
    'LedgerBucket/people/*: s3:PutObject',
    'LedgerBucket/releases/*/held/*: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.mail.json: s3:PutObject',
  ],
  notify: [
    'DeskBucket/codes/*: s3:PutObject',
    'DeskBucket/links/*: s3:PutObject',
    'DeskBucket/messages/*: s3:PutObject',
    listReleases,
    'LedgerBucket/releases/*: s3:GetObject',
    'LedgerBucket/releases/*/mail/*.sent.json: s3:PutObject',
    'MailNotifyLog: logs:CreateLogStream logs:PutLogEvents',
    `MailWorkNotifyQueue: ${consume}`,
    'arn:aws:ses:configuration-set/MailConfigurationSet if ses:FromAddress StringEquals no-reply@gazette.example.com: ses:SendEmail',
    'arn:aws:ses:identity/MailIdentity if ses:FromAddress StringEquals no-reply@gazette.example.com: ses:SendEmail',
  ],
  hear: [
    'DeskBucket if s3:prefix StringLikeIfExists messages/*: s3:ListBucket',
    'DeskBucket/messages/*: s3:GetObject',
    'DeskBucket/open/*: s3:PutObject',
    'HearingHearLog: logs:CreateLogStream logs:PutLogEvents',
    `HearingWorkHearQueue: ${consume}`,
    'LedgerBucket/releases/*/mail/*.bounced.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.complained.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.delayed.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.mail.json: s3:GetObject',
    'LedgerBucket/releases/*/mail/*.rejected.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.soft-bounced.json: s3:PutObject',
  ],
  review: [
    'DeskBucket if s3:prefix StringLikeIfExists links/*, sessions/*, codes/*, tries/*: s3:ListBucket',
    'DeskBucket/codes/*: s3:GetObject s3:PutObject',
    'DeskBucket/links/*: s3:GetObject',
    'DeskBucket/open/*: s3:PutObject',
    'DeskBucket/sessions/*: s3:GetObject s3:PutObject',
    'DeskBucket/tries/*: s3:GetObject s3:PutObject',
    listReleases,
    'LedgerBucket/releases/*: s3:GetObject',
    'EvidenceKey if kms:SigningAlgorithm StringEquals ECDSA_SHA_256: kms:Sign',
    'EvidenceKey: kms:GetPublicKey',
    'LedgerBucket/releases/*/drafts/*/decisions/*: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/steps/*: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/seen/*: s3:PutObject',
    'LedgerBucket/releases/*/events/desk~*: s3:PutObject',
    'LedgerBucket/releases/*/gates/*: s3:PutObject',
    'LedgerBucket/releases/*/visits/*: s3:PutObject',
    'LedgerBucket/releases/*/not-me/*: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/outcome.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.mail.json: s3:PutObject',
    'ReviewLog: logs:CreateLogStream logs:PutLogEvents',
  ],
  publish: [
    listReleases,
    'LedgerBucket/releases/*: s3:GetObject',
    'LedgerBucket/releases/*/gates/*: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.mail.json: s3:PutObject',
    'LedgerBucket/releases/*/published.json: s3:PutObject',
    'LedgerBucket/releases/*/published/*: s3:PutObject',
    'PublishingPublishLog: logs:CreateLogStream logs:PutLogEvents',
    `PublishingWorkPublishQueue: ${consume}`,
  ],
  sweep: [
    markOpen,
    'DeskBucket if s3:prefix StringLikeIfExists open/*: s3:ListBucket',
    'DeskBucket if s3:prefix StringLikeIfExists rest/*, waiting/*: s3:ListBucket',
    'DeskBucket/rest/*: s3:GetObject s3:PutObject',
    'DeskBucket/waiting/*: s3:GetObject s3:PutObject',
    'DraftingWorkDraftQueue: sqs:SendMessage',
    listReleases,
    'LedgerBucket/releases/*: s3:GetObject',
    'LedgerBucket/releases/*/drafts/*/steps/*: s3:PutObject',
    'LedgerBucket/releases/*/drafts/*/outcome.json: s3:PutObject',
    'LedgerBucket/releases/*/mail/*.mail.json: s3:PutObject',
    'MailWorkNotifyQueue: sqs:SendMessage',
    'PublishingWorkPublishQueue: sqs:SendMessage',
    'SweepingSweepDeadLetters: sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage',
    'SweepingSweepLog: logs:CreateLogStream logs:PutLogEvents',
  ],
};

describe('what each function may do', () => {
  test.each(verbs)('%s may do this and nothing else', (verb) => {
    expect(permissionsOf(verb)).toEqual(table[verb].toSorted());
  });

  test('there is no other policy, and every role is that of a function', () => {
    expect(policies).toHaveLength(verbs.length);
    const roles = resourcesOf('production', 'AWS::IAM::Role', v.record(v.string(), v.unknown()));
    expect(roles.map(({ properties }) => Object.keys(properties))).toEqual(
      verbs.map(() => ['AssumeRolePolicyDocument']),
    );
  });

  test('no statement speaks of every resource or of every action of a service', () => {
    const statements = policies.flatMap(({ properties }) => properties.PolicyDocument.Statement);
    expect(statements.flatMap(({ Resource }) => Resource)).not.toContain('*');
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('nothing but review can write a decision, and nothing but notify can send mail', () => {
    const holders = (what: RegExp) =>
      verbs.filter((verb) => permissionsOf(verb).some((line) => what.test(line)));
    expect(holders(/drafts\/\*(\/decisions\/\*)?: .*PutObject/)).toEqual(['review']);
    expect(holders(/ses:/)).toEqual(['notify']);
  });
});

describe('what cdk-nag is told to pass over', () => {
  const { acknowledged } = templateOf('production');

  test('is the starred keys of the table above, and findings that each have their own construct', () => {
    const [stars, others] = [true, false].map((starred) =>
      acknowledged
        .filter(([, rule]) => rule.startsWith('IAM5[') === starred)
        .map(([path, rule]) => `${path} ${rule}`),
    );
    for (const star of stars ?? [])
      expect(star).toMatch(
        / IAM5\[Resource::<(LedgerBucketE8D6A000|DeskBucketEC9AF9E3)\.Arn>\/[a-z]+\/[^\]]+\]$/,
      );
    expect(others?.toSorted()).toEqual([
      'Intake/board-secret SMG4',
      'Intake/hr-secret SMG4',
      'Intake/people-secret SMG4',
      'Intake/signature-secret SMG4',
      'PublicApi/Api/ANY--events--{source} APIG4',
      'PublicApi/Api/ANY--openapi.json APIG4',
      'PublicApi/Api/ANY--r--{token} APIG4',
      'PublicApi/Api/ANY--r--{token}--{page} APIG4',
      'Sweeping/SweepDeadLetters SQS3',
    ]);
  });

  test('has a reason each time', () => {
    for (const [, , why] of acknowledged) expect(why).toMatch(/^[A-Z].{30,}\.$/);
  });
});
