import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import { readBundledConfig, readBundledTemplates } from '../adapters/bundle-config.ts';
import { s3Desk } from '../adapters/desk-s3.ts';
import { readEnvironment } from '../adapters/environment.ts';
import { getBytes, listStored, s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { isOutage } from '../adapters/outage.ts';
import { kmsSigner } from '../adapters/signer-kms.ts';
import { redlineFile } from '../adapters/word-file.ts';
import { rememberFacts } from '../ports/remembered-facts.ts';
import { reviewEnv } from './env.ts';
import { makeHandler } from './handler.ts';

const env = readEnvironment(reviewEnv, process.env);
// Three tries of three seconds at most end before the function's 15 do, so that a dead store is answered with a page.
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true };
const s3 = new S3Client({ requestHandler });
const { companies } = readBundledConfig(new URL('config.json', import.meta.url));

/** The Lambda behind `/r/{token}` and the pages below. */
export const handler = middy(
  makeHandler({
    ledger: rememberFacts(s3Ledger(s3, env.LEDGER_BUCKET)),
    bytesOf: (key) => getBytes(s3, env.LEDGER_BUCKET, key),
    storedKeys: (prefix) => listStored(s3, env.LEDGER_BUCKET, prefix),
    desk: s3Desk(s3, env.DESK_BUCKET),
    companies: new Map(companies.map((company) => [company.id, company])),
    templates: readBundledTemplates(new URL('templates.json', import.meta.url)),
    baseUrl: env.BASE_URL,
    now: () => new Date(),
    randomBytes,
    redlineFile,
    sign: kmsSigner(env.EVIDENCE_KEY, { requestHandler, maxAttempts: 2 }),
    isOutage,
    log,
  }),
);
