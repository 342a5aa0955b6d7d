import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Templates } from '../../functions/domain/templates.ts';

const directory = join(import.meta.dirname, '..', '..', 'templates');

/** The templates of the repository, by the names that the build gives them. */
export const templates: Templates = Object.fromEntries(
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mustache'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(directory, path).slice(0, -'.mustache'.length), readFileSync(path, 'utf8')]),
);
