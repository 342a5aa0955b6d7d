import type { View } from '../templates.ts';
import { departed } from './director-departure-sentence.ts';
import { leavingOf } from './director-leaving.ts';
import { whenKey } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { together } from './together.ts';

type Departure = SentActOf<'director-departure'>;
type Directors = readonly [Departure, ...Departure[]];

/** What directors must have in common to leave in one sentence; a disagreement is one person's. */
const commonKey = ({ act }: Departure, index: number): readonly unknown[] => {
  const { manner, effective, meeting, reason, disagreement } = act;
  return [manner, whenKey(effective), meeting, reason, disagreement, disagreement === true && index];
};

/** The headline does not name who leaves; several manners are one departure. */
const departureHeadline = (directors: Directors, narrator: Narrator): View => {
  const [first] = directors;
  const alike = directors.every(({ act }) => act.manner === first.act.manner);
  const manner = alike ? first.act.manner : 'left';
  return {
    company: narrator.company.shortName,
    plural: directors.length > 1,
    resigned: manner === 'resigned',
    retired: manner === 'retired',
    departed: manner === 'left' || manner === 'removed',
    notStanding: manner === 'not-standing',
    future: leavingOf(first, narrator).future,
  };
};

/** Those who leave alike have one sentence. */
export const directorDeparture: Composer<'director-departure'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((directors, index) => ({
      view: departed(directors, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: directors,
    })),
  headline: departureHeadline,
};
