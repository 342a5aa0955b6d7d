import type { Act, ActKind, ActOf } from '../acts.ts';
import type { Company } from '../company.ts';
import type { MissingFact, Table } from '../draft.ts';
import type { View } from '../templates.ts';

/** An act with the event, `{source}~{id}`, that brought it. */
export interface SentAct<A extends Act = Act> {
  act: A;
  event: string;
  /** Which of its event's acts it is, from 0. */
  index?: number;
  /** Whether only systems tell of it that have no words of their own for it: what they do not say is not known. */
  isThin?: boolean;
  /** The departure that this appointment's sentence tells too; see `pairSuccessions`. */
  departure?: SentAct<ActOf<'officer-departure'>>;
  /** Whether another act keeps the person whose departure this is in the company or on its board; see `markOtherActs`. */
  stays?: boolean;
  /** Whether one notice says that the rule was not met and is met again; see `markSettled`. */
  settled?: boolean;
}

export type SentActOf<K extends ActKind> = SentAct<ActOf<K>>;

/** What a composer knows besides its acts, and where it says which fact is missing. */
export interface Narrator {
  company: Company;
  /** The day that the release bears. */
  announced: string;
  /** Whether the first sentence goes on from "announced today that". */
  lead: boolean;
  /**
   * The value as text; where nobody sent it, a mark that holds publication back and an entry in the list, with where in the
   * act it would stand, such as `meeting.date`.
   */
  need(sent: SentAct, value: string | number | undefined, fact: string, path?: string): string;
}

/** A sentence, or a few that belong together: what its template sees, and the acts that it tells. */
export interface Told<K extends ActKind> {
  view: View;
  acts: readonly SentActOf<K>[];
}

/** How the acts of one kind are told. A view holds every name that the kind's template uses, and no other. */
export interface Composer<K extends ActKind> {
  /** What `release/acts/{kind}` tells, in order; only the first may lead. Details and biographies are added elsewhere. */
  sentences(acts: readonly SentActOf<K>[], narrator: Narrator): Told<K>[];
  /** Tables that follow the sentences. */
  tables?(acts: readonly SentActOf<K>[], narrator: Narrator): Table[];
  /** The view of `release/headlines/{kind}`. */
  headline(acts: readonly [SentActOf<K>, ...SentActOf<K>[]], narrator: Narrator): View;
}

/** Tells each act by itself; what follows the first does not lead. */
export const each = <K extends ActKind>(
  acts: readonly SentActOf<K>[],
  narrator: Narrator,
  tell: (sent: SentActOf<K>, narrator: Narrator) => View,
): Told<K>[] =>
  acts.map((sent, index) => ({
    view: tell(sent, { ...narrator, lead: narrator.lead && index === 0 }),
    acts: [sent],
  }));

/** Words that stand for a fact that has no place in its act. */
export interface GivenWords {
  event: string;
  /** Which of its event's acts it is about, from 0. */
  act: number;
  fact: string;
  words: string;
}

/** A `need` that keeps what it is asked for and does not get, each once; where words are given for a fact, those stand. */
export const missingFacts = (
  given: readonly GivenWords[] = [],
): { missing: MissingFact[]; need: Narrator['need'] } => {
  const missing: MissingFact[] = [];
  const known = new Set<string>();
  const need: Narrator['need'] = ({ act: { kind }, event, index = 0 }, value, fact, path) => {
    if (value !== undefined) return String(value);
    const words = given.find((one) => one.event === event && one.act === index && one.fact === fact)?.words;
    if (words !== undefined) return words;
    const entry = { event, kind, act: index, fact, ...(path !== undefined && { path }) };
    const mark = JSON.stringify(entry);
    if (!known.has(mark)) missing.push(entry);
    known.add(mark);
    return `[TO BE CONFIRMED: ${fact}]`;
  };
  return { missing, need };
};
