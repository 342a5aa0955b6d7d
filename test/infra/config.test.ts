import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { houseSchema } from '../../functions/domain/house.ts';
import { type HouseStyle, houseStyles } from '../../functions/domain/house-styles.ts';
import { mintLink } from '../../functions/notify/mint.ts';
import { schemes } from '../../functions/sources/schemes.ts';
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

const longestHost = `${'a'.repeat(44)}.example.com`;

const stageWith = (change: Record<string, unknown>) =>
  files({ 'stages.json': { production: { ...stage, ...change } } });

const sourceWith = (change: Record<string, unknown>) =>
  files({ 'sources.json': { hr: { ...source, ...change } } });

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
      massChange: { releases: 10, minutes: 60 },
      logRetentionDays: 90,
    });
  });

  test('lets links reach the length that notify mints, and no further', async () => {
    const mintAt = (host: string) => {
      const ports = { desk: { put: async () => {} }, now: () => new Date(0), randomBytes };
      const of = { release: 'acme.news', draft: 1, approver: 'jo', stepUp: 'code' } as const;
      return mintLink({ ...ports, baseUrl: `https://${host}` }, of);
    };
    const changed = { host: longestHost, certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/c' };
    expect(problemsOf(stageWith(changed))).toEqual([]);
    expect(await mintAt(longestHost)).toHaveLength(99);
    await expect(mintAt(`${longestHost}s`)).rejects.toThrow('fewer than 100 characters');
  });

  test('takes a scheme by its name or as it is, and reads again what it has read', () => {
    const sources = {
      hr: source,
      signatures: { ...source, scheme: 'docusign-connect' },
      board: { ...source, scheme: schemes['stripe-like'], toleranceSeconds: 60 },
    };
    const read = parseConfig(files({ 'sources.json': sources })).sources;
    expect(read).toEqual(sources);
    expect(parseConfig(files({ 'sources.json': read })).sources).toEqual(read);
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
      'a host that makes links too long for mail programs',
      stageWith({ host: `${longestHost}s`, certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/c' }),
      'config/stages.json: production.host: must have at most 56 characters, so that a link has fewer than 100',
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
      'a source that is called as what editors do is',
      files({ 'sources.json': { desk: source } }),
      /^config\/sources.json: desk: must not be "desk"/,
    ],
    [
      'a source for a company that is not there',
      files({ 'sources.json': { hr: { ...source, companies: ['acme'] } } }),
      'config/sources.json: hr.companies.0: there is no companies/acme.json',
    ],
    [
      'a scheme that nobody knows',
      sourceWith({ scheme: 'sha1' }),
      /^config\/sources.json: hr\.scheme: must be one of standard-webhooks, .+, or a scheme of its own \(docs\/signatures\.md\)$/,
    ],
    [
      'a scheme named like an inherited property',
      sourceWith({ scheme: 'constructor' }),
      /^config\/sources.json: hr\.scheme: must be one of /,
    ],
    ['no scheme', sourceWith({ scheme: undefined }), 'config/sources.json: hr.scheme: is missing'],
    [
      'a scheme that identifies deliveries by what is not signed',
      sourceWith({ scheme: { ...schemes['github-like'], delivery: 'id', id: 'X-GitHub-Delivery' } }),
      'config/sources.json: hr.scheme.delivery: is outside what is signed, where anybody can change it: put {id} into signs, or use body-digest',
    ],
    [
      'a scheme that does not sign the body',
      sourceWith({ scheme: { ...schemes['github-like'], signs: 'POST' } }),
      'config/sources.json: hr.scheme.signs: must hold {body}',
    ],
    [
      'a tolerance where no timestamp is signed',
      sourceWith({ scheme: 'github-like', toleranceSeconds: 300 }),
      'config/sources.json: hr.toleranceSeconds: must not be there, because the scheme signs no timestamp',
    ],
    [
      'a tolerance of two hours',
      sourceWith({ toleranceSeconds: 7200 }),
      'config/sources.json: hr.toleranceSeconds: must be at most 3600',
    ],
    [
      'a mapping that nobody knows',
      sourceWith({ mapping: 'constructor' }),
      /^config\/sources.json: hr\.mapping: must be one of bamboohr, .+, workday$/,
    ],
    [
      'two companies for deliveries that name none',
      sourceWith({ mapping: 'gusto', companies: ['iec-electronics', 'halden-optics'] }),
      'config/sources.json: hr.companies: must name exactly one company where there is a mapping, because its deliveries name none',
    ],
    [
      'a customer of a system where there is no mapping',
      sourceWith({ tenant: 'acme' }),
      'config/sources.json: hr.tenant: must not be there without a mapping',
    ],
    ...[undefined, 'gusto'].map((mapping): [string, ConfigFiles, string] => [
      `a lookup where the mapping is ${mapping ?? 'none'}`,
      sourceWith({ mapping, lookup: { kind: 'bamboohr', baseUrl: 'https://acme.bamboohr.com' } }),
      'config/sources.json: hr.lookup: must be with a mapping that asks about people, such as bamboohr',
    ]),
    ...[
      'http://acme.bamboohr.com',
      'https://acme.bamboohr.com/x',
      'https://user@acme.com',
      'https://localhost',
    ].map((baseUrl): [string, ConfigFiles, string] => [
      `a lookup at ${baseUrl}`,
      sourceWith({ mapping: 'bamboohr', lookup: { kind: 'bamboohr', baseUrl } }),
      'config/sources.json: hr.lookup.baseUrl: must be an address such as https://acme.bamboohr.com, without a path',
    ]),
    [
      'officers without an office',
      files({
        'companies/iec-electronics.json': {
          ...JSON.parse(company),
          officers: [{ id: 'a', name: 'Ann Lee' }],
        },
      }),
      'config/companies/iec-electronics.json: officers.0.title: is missing',
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

describe('docs/house-style.md', () => {
  const page = readFileSync(join(config, '..', 'docs', 'house-style.md'), 'utf8');

  test('has every field of a house style', () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(houseSchema.entries).sort());
  });

  test.each(Object.entries(houseStyles))('has the style %s as it is', (name, style: HouseStyle) => {
    const { dateline, cityInCapitals, regions, months, ticker, announcement, commas, endMark } = style;
    const cells = [name, dateline, cityInCapitals, regions, months, ticker, announcement, commas];
    const row = `| ${cells.map((cell) => `\`${cell}\``).join(' | ')} | ${endMark === undefined ? '' : `\`${endMark}\``} |`;
    expect(page).toContain(row);
  });

  test('has an example that can be used', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    expect(v.safeParse(houseSchema, JSON.parse(example)).issues).toBeUndefined();
  });
});
