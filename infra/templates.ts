import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Templates } from '../functions/domain/templates.ts';

const directory = join(import.meta.dirname, '..', 'templates');

/** The templates of some folders of templates/, or of all, by path without the `.mustache` ending. */
export const readTemplates = (folders: readonly string[] = ['']): Templates =>
  Object.fromEntries(
    folders
      .map((folder) => join(directory, folder))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.mustache'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(directory, path).slice(0, -'.mustache'.length), readFileSync(path, 'utf8')]),
  );
