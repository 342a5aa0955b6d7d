import type { View } from '../templates.ts';
import { opening, pausesBefore } from './clauses.ts';
import { seatsView } from './committees.ts';
import { leavingOf } from './director-leaving.ts';
import { disagreementView } from './disagreement.ts';
import { noDay } from './effective.ts';
import { companyView, possessive, shortNameOf } from './grammar.ts';
import { meetingView } from './meetings.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { inSeries } from './series.ts';

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
  return need(sent, undefined, `what the disagreement with ${person.name} was about`, 'reason');
};

/** What the sentences after a departure say of one director; nothing where nothing was sent. */
const aftermath = (sent: Departure, narrator: Narrator): View[] => {
  const { person, manner, effective, committees = [], keeps } = sent.act;
  const { future, day } = leavingOf(sent, narrator);
  const ends = manner === 'not-standing' && effective !== undefined;
  if (!ends && committees.length === 0 && keeps === undefined) return [];
  const name = shortNameOf(person);
  const seats = seatsView(committees);
  const seated = seats.length > 0;
  return [{ name, whose: possessive(name), future, ends, ...day, seated, seats, keeps: keeps ?? null }];
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
export const departed = (directors: Directors, narrator: Narrator): View => {
  const [first] = directors;
  const { disagreement, meeting, manner } = first.act;
  const { future, day, dated } = leavingOf(first, narrator);
  const marks = directors.flatMap((sent) => leavingOf(sent, narrator).day.noDate ?? []);
  const isNotStanding = manner === 'not-standing';
  const reason = reasonOf(first, narrator);
  return {
    ...mannerView(first),
    its: companyView(narrator).its,
    people: peopleOf(directors, narrator),
    plural: directors.length > 1,
    future,
    meeting: meetingView(meeting),
    ...(isNotStanding ? noDay : { ...day, noDate: marks.length === 0 ? null : marks.join(' ') }),
    pause: pausesBefore(reason, isNotStanding ? meeting?.date !== undefined : dated),
    reason: reason ?? null,
    after: directors.flatMap((sent) => aftermath(sent, narrator)),
    disagreement: disagreementView(disagreement, {
      departures: directors.length,
      isDecision: isNotStanding,
      future: future && manner !== 'resigned',
      reference: narrator.company.reference,
    }),
    vacancies: [...new Set(directors.flatMap(({ act }) => act.vacancy ?? []))],
  };
};
