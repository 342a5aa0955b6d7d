import type { View } from '../templates.ts';
import { separated, shortNameOf, shortPost, whenKey, whenView } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Departure = SentActOf<'officer-departure'>;

/** Departures that one sentence can tell: the same manner, day and reason. */
const departuresTogether = (departures: readonly Departure[]): [Departure, ...Departure[]][] => {
  const groups = new Map<string, [Departure, ...Departure[]]>();
  for (const sent of departures) {
    const { manner, effective, reason } = sent.act;
    const key = JSON.stringify([manner, whenKey(effective), reason]);
    const group = groups.get(key);
    if (group) group.push(sent);
    else groups.set(key, [sent]);
  }
  return [...groups.values()];
};

/** One sentence for those who left together, and one for each who stays available. */
const departed = (
  [first, ...others]: readonly [Departure, ...Departure[]],
  { company, announced, need }: Narrator,
): View => {
  const people = [first, ...others];
  const { manner, effective, reason } = first.act;
  const { phrase, date, future, ask } = whenView(effective, announced);
  return {
    people: separated(
      people.map((sent) => ({
        title: need(sent, sent.act.title, `the office that ${sent.act.person.name} held`),
        name: sent.act.person.name,
      })),
    ),
    company: company.shortName,
    plural: people.length > 1,
    both: people.length === 2,
    // A resignation is given when it is announced, whenever it takes effect.
    future: future && manner !== 'resigned',
    left: manner === 'left',
    resigned: manner === 'resigned',
    retired: manner === 'retired',
    removed: manner === 'removed',
    phrase,
    date,
    // Who has left already has left, whether or not the day is known; every other end has a day.
    noDate:
      ask === null || (effective === undefined && manner === 'left')
        ? null
        : people
            .map((sent) =>
              need(
                sent,
                undefined,
                ask(`the day on which the departure of ${sent.act.person.name} takes effect`),
              ),
            )
            .join(' '),
    reason: reason ?? null,
    consultants: people
      .filter(({ act }) => act.consulting !== undefined)
      .map((sent) => ({
        later: future,
        name: shortNameOf(sent.act.person),
        reference: company.reference,
        until: dayOrNeed(sent, need),
      })),
  };
};

const dayOrNeed = (sent: Departure, need: Narrator['need']): string => {
  const until = sent.act.consulting?.until;
  return until === undefined
    ? need(sent, undefined, `the day until which ${sent.act.person.name} is available`)
    : (whenView(until, until).date ?? until);
};

/** The headline names the company and the offices that fall vacant. */
const departureHeadline = (departures: readonly Departure[], { company, need }: Narrator): View => ({
  company: company.shortName,
  posts: separated(
    departures.map((sent) => ({
      post: shortPost(need(sent, sent.act.title, `the office that ${sent.act.person.name} held`)),
    })),
  ),
});

export const officerDeparture: Composer<'officer-departure'> = {
  sentences: (acts, narrator) =>
    departuresTogether(acts).map((together) => ({ view: departed(together, narrator), acts: together })),
  headline: departureHeadline,
};
