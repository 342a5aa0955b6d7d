import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readBundledConfig, readBundledTemplates } from '../adapters/bundle-config.ts';
import { s3Desk } from '../adapters/desk-s3.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { sesMailer } from '../adapters/mail-ses.ts';
import { workQueueHandler } from '../adapters/work-queue.ts';
import { notifyEnv } from './env.ts';
import { makeWork } from './handler.ts';

const env = readEnvironment(notifyEnv, process.env);
const s3 = new S3Client({});
const { companies } = readBundledConfig(new URL('config.json', import.meta.url));
const work = makeWork({
  ledger: s3Ledger(s3, env.LEDGER_BUCKET),
  desk: s3Desk(s3, env.DESK_BUCKET),
  mailer: sesMailer({ from: env.MAIL_FROM, configurationSet: env.MAIL_CONFIGURATION_SET }),
  sender: env.MAIL_FROM,
  operations: { name: 'Gazette operations', email: env.OPERATIONS_EMAIL },
  companies: new Map(companies.map((company) => [company.id, company])),
  templates: readBundledTemplates(new URL('templates.json', import.meta.url)),
  baseUrl: env.BASE_URL,
  now: () => new Date(),
  randomBytes,
  log,
});

/** The Lambda that sends what the outbox asks for. */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(workQueueHandler(work, log));
