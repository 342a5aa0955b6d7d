import { readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as v from 'valibot';
import { readEnvironment } from '../adapters/environment.ts';
import { s3Ledger } from '../adapters/ledger-s3.ts';
import { log } from '../adapters/log.ts';
import { lookUpInSystems } from '../adapters/lookup-systems.ts';
import { problemResponses } from '../adapters/problem.ts';
import { secretsManagerStore } from '../adapters/secrets.ts';
import { officersSchema } from '../domain/officers.ts';
import { loadMapping } from '../sources/mappings/load.ts';
import { sourcesSchema } from '../sources/source.ts';
import { receiveEnv } from './env.ts';
import { makeHandler } from './handler.ts';
import { servingContract } from './openapi.ts';

const now = (): Date => new Date();
const env = readEnvironment(receiveEnv, process.env);
const config = v.parse(
  v.pipe(
    v.string(),
    v.parseJson(),
    v.object({
      sources: sourcesSchema,
      companies: v.array(v.object({ id: v.string(), timeZone: v.string(), officers: officersSchema })),
    }),
  ),
  readFileSync(new URL('config.json', import.meta.url), 'utf8'),
);
const secrets = secretsManagerStore(env.SOURCE_SECRETS, {
  developmentSecrets: env.DEVELOPMENT_SECRETS,
  now,
});

/** The Lambda behind `POST /events/{source}` and `GET /openapi.json`. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(problemResponses(log))
  .handler(
    servingContract(
      () => readFileSync(new URL('openapi.json', import.meta.url), 'utf8'),
      makeHandler({
        ledger: s3Ledger(new S3Client({}), env.LEDGER_BUCKET),
        secrets,
        sources: config.sources,
        loadMapping,
        companies: new Map(config.companies.map((company) => [company.id, company])),
        lookup: lookUpInSystems(config.sources, secrets),
        now,
        log,
      }),
    ),
  );
