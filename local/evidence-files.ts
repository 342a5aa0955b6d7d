import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a file of evidence goes that nobody gave another place. */
export const evidencePath = (data: string, reference: string): string =>
  join(data, 'evidence', `gazette-evidence-${reference}.json`);

/** Writes what may hold the text of an unpublished release, for nobody but whoever runs the command. */
export const writePrivate = (path: string, text: string): void => {
  writeFileSync(path, text, { mode: 0o600 });
  // A file that was there has kept its own mode.
  chmodSync(path, 0o600);
};

/** Makes the folder of such a file: of nobody else, and one that git passes over, in whatever checkout it comes to lie. */
export const makePrivateFolder = (path: string): void => {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, '.gitignore'), '*\n');
};
