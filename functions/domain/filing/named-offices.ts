/** Whether an office is by its title one that an item names, one that the title may narrow to less, such as a division's, or another. */
export type OfficeKind = 'named' | 'narrowed' | 'other';

const chief = /\b((chief|principal) (executive|financial|operating|accounting)( officer)?|C[EFOA]O)\b/i;

const principal = /\b((chief|principal) (executive|financial)( officer)?|C[EF]O)\b/i;

/** What may stand before an office of the company itself; anything else may name a part of it, or a deputy. */
const before =
  /^(((the )?company('s)?|group|global|corporate|interim|acting|permanent|former|joint|co|[ -])*|.*\b(president|chair\w*) )$/i;

/** What may stand after it. */
const after =
  /^([- ](elect|designate)|,? of the (company|corporation|registrant|group)|,? (since|until) .*)?$/i;

/** Whether a part of a title is an office, and not what narrows the one before it, such as "EMEA". */
const office =
  /\b(officer|president|chair\w*|directors?|treasurer|secretary|controller|counsel|manager|head|\w*founder|partner|member|chief|C[A-Z]O|[ES]?VP)\b/i;

/** Words that name a part of a company, whichever of the offices before them they belong to. */
const part =
  /\b(division|segment|unit|subsidiary|operations|region|EMEA|APAC|europe|asia|americas?|international|inc|llc|ltd|corp|gmbh|bank)\b/i;

/** The offices of a title, each as long as its words go: "CFO, EMEA" is "CFO" and "EMEA". */
const partsOf = (title: string): string[] =>
  title
    .replaceAll(')', '')
    .split(/,? and |, | & |\/|; | \(/)
    .map((words) => words.trim())
    .filter((words) => !/^(the )?company$/i.test(words));

/** The title with "the company" in the place of its names. */
const withoutOwnNames = (title: string, ownNames: readonly string[]): string =>
  ownNames
    .toSorted((a, b) => b.length - a.length)
    .reduce((words, name) => words.replaceAll(name, 'the company'), title)
    .trim();

const kindBy = (pattern: RegExp, title: string | undefined, ownNames: readonly string[]): OfficeKind => {
  if (title === undefined) return 'other';
  const parts = partsOf(withoutOwnNames(title, ownNames));
  const found = parts.flatMap((words, index) => {
    const match = pattern.exec(words);
    if (match === null) return [];
    const [next, ...later] = parts.slice(index + 1);
    const isWhole =
      before.test(words.slice(0, match.index)) &&
      after.test(words.slice(match.index + match[0].length)) &&
      (next === undefined || office.test(next)) &&
      ![next ?? '', ...later].some((other) => part.test(other) && !chief.test(other));
    return [isWhole];
  });
  if (found.length === 0) return 'other';
  return found.includes(true) ? 'named' : 'narrowed';
};

/** A president of the company: nothing that narrows the office stands before the word or after it. */
const president = /^((the )?company('s)? |interim |acting )*president( of the company)?$/i;

/**
 * Whether Item 5.02(b) and (c) name an office, by its title and what the company calls itself. An office of a division or a
 * subsidiary is none by itself, and one with another title may still be one by its duties.
 */
export const officeKind = (title: string | undefined, ownNames: readonly string[] = []): OfficeKind => {
  const kind = kindBy(chief, title, ownNames);
  if (kind !== 'other' || title === undefined) return kind;
  return president.test(partsOf(withoutOwnNames(title, ownNames)).at(-1) ?? '') ? 'named' : 'other';
};

/** Whether it is the principal executive or financial officer's, whose pay comes under Item 5.02(e). */
export const payOfficeKind = (title: string | undefined, ownNames: readonly string[] = []): OfficeKind =>
  kindBy(principal, title, ownNames);
