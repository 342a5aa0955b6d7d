import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, type ConfigFiles, parseConfig, readConfig } from '../../infra/config.ts';

const config = join(import.meta.dirname, '..', '..', 'config');
const stage = { mailFrom: 'news@example.com', alarmEmail: 'ops@example.com' };
const source = { name: 'HR', scheme: 'standard-webhooks', companies: ['iec-electronics'] };
const company = readFileSync(join(config, 'companies', 'iec-electronics.json'), 'utf8');

const files = (changed: Record<string, unknown> = {}): ConfigFiles => ({
  'stages.json': JSON.stringify({ production: stage }),
  'sources.json': JSON.stringify({ hr: source }),
  'companies/iec-electronics.json': company,
  ...Object.fromEntries(
    Object.entries(changed).map(([path, value]) => [
      path,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ),
});

const problemsOf = (broken: ConfigFiles): readonly string[] => {
  try {
    parseConfig(broken);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

const stageWith = (change: Record<string, unknown>) =>
  files({ 'stages.json': { production: { ...stage, ...change } } });

describe('the configuration', () => {
  test('of this repository is good', () => {
    expect(Object.keys(readConfig().stages)).toContain('production');
  });

  test('fills in what a stage leaves out', () => {
    expect(parseConfig(files()).stages['production']).toEqual({
      ...stage,
      mailIdentity: 'example.com',
      deployable: true,
      settleSeconds: 60,
      developmentSecrets: 'refused',
      objectLock: false,
      throttle: { ratePerSecond: 50, burst: 100 },
      logRetentionDays: 90,
    });
  });

  const broken: [string, ConfigFiles, string | RegExp][] = [
    [
      'a file that is not JSON',
      files({ 'sources.json': '{' }),
      /^config\/sources.json: is not JSON: .+position/,
    ],
    ['a field that nobody knows', stageWith({ colour: 'red' }), /^config\/stages.json: production\.colour: /],
    ['no sender', stageWith({ mailFrom: undefined }), /^config\/stages.json: production\.mailFrom: /],
    [
      'a sender that is no address',
      stageWith({ mailFrom: 'news' }),
      'config/stages.json: production.mailFrom: must be an email address',
    ],
    [
      'a settle time that SQS cannot wait',
      stageWith({ settleSeconds: 901 }),
      'config/stages.json: production.settleSeconds: must be at most 900',
    ],
    [
      'development secrets where it is deployed',
      stageWith({ developmentSecrets: 'accepted' }),
      'config/stages.json: production.developmentSecrets: must be refused where deployable is true',
    ],
    [
      'a host without a certificate',
      stageWith({ host: 'news.example.com' }),
      'config/stages.json: production.certificateArn: must be given together with host, and only with it',
    ],
    [
      'an identity that does not cover the sender',
      stageWith({ mailIdentity: 'example.org' }),
      'config/stages.json: production.mailIdentity: must be mailFrom, its domain, or a parent of that domain',
    ],
    [
      'a lock without years',
      stageWith({ objectLock: { mode: 'governance' } }),
      /^config\/stages.json: production\.objectLock/,
    ],
    [
      'a retention that CloudWatch does not offer',
      stageWith({ logRetentionDays: 91 }),
      'config/stages.json: production.logRetentionDays: must be a number of days that CloudWatch Logs offers',
    ],
    [
      'a burst of nothing',
      stageWith({ throttle: { ratePerSecond: 1, burst: 0 } }),
      'config/stages.json: production.throttle.burst: must be at least 1',
    ],
    [
      'a stage with a bad name',
      files({ 'stages.json': { 'My Stage': stage } }),
      /^config\/stages.json: My Stage: /,
    ],
    [
      'a source for a company that is not there',
      files({ 'sources.json': { hr: { ...source, companies: ['acme'] } } }),
      'config/sources.json: hr.companies.0: there is no companies/acme.json',
    ],
    [
      'a profile under another name',
      files({ 'companies/acme.json': company }),
      'config/companies/acme.json: id: must be the name of the file, acme',
    ],
    [
      'a profile without anybody to approve',
      files({ 'companies/iec-electronics.json': { ...JSON.parse(company), approvers: [] } }),
      'config/companies/iec-electronics.json: approvers: must name at least one approver',
    ],
  ];

  test.each(broken)('with %s names the file and the field', (_, brokenFiles, problem) => {
    expect(problemsOf(brokenFiles)).toContainEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
  });

  test('tells of everything that is wrong at once', () => {
    const problems = problemsOf(
      files({
        'stages.json': { production: { ...stage, settleSeconds: -1, developmentSecrets: 'accepted' } },
        'sources.json': { hr: { ...source, companies: ['acme', 'umbrella'] } },
        'companies/iec-electronics.json': '{}',
      }),
    );
    expect(problems.filter((problem) => problem.startsWith('config/stages.json'))).toHaveLength(2);
    expect(problems.filter((problem) => problem.startsWith('config/sources.json'))).toHaveLength(2);
    expect(problems.filter((problem) => problem.startsWith('config/companies/')).length).toBeGreaterThan(3);
  });
});
