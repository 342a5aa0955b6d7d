import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { buildFunctions } from '../infra/build.ts';
import { readConfig } from '../infra/config.ts';
import { synthesize } from '../infra/synth.ts';
import { sourceSecretsSchema } from './secrets.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

/** The development secret of each source, by its id. */
export const developmentSecrets = (): Record<string, string> =>
  v.parse(sourceSecretsSchema, readFileSync(join(import.meta.dirname, 'secrets.json'), 'utf8'));

/** The configured sources for which nobody here can sign, by id: the file of development secrets lacks them. */
export const unsignedSources = (
  sources: Readonly<Record<string, unknown>> = readConfig().sources,
  secrets: Readonly<Record<string, string>> = developmentSecrets(),
): string[] => Object.keys(sources).filter((id) => !Object.hasOwn(secrets, id));

/** Builds the functions, synthesizes the local stage, and runs its stack. */
export const runLocal = async (
  options: Pick<StackOptions, 'dataDirectory' | 'port' | 'settleSeconds' | 'onLog'>,
): Promise<Stack> => {
  await buildFunctions();
  const { assemblyDirectory, stackNames } = synthesize('local', { validate: false });
  return startStack({
    ...options,
    assemblyDirectory,
    stackName: stackNames[0] ?? '',
    dataDirectory: resolve(options.dataDirectory),
    secrets: developmentSecrets(),
  });
};
