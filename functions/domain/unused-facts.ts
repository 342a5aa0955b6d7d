import { moneyText, numberText } from './compose/amounts.ts';
import type { SentAct } from './compose/narrator.ts';
import { numeral } from './compose/numerals.ts';
import { apDate, longDate } from './dates.ts';
import type { UnusedFact } from './draft.ts';

type Leaf = string | number | boolean;

/** Where a value stands in its act: `person.name`, `charges.0.amount`. */
type Leaves = [path: string, value: Leaf, siblings: object][];

const leavesOf = (value: object, path = ''): Leaves =>
  Object.entries(value).flatMap(([name, inner]: [string, unknown]): Leaves => {
    const here = path === '' ? name : `${path}.${name}`;
    if (typeof inner === 'object' && inner !== null) return leavesOf(inner, here);
    return typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean'
      ? [[here, inner, value]]
      : [];
  });

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** How a release may write a value, the likeliest way first; made one by one, as the first mostly is the one. */
function* forms(value: string | number, siblings: object): Generator<string> {
  if (typeof value === 'string') {
    yield isDay(value) ? longDate(value) : value;
    if (isDay(value)) yield apDate(value);
    // Several are told as "the Audit and Compensation Committees".
    if (/ committee$/i.test(value)) yield value.replace(/ committee$/i, '');
    return;
  }
  const currency =
    'currency' in siblings && typeof siblings.currency === 'string' ? siblings.currency : undefined;
  const asMoney = value > 0 ? [moneyText({ amount: value, currency: currency ?? 'USD' })] : [];
  if (currency !== undefined) yield* asMoney;
  yield numberText(value);
  yield numeral(value);
  if (currency === undefined) yield* asMoney;
}

/** Quotation marks change within a quotation, and a sentence's first letter may. */
const plain = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replaceAll(/\s\s+|[^\S ]/g, ' ')
    .toLowerCase();

/** How far before the last find the next is looked for first, in characters: the facts of an act stand near each other. */
const nearby = 4000;

/** Tells whether words stand in a text; what was asked is known, as names, offices and days are said again and again. */
const finderIn = (text: string): ((words: string) => boolean) => {
  let last = 0;
  const known = new Map<string, boolean>();
  const find = (words: string): boolean => {
    const from = Math.max(0, last - nearby);
    const ahead = text.indexOf(words, from);
    const at = ahead === -1 ? text.slice(0, from + words.length).indexOf(words) : ahead;
    if (at !== -1) last = at;
    return at !== -1;
  };
  return (words) => {
    const found = known.get(words) ?? find(words);
    known.set(words, found);
    return found;
  };
};

const isSaid = (value: string | number, siblings: object, has: (words: string) => boolean): boolean => {
  for (const form of forms(value, siblings)) if (has(plain(form))) return true;
  return false;
};

const lastStep = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** What is said by the choice of a word, what only tells people and systems apart, and what is for the filing. */
const wordless = new Set([
  'kind',
  'id',
  'source',
  'currency',
  'honorific',
  'familyName',
  'qualifier',
  'item',
  'manner',
  'cause',
  'capacity',
  'change',
  'role',
  'offices',
  'action',
  'stage',
  'result',
  'after',
  'disagreements',
  'reportableEvents',
]);

const reasonOf = (path: string, siblings: object): string => {
  if (/^(decided|noticed)\b/.test(path))
    return 'It is a date for the file; a release of this kind does not print it.';
  if (lastStep(path) === 'name' && 'knownAs' in siblings) return 'The speaker is quoted under another name.';
  if (lastStep(path) === 'date' && 'phrase' in siblings) return "The sender's own words stand for it.";
  return 'No sentence of the release prints it.';
};

/**
 * The facts of these acts that the release does not print, each with why; what only chooses a word is no fact of its own.
 * `composed` are its texts before editors changed them: what these print and the release does not, an edit left out.
 */
export const unusedFacts = (
  acts: readonly SentAct[],
  texts: readonly string[],
  composed: readonly string[] = texts,
): UnusedFact[] => {
  const [printed, before] = [texts.join(' '), composed.join(' ')];
  const has = finderIn(plain(printed));
  const had = printed === before ? () => false : finderIn(plain(before));
  return acts.flatMap(({ act, event }) => {
    return leavesOf(act).flatMap(([path, value, siblings]): UnusedFact[] => {
      const name = lastStep(path);
      if (typeof value === 'boolean' || wordless.has(name)) return [];
      if (isSaid(value, siblings, has)) return [];
      const reason = isSaid(value, siblings, had)
        ? 'An edit of the wording has left it out.'
        : reasonOf(path, siblings);
      return [{ event, kind: act.kind, fact: path, value: String(value), reason }];
    });
  });
};
