import { readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import { s3Desk } from '../adapters/desk-s3.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { sqsQueues } from '../adapters/queues-sqs.ts';
import { readCompanies } from './companies.ts';
import { sweepEnv } from './env.ts';
import { makeHandler } from './handler.ts';

const env = readEnvironment(sweepEnv, process.env);
const companies = readCompanies(readFileSync(new URL('config.json', import.meta.url), 'utf8'));
const s3 = new S3Client({});

/** The Lambda that finds what is due and what was left undone. */
export const handler = middy<unknown, { releases: number; mended: number }>().handler(
  makeHandler({
    ledger: s3Ledger(s3, env.LEDGER_BUCKET),
    desk: s3Desk(s3, env.DESK_BUCKET),
    queues: sqsQueues({
      draft: env.DRAFT_QUEUE_URL,
      notify: env.NOTIFY_QUEUE_URL,
      publish: env.PUBLISH_QUEUE_URL,
    }),
    companies,
    now: () => new Date(),
    log,
  }),
);
