const placeholders = ['{id}', '{timestamp}', '{body}'] as const;

/** What an id may be made of, so that no separator of a template can hide in one; also what its separators may not be. */
export const idPattern = /^[A-Za-z0-9_:/+=@~-]{1,256}$/;

const literalPattern = /^[ -z|~\n]+$/;

const partsOf = (template: string): string[] => template.split(/(\{[^{}]*\})/).filter((part) => part !== '');

const isPlaceholder = (part: string): boolean => placeholders.some((known) => known === part);

/** Whether a template holds a placeholder, such as `{id}`. */
export const holds = (template: string, placeholder: (typeof placeholders)[number]): boolean =>
  partsOf(template).includes(placeholder);

/** True where an id stands at an edge or beside a character that no id has, so that nothing can move between the two. */
const idIsFenced = (parts: readonly string[]): boolean => {
  const at = parts.indexOf('{id}');
  if (at < 0) return true;
  const [before = '', after = ''] = [parts[at - 1], parts[at + 1]];
  const fenced = (part: string, character: string | undefined): boolean =>
    part === '' || (!isPlaceholder(part) && character !== undefined && !idPattern.test(character));
  return fenced(before, before.at(-1)) && fenced(after, after.at(0));
};

/** Says what is wrong with a template, or nothing. A timestamp needs no fence: a digit more or less is years off. */
export const templateProblem = (template: string): string | undefined => {
  const parts = partsOf(template);
  const unknown = parts.find((part) => !isPlaceholder(part) && !literalPattern.test(part));
  if (unknown !== undefined)
    return `may hold {id}, {timestamp}, {body} and printable ASCII, and not ${unknown}`;
  if (!parts.includes('{body}')) return 'must hold {body}';
  if (placeholders.some((known) => parts.indexOf(known) !== parts.lastIndexOf(known)))
    return 'must hold each placeholder once';
  if (!idIsFenced(parts)) return 'must fence {id} with a character that no id has, such as a dot';
  return undefined;
};

/** What is signed before and after the bytes of the body. */
type SignedParts = (id: string, timestamp: string) => readonly [before: string, after: string];

/** Compiles a template that has no problem. */
export const compileTemplate = (template: string): SignedParts => {
  const parts = partsOf(template);
  const body = parts.indexOf('{body}');
  const [before, after] = [parts.slice(0, body), parts.slice(body + 1)];
  const fill = (some: readonly string[], id: string, timestamp: string): string => {
    let text = '';
    for (const part of some) text += part === '{id}' ? id : part === '{timestamp}' ? timestamp : part;
    return text;
  };
  return (id, timestamp) => [fill(before, id, timestamp), fill(after, id, timestamp)];
};
