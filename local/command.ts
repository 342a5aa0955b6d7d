import type { ParseArgsOptionsConfig } from 'node:util';
import * as v from 'valibot';
import { ConfigError } from '../infra/config.ts';
import { parseArguments } from './arguments.ts';
import { UsageError } from './event-files.ts';

/** Parses a command's arguments; `--help` prints its usage and ends well. */
export const readArguments = <T extends ParseArgsOptionsConfig>(
  options: T,
  usage: string,
  args: readonly string[] = process.argv.slice(2),
) => {
  if (args.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  return parseArguments(options, args, usage);
};

/** Parses one argument by a schema; throws UsageError with what is wrong. */
export const readArgument = <S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, text);
  if (!parsed.success) throw new UsageError(parsed.issues[0].message);
  return parsed.output;
};

const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || error instanceof ConfigError;

/** Runs a command: what the person can mend is told in a sentence with exit code 2, anything else fails as it is. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    if (!isUsage(error)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
};
