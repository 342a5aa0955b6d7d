import mustache from 'mustache';

/** Template texts by path, such as `release/exhibit.txt`, without the `.mustache` ending. */
export type Templates = Readonly<Record<string, string>>;

/** Where the templates stand that a company has of its own: `companies/{id}/release/…`. */
const ownFolder = (company: string): string => `companies/${company}/`;

/** The templates for a company: its own take the place of those that all share. */
export const templatesOf = (templates: Templates, company: string): Templates => {
  const folder = ownFolder(company);
  const own = Object.entries(templates).filter(([path]) => path.startsWith(folder));
  return own.length === 0
    ? templates
    : { ...templates, ...Object.fromEntries(own.map(([path, text]) => [path.slice(folder.length), text])) };
};

/** What a template may see. */
export interface View {
  readonly [name: string]: string | number | boolean | null | View | readonly View[] | readonly string[];
}

/** A template is missing, or it uses a name that its view lacks. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/**
 * A view that a template cannot see past. Mustache looks a missing name up in the enclosing views, and would print
 * another person's title; here a name must be the nearest view's own, or the draft is not made.
 */
class ClosedContext extends mustache.Context {
  private readonly of: string;

  /** `of` says in an error what is rendered. */
  constructor(of: string, view: unknown, parent?: ClosedContext) {
    super(view, parent);
    this.of = of;
  }

  override push(view: unknown): ClosedContext {
    return new ClosedContext(this.of, view, this);
  }

  override lookup(name: string): unknown {
    if (name === '.') return this.view;
    if (typeof this.view !== 'object') return this.parent?.lookup(name);
    if (Object.hasOwn(this.view, name)) return this.view[name];
    throw new TemplateError(`${this.of} uses the name ${name}, which its view lacks`);
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML; what is not ASCII becomes a numeric reference, which every charset and EDGAR take. */
export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']|[^\n\x20-\x5D\x5F-\x7E]/gu,
    (character) => entities[character] ?? `&#${character.codePointAt(0)};`,
  );

/** Renders; mustache's own writer joins a template's text anew on every call, to look up how it is parsed. */
class ParseOnceWriter extends mustache.Writer {
  private readonly parsed = new Map<string, ReturnType<mustache.Writer['parse']>>();

  override parse(template: string): ReturnType<mustache.Writer['parse']> {
    const known = this.parsed.get(template) ?? super.parse(template);
    this.parsed.set(template, known);
    return known;
  }
}

const writer = new ParseOnceWriter();

const textOf = (templates: Templates, path: string): string => {
  const text = templates[path];
  if (text === undefined) throw new TemplateError(`There is no template ${path}`);
  return text;
};

const render = (
  templates: Templates,
  path: string,
  view: View,
  asWritten: (text: string) => string,
): string =>
  writer.render(
    textOf(templates, path),
    new ClosedContext(`The template ${path}`, view),
    (name) => textOf(templates, name),
    {
      escape: (value: unknown) => asWritten(String(value)),
    },
  );

/** Renders a text template: nothing is escaped. Partials are named by their path. */
export const renderText = (templates: Templates, path: string, view: View): string =>
  render(templates, path, view, (text) => text);

/** Renders an HTML template: everything is escaped. */
export const renderHtml = (templates: Templates, path: string, view: View): string =>
  render(templates, path, view, escapeHtml);

/** Renders a line of a profile, such as a dateline, in which names stand in double braces. */
export const renderLine = (line: string, view: View): string =>
  writer.render(line, new ClosedContext(`The line ${line}`, view), undefined, {
    escape: (value: unknown) => String(value),
  });
