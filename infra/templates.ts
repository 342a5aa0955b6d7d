import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Templates } from '../functions/domain/templates.ts';
import { ConfigError } from './config.ts';
import { readTemplateNames } from './template-names.ts';
import { templateProblems } from './template-problems.ts';

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

/** All templates, where those can be used that all share and that companies have of their own. Throws ConfigError. */
export const readCheckedTemplates = (companies: readonly { id: string }[]): Templates => {
  const templates = readTemplates();
  const ids = companies.map(({ id }) => id);
  const problems = templateProblems(templates, ids, readTemplateNames());
  if (problems.length > 0) throw new ConfigError(problems);
  return templates;
};
