import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { s3Desk } from '../adapters/desk-s3.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { messageHandler } from '../adapters/work-queue.ts';
import { hearEnv } from './env.ts';
import { makeWork } from './handler.ts';

const env = readEnvironment(hearEnv, process.env);
const s3 = new S3Client({});
const work = makeWork({ ledger: s3Ledger(s3, env.LEDGER_BUCKET), desk: s3Desk(s3, env.DESK_BUCKET), log });

/** The Lambda that records what SES tells of mails that it took. */
export const handler = middy<SQSEvent, SQSBatchResponse>().handler(messageHandler(work, log));
