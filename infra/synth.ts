import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import * as v from 'valibot';
import { type Config, readConfig } from './config.ts';
import { GazetteStack } from './gazette-stack.ts';

const root = join(import.meta.dirname, '..');

const cdkJsonSchema = v.object({ context: v.record(v.string(), v.unknown()) });

/** The feature flags of cdk.json. The CDK command line passes them on, but whoever calls `synthesize` is not it. */
const readContext = (): Record<string, unknown> =>
  v.parse(cdkJsonSchema, JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))).context;

/** Loads cdk-nag only where it is asked for: it takes as long to load as a stage to synthesize. */
const addChecks = (app: App): void => {
  const nag: typeof import('cdk-nag') = createRequire(import.meta.url)('cdk-nag');
  Validations.of(app).addPlugins(new nag.AwsSolutionsChecks(app));
};

type SynthesizeOptions = {
  /** False skips the checks of templates by CDK and cdk-nag, and saves most of the time. */
  validate?: boolean;
  outdir?: string;
  distDirectory?: string;
  config?: Config;
};

/**
 * Writes the cloud assembly of some stages, or of all, each as the stack `Gazette-{stage}`. The functions must have been
 * built. Throws where a check finds something that nobody has acknowledged.
 */
export const synthesize = (
  stages?: string | readonly string[],
  options: SynthesizeOptions = {},
): { assemblyDirectory: string; stackNames: string[] } => {
  const { validate = true, distDirectory = join(root, 'dist'), config = readConfig() } = options;
  const wanted = stages === undefined ? Object.keys(config.stages) : [stages].flat();
  const app = new App({
    context: readContext(),
    outdir: options.outdir ?? process.env['CDK_OUTDIR'] ?? join(root, 'cdk.out'),
    analyticsReporting: false,
    builtinCloudFormationValidation: validate,
  });
  if (validate) addChecks(app);

  for (const name of wanted) {
    const stage = config.stages[name];
    if (stage === undefined) throw new Error(`config/stages.json has no stage ${name}`);
    new GazetteStack(app, `Gazette-${name}`, { stage, sources: Object.keys(config.sources), distDirectory });
  }
  const { directory, stacks } = app.synth();
  return { assemblyDirectory: directory, stackNames: stacks.map(({ stackName }) => stackName) };
};
