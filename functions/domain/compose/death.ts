import type { View } from '../templates.ts';
import { opening } from './clauses.ts';
import { titleCase, whenView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Death = SentActOf<'death'>;

/** The day of the death; one that is in doubt, or has not come, is asked for. */
const dayOfDeath = (sent: Death, { announced, need }: Narrator): Record<'date' | 'words', string | null> => {
  const { effective, person } = sent.act;
  if (effective === undefined) return { date: null, words: null };
  const { date, phrase, future, ask } = whenView(effective, announced);
  const fact = `the day on which ${person.name} died`;
  if (future) {
    const words = need(
      sent,
      undefined,
      `${fact}, sent as ${phrase ?? date}, which has not come`,
      'effective',
    );
    return { date: null, words };
  }
  return { date, words: ask === null ? phrase : need(sent, undefined, ask(fact), 'effective') };
};

/** One sentence for each death, and the sender's on who takes over; nothing else, and no tribute. */
const died = (sent: Death, narrator: Narrator): View => {
  const { person, title, cover } = sent.act;
  return {
    title: title === undefined ? null : opening(title, narrator.lead),
    name: person.name,
    age: person.age ?? null,
    ...dayOfDeath(sent, narrator),
    cover: cover ?? null,
  };
};

export const death: Composer<'death'> = {
  sentences: (acts, narrator) => each(acts, narrator, died),
  headline: ([{ act }], { company }) => ({
    company: company.shortName,
    title: act.title === undefined ? null : titleCase(act.title),
    name: act.person.name,
  }),
};
