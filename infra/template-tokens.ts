import mustache from 'mustache';

/** A tag of a template: `name`, `#`, `^`, `>` or `&`, its name, where it begins, and the tags between it and its end. */
export interface Tag {
  type: string;
  name: string;
  at: number;
  below: readonly Tag[];
}

/** A template that mustache cannot read, with where it stops. */
export class TemplateSyntaxError extends Error {
  override readonly name = 'TemplateSyntaxError';
  readonly at: number;

  constructor(message: string, at: number, cause: unknown) {
    super(message, { cause });
    this.at = at;
  }
}

const tagsOf = (tokens: unknown): Tag[] =>
  (Array.isArray(tokens) ? tokens : []).flatMap(([type, name, at, , below]: unknown[]) =>
    type === 'text' ? [] : [{ type: String(type), name: String(name), at: Number(at), below: tagsOf(below) }],
  );

/** The tags of a template, in order. Throws TemplateSyntaxError. */
export const readTags = (text: string): Tag[] => {
  try {
    return tagsOf(mustache.parse(text));
  } catch (cause) {
    const [, message, at] = (cause instanceof Error && /^(.*) at (\d+)$/s.exec(cause.message)) || [];
    if (message === undefined) throw cause;
    throw new TemplateSyntaxError(message, Number(at), cause);
  }
};

/** The line of an index into a text, from 1. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
