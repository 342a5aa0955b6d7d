import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { evaluate, type Scope } from './intrinsics.ts';
import { readNames } from './names.ts';
import { NotRunnable } from './not-runnable.ts';
import { identityOf, type World } from './physical.ts';
import { ignoredTypes, type Resources, type ResourceType, schemas } from './resource-types.ts';

const unevaluated = v.optional(v.record(v.string(), v.unknown()), {});

const resourceSchema = v.strictObject({
  Type: v.string(),
  Properties: unevaluated,
  DependsOn: v.optional(v.unknown()),
  Metadata: v.optional(v.unknown()),
  DeletionPolicy: v.optional(v.string()),
  UpdateReplacePolicy: v.optional(v.string()),
});

const templateSchema = v.strictObject({
  AWSTemplateFormatVersion: v.optional(v.string()),
  Description: v.optional(v.string()),
  Metadata: v.optional(v.unknown()),
  // They ask for a bootstrap stack in the account, and for the region; what runs here has neither.
  Rules: v.optional(v.unknown()),
  Parameters: v.optional(v.record(v.string(), v.object({ Default: v.optional(v.string()) })), {}),
  Resources: v.record(v.string(), resourceSchema),
  Outputs: v.optional(v.record(v.string(), v.object({ Value: v.unknown() })), {}),
});

const assetsSchema = v.object({
  files: v.record(v.string(), v.object({ source: v.object({ path: v.string() }) })),
});

const parse = <S extends v.GenericSchema>(schema: S, value: unknown, where: string): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const { issues } = parsed;
  throw new NotRunnable(
    where,
    issues.map((issue) => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`).join('; '),
  );
};

/** A synthesized template that is ready to be run: evaluated, and found to hold nothing that the runner does not know. */
export interface Template {
  resources: Resources;
  outputs: Record<string, string>;
  /** The folder of an asset by its key in the bucket of assets. */
  assetDirectory(key: string): string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const isRunnable = (type: string): type is ResourceType => type in schemas;

/** Reads and evaluates `{stackName}.template.json` of a cloud assembly; throws NotRunnable, naming what it does not know. */
export const loadTemplate = (assemblyDirectory: string, stackName: string, world: World): Template => {
  const read = <S extends v.GenericSchema>(schema: S, file: string) =>
    parse(schema, readJson(join(assemblyDirectory, file)), file);
  const template = read(templateSchema, `${stackName}.template.json`);
  const { files } = read(assetsSchema, `${stackName}.assets.json`);

  const pseudoParameters: Readonly<Record<string, string>> = {
    'AWS::AccountId': world.account,
    'AWS::Partition': 'aws',
    'AWS::Region': world.region,
    'AWS::StackId': `arn:aws:cloudformation:${world.region}:${world.account}:stack/${stackName}/local`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const identity = (id: string) => {
    const resource = template.Resources[id];
    if (resource === undefined) throw new NotRunnable(id, 'it is referred to, and is not in the template');
    const property = (name: string) => evaluate(resource.Properties[name], scope, `${id}.${name}`);
    return identityOf({ id, type: resource.Type, stackName, property }, world);
  };
  const scope: Scope = {
    ref: (id) => pseudoParameters[id] ?? template.Parameters[id]?.Default ?? identity(id).ref,
    attribute: (id, name) => {
      const value = identity(id).attributes[name];
      if (value === undefined)
        throw new NotRunnable(id, `the attribute ${name} of ${template.Resources[id]?.Type}`);
      return value;
    },
  };

  const nameOf = readNames(join(assemblyDirectory, `${stackName}.metadata.json`));
  const label = (id: string, type: string) => {
    const name = nameOf(id);
    const twins = Object.entries(template.Resources).filter(
      ([other, { Type }]) => Type === type && nameOf(other) === name,
    );
    return twins.length > 1 ? id.toLowerCase() : name;
  };

  const propertiesOf = <T extends ResourceType>(id: string, type: T) =>
    parse(schemas[type], evaluate(template.Resources[id]?.Properties, scope, id), `${id} (${type})`);
  const resources = <T extends ResourceType>(type: T) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id]) => ({ id, label: label(id, type), ...identity(id), properties: propertiesOf(id, type) }));

  // All of it, before anything runs: not only what somebody happens to ask for.
  for (const [id, { Type }] of Object.entries(template.Resources)) {
    if (isRunnable(Type)) propertiesOf(id, Type);
    else if (!(Type in ignoredTypes)) throw new NotRunnable(id, `the resource type ${Type}`);
  }
  return {
    resources,
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([name, { Value }]) => [
        name,
        String(evaluate(Value, scope, `the output ${name}`)),
      ]),
    ),
    assetDirectory: (key) => {
      const asset = Object.entries(files).find(([hash]) => key === `${hash}.zip` || key === hash);
      if (asset === undefined) throw new NotRunnable(key, 'it is not among the assets of the stack');
      return join(assemblyDirectory, asset[1].source.path);
    },
  };
};
