import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import * as v from 'valibot';
import { type Config, readConfig } from '../../infra/config.ts';
import { stagesSchema } from '../../infra/stage.ts';
import { synthesize } from '../../infra/synth.ts';
import { verbs } from '../../infra/verbs.ts';

const templateSchema = v.object({
  Rules: v.record(
    v.string(),
    v.object({ Assertions: v.array(v.object({ Assert: v.unknown(), AssertDescription: v.string() })) }),
  ),
  Outputs: v.record(v.string(), v.unknown()),
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      Properties: v.optional(v.record(v.string(), v.unknown()), {}),
      DependsOn: v.optional(v.array(v.string()), []),
      DeletionPolicy: v.optional(v.string()),
    }),
  ),
});

const metadataSchema = v.record(
  v.string(),
  v.array(v.object({ type: v.string(), data: v.optional(v.unknown()) })),
);

/** A template, and what is acknowledged about it: construct, rule, and why. */
export type Template = v.InferOutput<typeof templateSchema> & { acknowledged: [string, string, string][] };

const readTemplate = (directory: string, stack: string): Template => {
  const read = <S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> =>
    v.parse(schema, JSON.parse(readFileSync(join(directory, `${stack}.${file}`), 'utf8')));
  const acknowledged = Object.entries(read(metadataSchema, 'metadata.json')).flatMap(([path, entries]) =>
    entries
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(v.parse(v.record(v.string(), v.string()), data)))
      .map(([rule, why]): [string, string, string] => [
        path.replace(`/${stack}/`, ''),
        rule.replace('Annotation::AwsSolutions-', ''),
        why,
      ]),
  );
  return { ...read(templateSchema, 'template.json'), acknowledged };
};

/** A stage that uses every option, so that the checks see those as well. */
const vault = v.parse(stagesSchema, {
  vault: {
    mailFrom: 'news@ir.example.com',
    mailIdentity: 'news@ir.example.com',
    alarmEmail: 'ops@example.com',
    objectLock: { mode: 'compliance', years: 7 },
    host: 'news.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/c',
    account: '111122223333',
    region: 'eu-west-1',
  },
});

/** The configuration of this repository, with one more stage. */
export const config: Config = (({ stages, ...rest }) => ({ ...rest, stages: { ...stages, ...vault } }))(
  readConfig(),
);

const synthesizeAll = (): Record<string, Template> => {
  const directory = mkdtempSync(join(tmpdir(), 'gazette-synth-'));
  try {
    const distDirectory = join(directory, 'dist');
    for (const verb of verbs) {
      mkdirSync(join(distDirectory, verb), { recursive: true });
      writeFileSync(join(distDirectory, verb, 'index.mjs'), `// ${verb}`);
    }
    const { assemblyDirectory, stackNames } = synthesize(undefined, {
      outdir: join(directory, 'cdk.out'),
      distDirectory,
      config,
    });
    return Object.fromEntries(
      stackNames.map((name) => [name.replace('Gazette-', ''), readTemplate(assemblyDirectory, name)]),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const templates = synthesizeAll();

/** The template of a stage, made once for all tests with all checks on: if cdk-nag finds anything, no test runs. */
export const templateOf = (stage: string): Template => {
  const template = templates[stage];
  if (template === undefined) throw new Error(`No stage ${stage} was synthesized`);
  return template;
};

/** A logical id without its hash: `LedgerBucketE8D6A000` is `LedgerBucket`. */
export const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

const reference = v.union([
  v.pipe(
    v.object({ Ref: v.string() }),
    v.transform(({ Ref }) => (Ref.startsWith('AWS::') ? Ref : nameOf(Ref))),
  ),
  v.pipe(
    v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) }),
    v.transform(({ 'Fn::GetAtt': [id, attribute] }) =>
      attribute === 'Arn' ? nameOf(id) : `${nameOf(id)}.${attribute}`,
    ),
  ),
]);
const join_ = v.object({ 'Fn::Join': v.tuple([v.string(), v.array(v.unknown())]) });

/** Writes a value of a template for people: `LedgerBucket/releases/*`. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (v.is(join_, value)) return value['Fn::Join'][1].map(textOf).join(value['Fn::Join'][0]);
  return v.parse(reference, value);
};

/** The resources of a type, their properties parsed by a schema of what a test looks at. */
export const resourcesOf = <S extends v.GenericSchema>(
  stage: string,
  type: string,
  schema: S,
): { id: string; name: string; properties: v.InferOutput<S> }[] =>
  Object.entries(templateOf(stage).Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties }]) => ({ id, name: nameOf(id), properties: v.parse(schema, Properties) }));

/** A statement of a policy, with what is one or many always many. */
const many = v.pipe(
  v.optional(v.union([v.array(v.unknown()), v.unknown()]), []),
  v.transform((value) => (Array.isArray(value) ? value.map(textOf) : [textOf(value)])),
);

export const policyDocument = v.object({
  Statement: v.array(
    v.object({
      Sid: v.optional(v.string()),
      Effect: v.picklist(['Allow', 'Deny']),
      Principal: v.optional(v.unknown()),
      Action: many,
      Resource: many,
      Condition: v.optional(v.record(v.string(), v.record(v.string(), many)), {}),
    }),
  ),
});

const functionSchema = v.object({
  Runtime: v.string(),
  Architectures: v.array(v.string()),
  Handler: v.string(),
  Environment: v.object({ Variables: v.record(v.string(), v.unknown()) }),
  LoggingConfig: v.object({ LogFormat: v.string(), LogGroup: v.unknown() }),
});

/** What a test looks at of a function. */
export const functionOf = (stage: string, verb: string): v.InferOutput<typeof functionSchema> => {
  const found = resourcesOf(stage, 'AWS::Lambda::Function', functionSchema).find(({ name }) =>
    name.toLowerCase().endsWith(`${verb}function`),
  );
  if (found === undefined) throw new Error(`${stage} has no function ${verb}`);
  return found.properties;
};

/** The environment of a function, with names in place of what CloudFormation would fill in. */
export const environmentOf = (stage: string, verb: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(functionOf(stage, verb).Environment.Variables).map(([name, value]) => [
      name,
      textOf(value).replace(/^PublicApi\.ApiEndpoint$/, 'https://PublicApi.ApiEndpoint'),
    ]),
  );
