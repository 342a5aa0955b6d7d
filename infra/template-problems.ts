import { type Templates, templatesOf } from '../functions/domain/templates.ts';
import type { TemplateNames } from './template-names.ts';
import { lineOf, readTags, type Tag, TemplateSyntaxError } from './template-tokens.ts';

/** The templates of one company, and where each stands: its own in place of those that all share. */
interface Scope {
  templates: Templates;
  fileOf(path: string): string;
}

/** The HTML of a mail is made from its MJML, and has lines of its own. */
const isMadeFromMjml = (path: string): boolean => /^mail\/.+\.html$/.test(path);

const fileOf = (path: string): string =>
  isMadeFromMjml(path) ? `templates/${path.replace(/html$/, 'mjml')}` : `templates/${path}.mustache`;

const shared = (all: Templates): Scope => ({ templates: all, fileOf });

const ownOf = (all: Templates, company: string): Scope => ({
  templates: templatesOf(all, company),
  fileOf: (path) => {
    const own = `companies/${company}/${path}`;
    return fileOf(own in all ? own : path);
  },
});

const at = ({ templates, fileOf: file }: Scope, path: string, index: number, what: string): string => {
  const line = lineOf(templates[path] ?? '', index);
  const place = isMadeFromMjml(path) ? `, line ${line} of its HTML` : `:${line}`;
  return `${file(path)}${place}: ${what}`;
};

const everyTag = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...everyTag(tag.below)]);

/** What is wrong in a template whatever its view has: it cannot be read, lets text through unescaped, or includes what is not there. */
const problemsWithin = (scope: Scope, path: string): string[] => {
  try {
    return everyTag(readTags(scope.templates[path] ?? '')).flatMap((tag) => {
      if (tag.type === '&')
        return [at(scope, path, tag.at, `${tag.name} is not escaped; write it in two braces`)];
      return tag.type === '>' && !(tag.name in scope.templates)
        ? [at(scope, path, tag.at, `there is no template ${tag.name}`)]
        : [];
    });
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return [at(scope, path, error.at, error.message)];
  }
};

/** What is wrong with where a company's own template stands: it must replace one of those of a release. */
const problemOfPlace = (path: string, all: Templates, companies: readonly string[]): string[] => {
  const [, company = '', ...rest] = path.split('/');
  const replaced = rest.join('/');
  if (!companies.includes(company))
    return [`${fileOf(path)}: there is no profile config/companies/${company}.json`];
  if (!replaced.startsWith('release/'))
    return [`${fileOf(path)}: only a template of release/ can be replaced for a company`];
  return replaced in all ? [] : [`${fileOf(path)}: there is no ${fileOf(replaced)} that it could replace`];
};

/** Names that the template of `root` and what it includes use, and its views lack. */
const unknownNames = (scope: Scope, root: string, names: TemplateNames): string[] => {
  const known = Object.keys(names[root] ?? {});
  const open = new Set<string>();
  const walk = (path: string, tags: readonly Tag[], inside: string): string[] =>
    tags.flatMap((tag) => {
      if (tag.type === '>') return include(tag.name, inside);
      const name = inside + tag.name;
      if (tag.name !== '.' && !known.includes(name))
        return [
          at(
            scope,
            path,
            tag.at,
            `uses the name ${tag.name}, which the view of ${root} lacks${inside === '' ? '' : ` in ${inside.slice(0, -1)}`}; docs/template-names.md lists those it has`,
          ),
        ];
      const opens = tag.type === '#' && known.some((one) => one.startsWith(`${name}.`));
      return walk(path, tag.below, opens ? `${name}.` : inside);
    });
  // A template may include itself, for as long as its view goes on.
  const include = (path: string, inside: string): string[] => {
    const visit = `${path} ${inside}`;
    if (open.has(visit)) return [];
    open.add(visit);
    const found = walk(path, readTags(scope.templates[path] ?? ''), inside);
    open.delete(visit);
    return found;
  };
  return include(root, '');
};

/** Names that templates of a release use, and their views lack, each by its file and line. Throws TemplateSyntaxError. */
const nameProblems = (scope: Scope, names: TemplateNames): string[] =>
  Object.keys(names).flatMap((root) => unknownNames(scope, root, names));

/** Names that the templates which all share use, and their views lack. A test of templates finds them too. */
export const sharedNameProblems = (all: Templates, names: TemplateNames): string[] => [
  ...new Set(nameProblems(shared(all), names)),
];

/**
 * What is wrong with templates, each by its file and line: those that mustache cannot read, what they include that is not
 * there, and of those that companies have of their own, what they replace and which names they use. Names that all share
 * are left to the tests, so that a name can be tried before they have written it down.
 */
export const templateProblems = (
  all: Templates,
  companies: readonly string[],
  names: TemplateNames,
): string[] => {
  const own = Object.keys(all).filter((path) => path.startsWith('companies/'));
  const misplaced = own.flatMap((path) => problemOfPlace(path, all, companies));
  const scope = shared(all);
  const within = Object.keys(all).flatMap((path) => problemsWithin(scope, path));
  if (misplaced.length > 0 || within.length > 0) return [...misplaced, ...within];
  const unknown = companies
    .filter((company) => own.some((path) => path.startsWith(`companies/${company}/`)))
    .flatMap((company) => nameProblems(ownOf(all, company), names))
    .filter((problem) => problem.startsWith('templates/companies/'));
  return [...new Set(unknown)];
};
