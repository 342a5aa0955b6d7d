import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { secretRequest } from './gateway/secret-call.ts';
import { ServiceError } from './service-error.ts';
import type { Resource } from './template/resource-types.ts';
import { json, type WireHandler } from './wire.ts';

/** Secrets Manager: the secrets of the template and their values. */
export interface Secrets {
  handle: WireHandler;
  arnOf(id: string): string | undefined;
}

type Secret = Resource<'AWS::SecretsManager::Secret'>;

const keptSchema = v.record(v.string(), v.string());

/** A file with what each source signs with, by source id. One secret for two would let either speak as the other. */
export const sourceSecretsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(v.string(), v.string()),
  v.check(
    (secrets) => new Set(Object.values(secrets)).size === Object.keys(secrets).length,
    'must not give two sources one secret',
  ),
);

const generate = ({
  PasswordLength,
  SecretStringTemplate,
  GenerateStringKey,
}: NonNullable<Secret['properties']['GenerateSecretString']>) => {
  const password = randomBytes(PasswordLength).toString('base64url').slice(0, PasswordLength);
  if (SecretStringTemplate === undefined || GenerateStringKey === undefined) return password;
  return JSON.stringify({ ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: password });
};

/**
 * The value of a secret that is tagged `gazette:source` is given by source id; any other is made up once and kept in `keptFile`,
 * so that it survives a restart.
 */
export const createSecrets = (
  secrets: readonly Secret[],
  given: Readonly<Record<string, string>>,
  keptFile: string,
): Secrets => {
  const kept = existsSync(keptFile) ? v.parse(keptSchema, JSON.parse(readFileSync(keptFile, 'utf8'))) : {};
  const values = new Map<string, string>();
  for (const { id, ref, properties } of secrets) {
    const source = properties.Tags.find(({ Key }) => Key === 'gazette:source')?.Value;
    const known = source === undefined ? undefined : given[source];
    const { SecretString, GenerateSecretString } = properties;
    if (known !== undefined) values.set(ref, JSON.stringify({ current: known }));
    else if (SecretString !== undefined) values.set(ref, SecretString);
    else if (GenerateSecretString !== undefined) {
      kept[id] ??= generate(GenerateSecretString);
      values.set(ref, kept[id]);
    }
  }
  writeFileSync(keptFile, JSON.stringify(kept, undefined, 2), { mode: 0o600 });
  const arnOf = (asked: string) => secrets.find(({ ref, name }) => asked === ref || asked === name)?.ref;
  return {
    arnOf,
    handle: (request) => {
      const arn = arnOf(v.parse(secretRequest, JSON.parse(request.body.toString())).SecretId);
      const value = arn === undefined ? undefined : values.get(arn);
      if (arn === undefined || value === undefined)
        throw new ServiceError(
          400,
          'ResourceNotFoundException',
          'Secrets Manager can’t find the specified secret.',
        );
      const name = secrets.find(({ ref }) => ref === arn)?.name;
      const body = {
        ARN: arn,
        Name: name,
        SecretString: value,
        VersionId: 'local',
        VersionStages: ['AWSCURRENT'],
      };
      return json(200, body, { 'content-type': 'application/x-amz-json-1.1' });
    },
  };
};
