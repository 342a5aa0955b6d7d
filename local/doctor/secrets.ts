import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../event-files.ts';

/** The secrets of a source, and those of others that it might have been confused with. */
export interface KnownSecrets {
  current: string;
  previous?: string | undefined;
  others: Readonly<Record<string, string>>;
}

const stored = v.object({ current: v.string(), previous: v.optional(v.string()) });
const bySource = v.record(v.string(), v.union([v.string(), stored]));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const currentOf = (secret: v.InferOutput<typeof bySource>[string]): string =>
  typeof secret === 'string' ? secret : secret.current;

/**
 * Reads secrets for a source from a file: the text of one, JSON as Secrets Manager keeps it (`current`, `previous`), or
 * JSON with those of several sources by id. Throws UsageError, which never holds any of it.
 */
export const readSecretFile = (file: string, source: string): KnownSecrets => {
  const text = readFileSync(file, 'utf8');
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return { current: text.replace(/\r?\n$/, ''), others: {} };
  if (v.is(stored, value)) return { ...v.parse(stored, value), others: {} };
  const parsed = v.safeParse(bySource, value);
  if (!parsed.success)
    throw new UsageError(
      `${file} must be a secret, JSON with current and previous, or JSON with secrets by source.`,
    );
  const { [source]: own, ...rest } = parsed.output;
  if (own === undefined) throw new UsageError(`${file} has no secret for the source ${source}.`);
  const others = Object.fromEntries(Object.entries(rest).map(([id, secret]) => [id, currentOf(secret)]));
  return typeof own === 'string' ? { current: own, others } : { ...own, others };
};
