import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Templates } from '../functions/domain/templates.ts';
import { ConfigError } from './config.ts';
import { compileMail } from './mail-templates.ts';
import { readTemplateNames } from './template-names.ts';
import { templateProblems } from './template-problems.ts';

const directory = join(import.meta.dirname, '..', 'templates');

/** Where parts of mails stand, which are no mail of their own. */
const isPart = (path: string): boolean => basename(dirname(path)) === 'parts';

/** A file of templates/ as the template that it makes, by its path without the ending; none for a part of an MJML. */
const templateOf = async (path: string): Promise<[string, string][]> => {
  const name = relative(directory, path);
  if (name.endsWith('.mustache')) return [[name.slice(0, -'.mustache'.length), readFileSync(path, 'utf8')]];
  if (!name.endsWith('.mjml') || isPart(path)) return [];
  return [[`${name.slice(0, -'.mjml'.length)}.html`, await compileMail(path, `templates/${name}`)]];
};

/**
 * The templates of some folders of templates/, or of all, by path without the `.mustache` ending: `mail/ask.mjml` is
 * compiled to `mail/ask.html`. Throws ConfigError where it cannot be.
 */
export const readTemplates = async (folders: readonly string[] = ['']): Promise<Templates> => {
  const files = folders
    .map((folder) => join(directory, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries((await Promise.all(files.map(templateOf))).flat());
};

/**
 * The templates of some folders of templates/, or of all, where those can be used that all share and that companies have of
 * their own. Throws ConfigError.
 */
export const readCheckedTemplates = async (
  companies: readonly { id: string }[],
  folders?: readonly string[],
): Promise<Templates> => {
  const templates = await readTemplates(folders);
  const ids = companies.map(({ id }) => id);
  const problems = templateProblems(templates, ids, readTemplateNames());
  if (problems.length > 0) throw new ConfigError(problems);
  return templates;
};
