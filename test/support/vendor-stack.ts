import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mappingNames } from '../../functions/sources/mappings/names.ts';
import { isSchemeName } from '../../functions/sources/schemes.ts';
import type { Source } from '../../functions/sources/source.ts';
import { buildFunctions } from '../../infra/build.ts';
import { readConfig } from '../../infra/config.ts';
import { synthesize } from '../../infra/synth.ts';
import { type RunningStack, runStack } from './running-stack.ts';

/** What each system calls the chief financial officer of Halden Optics in examples/sources. */
export const thieleAt = {
  bamboohr: '1091',
  deel: '5f0d3c1b-7a9e-4b2d-8c6f-1e3a5b7d9f02',
  gusto: '8d2c6b1a-3e4f-4b5c-8d6e-7f8091a2b3c4',
  hibob: '3428817700412230091',
  merge: '0958cbc6-6040-430a-848e-aafacbadf4aa',
  personio: '12091',
};

const nameOf = (mapping: string): string => `gazette-development-only-${mapping}`;

/** A stack with a source for each mapping, by its name, that signs as the vendor does, and `hr`, which sends events of ours. */
export const runVendorStack = async (): Promise<RunningStack> => {
  const { stages, companies } = readConfig();
  const shared = { name: 'Vendor', companies: ['halden-optics'] };
  const vendors = mappingNames.map((mapping): [string, Source] => [
    mapping,
    { ...shared, mapping, scheme: isSchemeName(mapping) ? mapping : 'bearer' },
  ]);
  const sources = { ...Object.fromEntries(vendors), hr: { ...shared, scheme: 'standard-webhooks' } } as const;
  const secrets = {
    ...Object.fromEntries(vendors.map(([mapping]) => [mapping, nameOf(mapping)])),
    finch: Buffer.from(nameOf('finch')).toString('base64'),
    hr: `whsec_${Buffer.from(nameOf('hr')).toString('base64')}`,
  };
  const directory = mkdtempSync(join(tmpdir(), 'gazette-vendors-'));
  const distDirectory = join(directory, 'dist');
  const config = {
    stages,
    sources,
    companies: companies.map((company) => ({
      ...company,
      officers: company.officers.map((one) => (one.id === 'marcus-thiele' ? { ...one, ids: thieleAt } : one)),
    })),
  };
  await buildFunctions({ distDirectory, config });
  const { assemblyDirectory, stackNames } = synthesize('local', {
    validate: false,
    outdir: join(directory, 'cdk.out'),
    distDirectory,
    config,
  });
  const stack = await runStack(0.3, {
    assemblyDirectory,
    stackName: stackNames[0] ?? '',
    sources,
    secrets,
  });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      rmSync(directory, { recursive: true });
    },
  };
};
