import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Writes the names of the AWS SDK's operation schemas where they stand as computed keys (`[_hH]:`), so that esbuild can
 * see that an unused schema does nothing and leave it out: every function then starts without the operations that it
 * never calls, about a sixth of what it would read.
 */
export const inlineSchemaNames: Plugin = {
  name: 'inline-schema-names',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"\n]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      const contents = source.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => {
        const text = names.get(name);
        return text === undefined ? key : `${text}:`;
      });
      return { contents, loader: 'js' };
    });
  },
};
