import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as v from 'valibot';
import { slug } from '../functions/domain/text.ts';

const email = v.pipe(v.string(), v.email('must be an email address'));

const host = v.pipe(
  v.string(),
  v.regex(
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/,
    'must be a host name such as gazette.example.com',
  ),
);

/** A link is `https://{host}/r/` and a token of 32 characters, and must stay below 100, or mail programs may break it. */
const linkHost = v.pipe(
  host,
  v.maxLength(56, 'must have at most 56 characters, so that a link has fewer than 100'),
);

const wholeNumber = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What SES must have verified before it may send from an address: the address, its domain, or a parent of that. */
const coversSender = (identity: string, mailFrom: string): boolean =>
  identity === mailFrom || `.${domainOf(mailFrom)}`.endsWith(`.${identity}`);

const objectLock = v.union(
  [
    v.literal(false),
    v.strictObject({ mode: v.picklist(['governance', 'compliance']), years: wholeNumber(1, 100) }),
  ],
  'must be false, or an object with mode (governance or compliance) and years (1 to 100)',
);

const stageSchema = v.pipe(
  v.strictObject({
    /** False for a stage that only ever runs on one machine. */
    deployable: v.optional(v.boolean(), true),
    /** How long events may gather before a draft is made of them; SQS delays a message by 15 minutes at most. */
    settleSeconds: v.optional(wholeNumber(0, 900), 60),
    mailFrom: email,
    /** The address or domain that is verified with SES; the domain of mailFrom where it is not given. */
    mailIdentity: v.optional(v.union([email, host], 'must be an email address or a host name')),
    alarmEmail: email,
    /** Whether secrets that stand in the repository are good for signing events. */
    developmentSecrets: v.optional(v.picklist(['accepted', 'refused']), 'refused'),
    /** Locks every version for so long. On a stage that exists it would replace the ledger: docs/runbook.md#lock-the-ledger. */
    objectLock: v.optional(objectLock, false),
    throttle: v.optional(
      v.strictObject({ ratePerSecond: wholeNumber(1, 10_000), burst: wholeNumber(1, 5_000) }),
      { ratePerSecond: 50, burst: 100 },
    ),
    /** How many releases may begin from one source within a stretch of so many minutes; the further ones are held. */
    massChange: v.optional(
      v.strictObject({ releases: wholeNumber(1, 10_000), minutes: wholeNumber(1, 1440) }),
      { releases: 10, minutes: 60 },
    ),
    logRetentionDays: v.optional(
      v.enum(RetentionDays, 'must be a number of days that CloudWatch Logs offers'),
      RetentionDays.THREE_MONTHS,
    ),
    account: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/, 'must be an account id of 12 digits'))),
    region: v.optional(
      v.pipe(v.string(), v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as eu-west-1')),
    ),
    /** The name that links start with, instead of the one API Gateway gives. */
    host: v.optional(linkHost),
    certificateArn: v.optional(v.pipe(v.string(), v.startsWith('arn:', 'must be the ARN of a certificate'))),
  }),
  v.forward(
    v.partialCheck(
      [['developmentSecrets'], ['deployable']],
      (stage) => stage.developmentSecrets === 'refused' || !stage.deployable,
      'must be refused where deployable is true',
    ),
    ['developmentSecrets'],
  ),
  v.forward(
    v.partialCheck(
      [['host'], ['certificateArn']],
      ({ host, certificateArn }) => (host === undefined) === (certificateArn === undefined),
      'must be given together with host, and only with it',
    ),
    ['certificateArn'],
  ),
  v.forward(
    v.partialCheck(
      [['mailIdentity'], ['mailFrom']],
      ({ mailIdentity, mailFrom }) => mailIdentity === undefined || coversSender(mailIdentity, mailFrom),
      'must be mailFrom, its domain, or a parent of that domain',
    ),
    ['mailIdentity'],
  ),
  v.transform((stage) => ({ ...stage, mailIdentity: stage.mailIdentity ?? domainOf(stage.mailFrom) })),
);

/** `config/stages.json`: by name, where Gazette runs and what is different there. */
export const stagesSchema = v.record(slug, stageSchema);

export type Stage = v.InferOutput<typeof stageSchema>;
