import { buildFunctions } from './build.ts';
import { explainingConfig } from './config.ts';
import { synthesize } from './synth.ts';

await explainingConfig(async () => {
  await buildFunctions();
  synthesize();
});
