import { actWords } from '../act-words.ts';
import { type Act, type ActKind, type ActOf, isActOf } from '../acts.ts';
import type { Company } from '../company.ts';
import type { SentAct } from '../compose/narrator.ts';
import type { Check } from '../draft.ts';
import { personOf } from '../persons.ts';

/** The acts of a release, with the day that it bears. */
export interface Release {
  acts: readonly SentAct[];
  announced: string;
  company: Company;
}

/** Finds what cannot be true together: an error where that is certain, a warning where somebody must judge. */
export type Rule = (release: Release) => Check[];

/** A rule on each act of a kind by itself; `by` is its event in parentheses. */
export const forEach =
  <K extends ActKind>(kind: K, find: (act: ActOf<K>, by: string, release: Release) => Check[]): Rule =>
  (release) => {
    const isOfKind = isActOf(kind);
    return release.acts.flatMap(({ act, event }) =>
      isOfKind(act) ? find(act, `(event ${event})`, release) : [],
    );
  };

/** An act in a few words, such as "the departure of Ann Lee". */
export const wordsOf = (act: Act): string => actWords(act.kind, personOf(act)?.name);
