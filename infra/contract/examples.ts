import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actKind } from '../../functions/domain/acts.ts';

const directory = join(import.meta.dirname, '..', '..', 'examples', 'acts');

/** The example of a kind of act, an event of `examples/acts/`, as it stands in its file. */
export const readActExample = (kind: string): string => {
  const file = join(directory, `${kind}.json`);
  if (!existsSync(file))
    throw new Error(`Write an event with an act of kind ${kind} to examples/acts/${kind}.json`);
  return readFileSync(file, 'utf8');
};

/** The examples of all kinds of act, parsed, by kind. */
export const readActExamples = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(actKind.options.map((kind) => [kind, JSON.parse(readActExample(kind))]));
