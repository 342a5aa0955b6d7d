import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { Templates } from '../functions/domain/templates.ts';
import { watchedCompany } from '../functions/sweep/companies.ts';
import { inlineSchemaNames } from './aws-schemas.ts';
import { type Config, explainingConfig, readConfig } from './config.ts';
import { eventSchemaFile } from './contract/json-schema.ts';
import { openApiDocument } from './contract/openapi.ts';
import { readCheckedTemplates } from './templates.ts';
import { type Verb, verbs } from './verbs.ts';

const root = join(import.meta.dirname, '..');

/** Which folders of templates/ a function renders from; the others hold no words. */
const templateFolders: Partial<Record<Verb, readonly string[]>> = {
  draft: ['release', 'companies'],
  notify: ['mail'],
  review: ['pages'],
};

const inFolders = (templates: Templates, folders: readonly string[]): Templates =>
  Object.fromEntries(
    Object.entries(templates).filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`))),
  );

/** What a function may know of the configuration: receive and sweep need no address or boilerplate, hear and publish nothing. */
const configFor = (verb: Verb, { sources, companies }: Config): unknown => {
  switch (verb) {
    case 'receive':
      return {
        sources,
        companies: companies.map(({ id, timeZone, officers }) => ({ id, timeZone, officers })),
      };
    case 'draft':
    case 'notify':
    case 'review':
      return { companies };
    case 'sweep':
      return { companies: companies.map(watchedCompany) };
    case 'hear':
    case 'publish':
      return undefined;
  }
};

const buildFunction = async (
  verb: Verb,
  directory: string,
  config: Config,
  templates: Templates,
): Promise<Metafile> => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const known = configFor(verb, config);
  if (known !== undefined) writeFileSync(join(directory, 'config.json'), JSON.stringify(known));
  const folders = templateFolders[verb];
  if (folders !== undefined)
    writeFileSync(join(directory, 'templates.json'), JSON.stringify(inFolders(templates, folders)));

  if (verb === 'receive') writeFileSync(join(directory, 'openapi.json'), JSON.stringify(openApiDocument()));

  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: `functions/${verb}/index.ts` },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // Chunks of their own for whatever is imported lazily: credential providers that Lambda does not use, for one.
    splitting: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    plugins: [inlineSchemaNames],
    logLevel: 'error',
  });
  return metafile;
};

/**
 * Bundles every function into `{distDirectory}/{verb}`, with its configuration and templates, and writes the JSON Schema
 * of an event beside them; the same input gives the same bytes. Throws ConfigError where a template cannot be used.
 */
export const buildFunctions = async ({
  distDirectory = join(root, 'dist'),
  config = readConfig(),
} = {}): Promise<ReadonlyMap<Verb, Metafile>> => {
  const templates = await readCheckedTemplates(config.companies);
  const built = verbs.map(
    async (verb) => [verb, await buildFunction(verb, join(distDirectory, verb), config, templates)] as const,
  );
  const metafiles = new Map(await Promise.all(built));
  writeFileSync(join(distDirectory, 'event.schema.json'), JSON.stringify(eventSchemaFile(), undefined, 2));
  return metafiles;
};

/** The files that a function reads before it can start: its entry, and all that this imports other than on demand. */
export const eagerOutputs = ({ outputs }: Metafile, entry: string): string[] => {
  const start = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
  if (start === undefined) throw new Error(`${entry} is not an entry point of this build`);
  const reached = new Set([start]);
  for (const path of reached)
    for (const { path: imported, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) reached.add(imported);
  return [...reached];
};

/** How many bytes of code a function reads before it can start. */
export const eagerBytes = (metafile: Metafile, entry: string): number =>
  eagerOutputs(metafile, entry).reduce((sum, path) => sum + (metafile.outputs[path]?.bytes ?? 0), 0);

if (import.meta.main)
  await explainingConfig(async () => {
    for (const [verb, metafile] of await buildFunctions()) {
      const kilobytes = Math.round(eagerBytes(metafile, `functions/${verb}/index.ts`) / 1000);
      console.log(`${verb.padEnd(8)} ${kilobytes} kB at start`);
    }
  });
