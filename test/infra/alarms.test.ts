import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { verbs } from '../../infra/verbs.ts';
import { policyDocument, resourcesOf, textOf } from './synthesized.ts';

const alarms = resourcesOf(
  'production',
  'AWS::CloudWatch::Alarm',
  v.object({
    AlarmDescription: v.string(),
    AlarmActions: v.array(v.unknown()),
    MetricName: v.string(),
    Namespace: v.string(),
  }),
);

const runbook = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'runbook.md'), 'utf8');

/** Headings as they stand in a link, by the part of the runbook that they are in. */
const headings = new Map<string, string[]>();
for (const [, marks, title = ''] of runbook.matchAll(/^(##|###) (.+)$/gm))
  if (marks === '##') headings.set(title, []);
  else
    [...headings.values()].at(-1)?.push(
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );

const linkOf = ({ AlarmDescription }: { AlarmDescription: string }): string =>
  /See docs\/runbook\.md#([a-z0-9-]+)\.$/.exec(AlarmDescription)?.[1] ?? `none in "${AlarmDescription}"`;

describe('alarms', () => {
  test('every alarm names a heading of the runbook, and every heading about an alarm has one', () => {
    const named = new Set(alarms.map(({ properties }) => linkOf(properties)));
    expect([...named].sort()).toEqual(headings.get('Alarms')?.toSorted());
  });

  test('every alarm says what happened and who is hurt', () => {
    for (const { properties } of alarms)
      expect(properties.AlarmDescription).toMatch(/^[A-Z][^.]+\. [A-Z].+\. See /);
  });

  test('every alarm goes to the topic', () => {
    for (const { properties } of alarms) expect(properties.AlarmActions.map(textOf)).toEqual(['WatchTopic']);
  });

  test('every function has one for errors and one for being throttled', () => {
    for (const metric of ['Errors', 'Throttles'])
      expect(alarms.filter(({ properties }) => properties.MetricName === metric)).toHaveLength(verbs.length);
  });

  test('mail, the API and what a log tells are watched', () => {
    const others = alarms.filter(({ properties }) => !/^AWS\/(Lambda|SQS)$/.test(properties.Namespace));
    expect(others.map(({ properties }) => `${properties.Namespace} ${properties.MetricName}`)).toEqual([
      'AWS/ApiGateway 5xx',
      'Gazette-production EventIdConflicts',
      'Gazette-production LookupFailures',
      'Gazette-production EventsAfterPublication',
      'Gazette-production EventsWhileFrozen',
      'Gazette-production MassChanges',
      'Gazette-production NewsWhileFrozen',
      'Gazette-production ReleasesAtRisk',
      'AWS/SES Bounce',
      'AWS/SES Reject',
      'AWS/SES Complaint',
      'AWS/SES Reputation.BounceRate',
      'AWS/SES Reputation.ComplaintRate',
      'Gazette-production ReleasesFrozen',
      'Gazette-production EvidenceUnsigned',
      'Gazette-production ApproversUnreachable',
    ]);
  });

  test('what is recorded is counted by source and by which of its secrets it was proven with', () => {
    const filters = resourcesOf(
      'production',
      'AWS::Logs::MetricFilter',
      v.object({ MetricTransformations: v.array(v.looseObject({ MetricName: v.string() })) }),
    ).map(({ properties }) => JSON.stringify(properties));
    expect(filters.filter((text) => text.includes('EventsRecorded'))).toEqual([
      expect.stringContaining('[{"Key":"source","Value":"$.source"},{"Key":"key","Value":"$.key"}]'),
    ]);
  });

  test('the topic lets alarms of this account publish, which its own policy would otherwise forbid', () => {
    const [policy] = resourcesOf(
      'production',
      'AWS::SNS::TopicPolicy',
      v.object({ PolicyDocument: policyDocument }),
    );
    expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: ['sns:Publish'],
        Condition: { StringEquals: { 'aws:SourceAccount': ['AWS::AccountId'] } },
      }),
    );
  });
});

describe('the runbook', () => {
  test('has every heading that it, or the code of infra/, links to', () => {
    const infra = join(import.meta.dirname, '..', '..', 'infra');
    const code = globSync('**/*.ts', { cwd: infra }).map((file) => readFileSync(join(infra, file), 'utf8'));
    const links = [
      ...runbook.matchAll(/\]\(#([^)]+)\)/g),
      ...code.flatMap((text) => [...text.matchAll(/runbook\.md#([a-z0-9-]+)/g)]),
    ].map(([, heading]) => heading);
    const known = [...headings.values()].flat();
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((heading) => heading === undefined || !known.includes(heading))).toEqual([]);
  });
});
