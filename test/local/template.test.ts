// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a language of AWS, not JavaScript
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { synthesize } from '../../infra/synth.ts';
import { verbs } from '../../infra/verbs.ts';
import { collectPolicies } from '../../local/iam/policies.ts';
import { loadTemplate } from '../../local/template/template.ts';
import { checkWiring } from '../../local/template/wiring.ts';
import { temporary, world, writeAssembly } from './assembly.ts';

const load = (template: object) => loadTemplate(writeAssembly(template), 'Test', world);
const queue = (properties: object) => ({
  Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: properties } },
});

describe('a template', () => {
  test('is evaluated, with the outputs and what CloudFormation itself would fill in', () => {
    const { resources, outputs } = load({
      Resources: { Queue12345678: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5 } } },
      Outputs: {
        Url: { Value: { Ref: 'Queue12345678' } },
        Arn: { Value: { 'Fn::GetAtt': ['Queue12345678', 'Arn'] } },
        Where: {
          Value: { 'Fn::Sub': '${AWS::Partition} ${AWS::Region} ${AWS::AccountId} ${AWS::StackName}' },
        },
      },
    });
    expect(outputs).toEqual({
      Url: 'http://127.0.0.1:3001/000000000000/Test-Queue12345678',
      Arn: 'arn:aws:sqs:local:000000000000:Test-Queue12345678',
      Where: 'aws local 000000000000 Test',
    });
    expect(resources('AWS::SQS::Queue')).toMatchObject([
      { label: 'queue', properties: { DelaySeconds: 5, VisibilityTimeout: 30 } },
    ]);
  });

  test('with a resource type that is neither run nor known to be of no use is refused by name', () => {
    const table = { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } };
    expect(() => load(table)).toThrow('cannot run Table: the resource type AWS::DynamoDB::Table');
  });

  test('with a property that the runner does not know is refused by name', () => {
    expect(() => load(queue({ FifoQueue: true })).resources('AWS::SQS::Queue')).toThrow(
      'cannot run Q (AWS::SQS::Queue): FifoQueue',
    );
  });

  test('with a value that the runner would not honour is refused', () => {
    const integration = {
      ApiId: 'a',
      IntegrationType: 'HTTP_PROXY',
      IntegrationUri: 'u',
      PayloadFormatVersion: '2.0',
    };
    const template = {
      Resources: { I: { Type: 'AWS::ApiGatewayV2::Integration', Properties: integration } },
    };
    expect(() => load(template).resources('AWS::ApiGatewayV2::Integration')).toThrow('IntegrationType');
  });

  test('with an attribute that the runner does not know is refused by name', () => {
    const output = { ...queue({}), Outputs: { O: { Value: { 'Fn::GetAtt': ['Q', 'Colour'] } } } };
    expect(() => load(output)).toThrow('cannot run Q: the attribute Colour of AWS::SQS::Queue');
  });

  test('with a section or a kind of condition that the runner does not know is refused by name', () => {
    expect(() => load({ ...queue({}), Conditions: {} })).toThrow('Conditions');
    expect(() => load({ Resources: { Q: { Type: 'AWS::SQS::Queue', Condition: 'C' } } })).toThrow(
      'Condition',
    );
  });
});

describe('the template of Gazette', () => {
  const distDirectory = temporary();
  for (const verb of verbs) {
    mkdirSync(join(distDirectory, verb));
    writeFileSync(join(distDirectory, verb, 'index.mjs'), `export const handler = '${verb}';`);
  }
  const config = readConfig();
  const host = { host: 'news.example.com', certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/c' };
  const production = config.stages['production'];
  const { assemblyDirectory, stackNames } = synthesize(undefined, {
    validate: false,
    outdir: temporary(),
    distDirectory,
    config: {
      ...config,
      stages: { ...config.stages, ...(production && { named: { ...production, ...host } }) },
    },
  });

  test.each(stackNames)(
    '%s holds nothing that the runner does not know, and nothing that AWS would not wire',
    (name) => {
      const { resources } = loadTemplate(assemblyDirectory, name, world);
      checkWiring(resources, collectPolicies(resources), world);
      expect(
        resources('AWS::Lambda::Function')
          .map(({ label }) => label)
          .sort(),
      ).toEqual([...verbs].sort());
      expect(resources('AWS::S3::Bucket').map(({ label }) => label)).toEqual(
        expect.arrayContaining(['ledger', 'desk']),
      );
    },
  );
});
