import type { Act, ActKind, ActOf } from '../acts.ts';
import type { Company } from '../company.ts';
import type { MissingFact } from '../draft.ts';

/** An act with the event, `{source}~{id}`, that brought it. */
export interface SentAct<A extends Act = Act> {
  act: A;
  event: string;
}

export type SentActOf<K extends ActKind> = SentAct<ActOf<K>>;

/** What a composer knows besides its acts, and where it says which fact is missing. */
export interface Narrator {
  company: Company;
  /** The day that the release bears. */
  announced: string;
  /** Whether the sentence goes on from "announced today that". */
  lead: boolean;
  /** The value as text; where nobody sent it, a mark that holds publication back and an entry in the list. */
  need(sent: SentAct, value: string | number | undefined, fact: string): string;
}

/** A `need` that keeps what it is asked for and does not get, each once. */
export const missingFacts = (): { missing: MissingFact[]; need: Narrator['need'] } => {
  const missing: MissingFact[] = [];
  const need: Narrator['need'] = ({ act, event }, value, fact) => {
    if (value !== undefined) return String(value);
    if (!missing.some((entry) => entry.event === event && entry.kind === act.kind && entry.fact === fact))
      missing.push({ event, kind: act.kind, fact });
    return `[TO BE CONFIRMED: ${fact}]`;
  };
  return { missing, need };
};
