import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { draftEnv } from '../../functions/draft/env.ts';
import { hearEnv } from '../../functions/hear/env.ts';
import { notifyEnv } from '../../functions/notify/env.ts';
import { publishEnv } from '../../functions/publish/env.ts';
import { receiveEnv } from '../../functions/receive/env.ts';
import { reviewEnv } from '../../functions/review/env.ts';
import { sweepEnv } from '../../functions/sweep/env.ts';
import { verbs } from '../../infra/verbs.ts';
import { environmentOf, functionOf, resourcesOf, textOf } from './synthesized.ts';

const schemas = {
  receive: receiveEnv,
  draft: draftEnv,
  notify: notifyEnv,
  hear: hearEnv,
  review: reviewEnv,
  publish: publishEnv,
  sweep: sweepEnv,
};

describe('functions', () => {
  test.each(verbs)('%s gets the variables that its schema names, and no other', (verb) => {
    expect(Object.keys(environmentOf('production', verb)).sort()).toEqual(
      Object.keys(schemas[verb].entries).sort(),
    );
  });

  test.each(verbs)('%s can parse what it gets', (verb) => {
    expect(v.safeParse(schemas[verb], environmentOf('production', verb)).issues).toBeUndefined();
  });

  test('receive knows the secret of each source', () => {
    expect(JSON.parse(environmentOf('production', 'receive')['SOURCE_SECRETS'] ?? '')).toEqual({
      hr: 'Intakehrsecret',
      board: 'Intakeboardsecret',
      signature: 'Intakesignaturesecret',
      people: 'Intakepeoplesecret',
    });
  });

  test.each(verbs)('%s runs on Node 24 on ARM, and writes to a log group of its own', (verb) => {
    const { Runtime, Architectures, Handler, LoggingConfig } = functionOf('production', verb);
    expect([Runtime, ...Architectures, Handler]).toEqual(['nodejs24.x', 'arm64', 'index.handler']);
    expect(LoggingConfig.LogFormat).toBe('Text');
    expect(textOf(LoggingConfig.LogGroup).toLowerCase()).toMatch(new RegExp(`${verb}log$`));
  });

  test('every log is kept for as long as the stage says', () => {
    const logs = resourcesOf('production', 'AWS::Logs::LogGroup', v.object({ RetentionInDays: v.number() }));
    expect(logs.map(({ properties }) => properties.RetentionInDays)).toEqual(
      Array.from({ length: 8 }, () => 90),
    );
  });

  test('development secrets are accepted on one machine and refused everywhere else', () => {
    expect(environmentOf('local', 'receive')['DEVELOPMENT_SECRETS']).toBe('accepted');
    expect(environmentOf('production', 'receive')['DEVELOPMENT_SECRETS']).toBe('refused');
    expect(environmentOf('vault', 'receive')['DEVELOPMENT_SECRETS']).toBe('refused');
  });

  test('links begin with the host of the stage, or else with the address of the API', () => {
    for (const verb of ['notify', 'review']) {
      expect(environmentOf('vault', verb)['BASE_URL']).toBe('https://news.example.com');
      expect(environmentOf('production', verb)['BASE_URL']).toBe('https://PublicApi.ApiEndpoint');
    }
  });
});
