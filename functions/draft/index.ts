import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readBundledConfig, readBundledTemplates } from '../adapters/bundle-config.ts';
import { s3Desk } from '../adapters/desk-s3.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { wordFile } from '../adapters/word-file.ts';
import { workQueueHandler } from '../adapters/work-queue.ts';
import { draftEnv } from './env.ts';
import { makeWork } from './handler.ts';

const env = readEnvironment(draftEnv, process.env);
const { companies } = readBundledConfig(new URL('config.json', import.meta.url));
const s3 = new S3Client({});
const work = makeWork({
  ledger: s3Ledger(s3, env.LEDGER_BUCKET),
  desk: s3Desk(s3, env.DESK_BUCKET),
  companies: new Map(companies.map((company) => [company.id, company])),
  templates: readBundledTemplates(new URL('templates.json', import.meta.url)),
  massChange: { releases: env.MASS_CHANGE_RELEASES, minutes: env.MASS_CHANGE_MINUTES },
  wordFile,
  now: () => new Date(),
  log,
});

/** The Lambda that turns the events of a release into its next draft. */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(workQueueHandler(work, log));
