import type { View } from '../templates.ts';
import { opening, pausesBefore } from './clauses.ts';
import { seatsView } from './committees.ts';
import { leavingOf } from './director-leaving.ts';
import { noDay } from './effective.ts';
import { companyView, possessive, shortNameOf, whenKey } from './grammar.ts';
import { meetingView } from './meetings.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { inSeries } from './series.ts';
import { together } from './together.ts';

type Departure = SentActOf<'director-departure'>;
type Directors = readonly [Departure, ...Departure[]];

const mannerView = ({ act: { manner } }: Departure): View => ({
  left: manner === 'left',
  resigned: manner === 'resigned',
  retired: manner === 'retired',
  notStanding: manner === 'not-standing',
  removed: manner === 'removed',
});

/** Why they leave; Item 5.02(a) of Form 8-K wants to know what a disagreement was about. */
const reasonOf = (sent: Departure, { need }: Narrator): string | undefined => {
  const { disagreement, reason, person } = sent.act;
  if (disagreement !== true || reason !== undefined) return reason;
  return need(sent, undefined, `what the disagreement with ${person.name} was about`);
};

/** What the sentences after a departure say of one director; nothing where nothing was sent. */
const aftermath = (sent: Departure, narrator: Narrator): View[] => {
  const { person, manner, effective, committees = [], keeps } = sent.act;
  const { future, day } = leavingOf(sent, narrator);
  const endsTerm = manner === 'not-standing' && effective !== undefined;
  if (!endsTerm && committees.length === 0 && keeps === undefined) return [];
  const name = shortNameOf(person);
  const { phrase, date, noDate } = endsTerm ? day : noDay;
  const seats = seatsView(committees);
  const end = phrase ?? noDate;
  return [
    { name, whose: possessive(name), future, end, endDay: date, seated: seats.length > 0, seats, keeps: keeps ?? null },
  ];
};

const peopleOf = (directors: Directors, { lead, company }: Narrator): View[] =>
  inSeries(
    directors.map(({ act: { title, person, since } }, index) => ({
      title: title === undefined ? null : index === 0 ? opening(title, lead) : title,
      name: person.name,
      aside: since ?? null,
    })),
    company.house.commas === 'close',
  );

/** The sentence of those who leave alike, and what becomes of each of them and of their seats. */
const departed = (directors: Directors, narrator: Narrator): View => {
  const [first] = directors;
  const { disagreement, meeting, manner } = first.act;
  const { future, day, dated } = leavingOf(first, narrator);
  const marks = directors.flatMap((sent) => leavingOf(sent, narrator).day.noDate ?? []);
  const isNotStanding = manner === 'not-standing';
  const reason = reasonOf(first, narrator);
  return {
    ...mannerView(first),
    its: companyView(narrator).its,
    reference: narrator.company.reference,
    people: peopleOf(directors, narrator),
    plural: directors.length > 1,
    future,
    meeting: meetingView(meeting),
    ...(isNotStanding ? noDay : { ...day, noDate: marks.length === 0 ? null : marks.join(' ') }),
    pause: pausesBefore(reason, isNotStanding ? meeting?.date !== undefined : dated),
    reason: reason ?? null,
    after: directors.flatMap((sent) => aftermath(sent, narrator)),
    disagreement: disagreement === true,
    noDisagreement: disagreement === false,
    vacancies: [...new Set(directors.flatMap(({ act }) => act.vacancy ?? []))],
  };
};

/** What directors must have in common to leave in one sentence. */
const commonKey = ({ act }: Departure): readonly unknown[] => {
  const { manner, effective, meeting, reason, disagreement } = act;
  return [manner, whenKey(effective), meeting, reason, disagreement];
};

/** The headline does not name who leaves; several manners are one departure. */
const departureHeadline = (directors: Directors, narrator: Narrator): View => {
  const [first] = directors;
  const alike = directors.every(({ act }) => act.manner === first.act.manner);
  return {
    company: narrator.company.shortName,
    plural: directors.length > 1,
    resigned: alike && first.act.manner === 'resigned',
    retired: alike && first.act.manner === 'retired',
    notStanding: alike && first.act.manner === 'not-standing',
    future: leavingOf(first, narrator).future,
  };
};

export const directorDeparture: Composer<'director-departure'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((directors, index) => ({
      view: departed(directors, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: directors,
    })),
  headline: departureHeadline,
};
