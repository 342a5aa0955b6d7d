import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Company, companySchema } from '../functions/domain/company.ts';
import { describeIssue } from '../functions/domain/issues.ts';
import { type Source, sourcesSchema } from '../functions/sources/source.ts';
import { type Stage, stagesSchema } from './stage.ts';

export type Config = {
  stages: Record<string, Stage>;
  sources: Record<string, Source>;
  companies: Company[];
};

/** Thrown with every problem of the configuration at once, each with its file, its field and what is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems].join('\n  '));
    this.problems = problems;
  }
}

/** Texts of the files of a configuration by path, such as `stages.json` and `companies/iec-electronics.json`. */
export type ConfigFiles = Readonly<Record<string, string>>;

/** Parses a configuration; companies come in the order of their ids. Throws ConfigError. */
export const parseConfig = (files: ConfigFiles): Config => {
  const problems: string[] = [];
  const report = (path: string, field: string, message: string) =>
    problems.push(`config/${path}: ${field === '' ? '' : `${field}: `}${message}`);

  const parse = <S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> | undefined => {
    const json = v.safeParse(
      v.pipe(
        v.string('is missing'),
        v.parseJson(undefined, ({ received }) => `is not JSON: ${received}`),
      ),
      files[path],
    );
    if (!json.success) {
      report(path, '', json.issues[0].message);
      return undefined;
    }
    const parsed = v.safeParse(schema, json.output);
    for (const issue of parsed.issues ?? []) report(path, v.getDotPath(issue) ?? '', describeIssue(issue));
    return parsed.success ? parsed.output : undefined;
  };

  const stages = parse('stages.json', stagesSchema);
  const sources = parse('sources.json', sourcesSchema);
  const companies: Company[] = [];
  const ids = new Set<string>();
  const profiles = Object.keys(files).filter((path) => path.startsWith('companies/'));
  for (const path of profiles.sort()) {
    const id = path.slice('companies/'.length, -'.json'.length);
    ids.add(id);
    const company = parse(path, companySchema);
    if (company === undefined) continue;
    if (company.id !== id) report(path, 'id', `must be the name of the file, ${id}`);
    companies.push(company);
  }

  for (const [source, { companies: named }] of Object.entries(sources ?? {}))
    for (const [index, id] of named.entries())
      if (!ids.has(id))
        report('sources.json', `${source}.companies.${index}`, `there is no companies/${id}.json`);

  if (stages === undefined || sources === undefined || problems.length > 0) throw new ConfigError(problems);
  return { stages, sources, companies };
};

/** Reads and parses `config/`. Throws ConfigError. */
export const readConfig = (directory = join(import.meta.dirname, '..', 'config')): Config => {
  const companies = readdirSync(join(directory, 'companies')).filter((name) => name.endsWith('.json'));
  const paths = ['stages.json', 'sources.json', ...companies.map((name) => `companies/${name}`)];
  return parseConfig(
    Object.fromEntries(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')])),
  );
};

/** Runs a command; where the configuration is wrong it says so without a stack trace, which would lead nowhere. */
export const explainingConfig = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
