import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { workQueueHandler } from '../adapters/work-queue.ts';
import { publishEnv } from './env.ts';
import { makeWork } from './handler.ts';

const env = readEnvironment(publishEnv, process.env);
const work = makeWork({
  ledger: s3Ledger(new S3Client({}), env.LEDGER_BUCKET),
  now: () => new Date(),
  log,
});

/** The Lambda that publishes a release once a draft of it is approved. */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(workQueueHandler(work, log));
