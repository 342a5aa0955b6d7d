import type { Person, When } from '../acts/common.ts';
import { longDate } from '../dates.ts';
import { whenParts } from '../when.ts';

/** Says what stands after each item of a list: nothing after the last, "and" before it, commas where there are three or more. */
export const separated = <T extends object>(items: readonly T[]): (T & { separator: string })[] =>
  items.map((item, index) => {
    const left = items.length - 1 - index;
    const separator = left === 0 ? '' : left > 1 ? ', ' : items.length === 2 ? ' and ' : ', and ';
    return { ...item, separator };
  });

/** The possessive of a name as American releases write it: `IEC's`, `Halden Optics'`. */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);

/** How a sentence names the company: after "announced that" it goes on with "it". */
export const companyView = ({
  company,
  lead,
}: {
  company: { shortName: string; reference: string };
  lead: boolean;
}): { lead: boolean; it: string; its: string; reference: string } => ({
  lead,
  it: lead ? 'it' : company.shortName,
  its: lead ? 'its' : possessive(company.shortName),
  reference: company.reference,
});

/** How a person is called once their full name has been given; the full name where nobody sent a title. */
export const shortNameOf = ({ name, honorific, familyName }: Person): string =>
  honorific !== undefined && familyName !== undefined ? `${honorific} ${familyName}` : name;

interface WhenView {
  phrase: string | null;
  date: string | null;
  future: boolean;
  /** What to ask for where no day and no words for it are known; null where they are. */
  ask: ((fact: string) => string) | null;
}

/** A date for comparison: what it says, and not where it comes from. */
export const whenKey = (when: When | undefined): string => {
  const { date, phrase, future, asSent } = whenParts(when);
  return JSON.stringify([date, phrase, future, asSent]);
};

const atOnce = /^(effective )?(immediately|today|as of today|with immediate effect)$/i;

/** Whether words say that something takes effect on the day on which they are read. */
export const isAtOnce = (phrase: string): boolean => atOnce.test(phrase);

/** The words and the day of a date; only one of them is printed, the sender's words where there are any. */
export const whenView = (when: When | undefined, announced: string): WhenView => {
  if (when === undefined) return { phrase: null, date: null, future: false, ask: (fact) => fact };
  const { date, phrase, future, asSent } = whenParts(when);
  if (asSent !== undefined) {
    return { phrase: null, date: null, future: false, ask: (fact) => `${fact}, sent as ${asSent}` };
  }
  // Words alone do not tell whether the day has passed, and the sentence must.
  if (date === undefined && phrase !== undefined && future === undefined && !isAtOnce(phrase)) {
    return { phrase: null, date: null, future: false, ask: (fact) => `${fact}, sent as "${phrase}"` };
  }
  return {
    phrase: phrase ?? null,
    date: phrase === undefined && date !== undefined ? longDate(date) : null,
    future: date === undefined ? future === true : date > announced,
    ask: null,
  };
};

const small = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Both parts of a word such as "long-term" begin with a capital; "3-for-2" is no such word. */
const capitalEach = (word: string): string =>
  word
    .split('-')
    .map((part) => (small.has(part) ? part : capital(part)))
    .join('-');

/** Writes words as they stand within a headline: each begins with a capital but short ones. */
export const withinTitle = (words: string): string =>
  words
    .split(' ')
    .map((word) => (small.has(word) ? word : capitalEach(word)))
    .join(' ');

/** Writes words as a headline does: each begins with a capital but short ones in the middle. */
export const titleCase = (words: string): string => capital(withinTitle(words));

const initialled =
  /\bChief (Executive|Financial|Operating|Technology|Information|Accounting|Marketing|Legal|People) Officer\b/g;

/** The short form of a post that headlines use: `President and Chief Executive Officer` is `President and CEO`. */
export const shortPost = (title: string): string =>
  title.replace(initialled, (_, field: string) => `C${field.charAt(0)}O`);
