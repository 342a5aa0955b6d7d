import type { View } from '../templates.ts';
import { arrangementView, candidateKey, candidatesView, independents } from './candidates.ts';
import { pausesBefore } from './clauses.ts';
import { seatsKey, seatsView } from './committees.ts';
import { effectiveView } from './effective.ts';
import { companyView, separated, shortNameOf, titleCase, whenKey } from './grammar.ts';
import { meetingView } from './meetings.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { numeral } from './numerals.ts';
import { together } from './together.ts';

type Nomination = SentActOf<'director-nomination'>;
type Nominations = readonly [Nomination, ...Nomination[]];

/** Whether the meeting that they are proposed to is over. */
const isHeld = ([{ act }]: Nominations, { announced }: Narrator): boolean =>
  act.meeting?.date !== undefined && act.meeting.date < announced;

/** What nominees will do "if elected": join on a day, sit on committees. */
const prospects = (nominations: Nominations, narrator: Narrator): View[] => {
  const [sent] = nominations;
  const { effective, person, committees = [] } = sent.act;
  const names = separated(nominations.map(({ act }) => ({ name: shortNameOf(act.person) })));
  const seats = seatsView(committees, nominations.length > 1);
  const fact = `the day on which ${person.name} would join the board`;
  const { day } = effectiveView(sent, effective, fact, narrator);
  const joins = effective !== undefined;
  const serves = seats.length > 0;
  // A comma closes the year of a date.
  const pause = joins && serves && day.date !== null;
  const held = isHeld(nominations, narrator);
  return joins || serves
    ? [
        {
          names,
          many: nominations.length > 1,
          held,
          joins,
          ...day,
          both: joins && serves,
          pause,
          serves,
          seats,
        },
      ]
    : [];
};

/** Who may share a sentence on what they will do: those who join on one day and only become members of the same committees. */
const prospectsKey = (sent: Nomination, index: number): readonly unknown[] => {
  const { effective, committees } = sent.act;
  const isInDoubt = typeof effective === 'object' && 'asSent' in effective;
  return [whenKey(effective), seatsKey(committees, index), isInDoubt && index];
};

const nominated = (nominations: Nominations, narrator: Narrator): View => {
  const [{ act }] = nominations;
  const { meeting, term, reason } = act;
  const dated = meeting?.date !== undefined;
  return {
    ...candidatesView(nominations),
    held: isHeld(nominations, narrator),
    its: companyView(narrator).its,
    meeting: meetingView(meeting),
    dated,
    term: term ?? null,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
    independents: independents(nominations),
    prospects: together(nominations, prospectsKey).flatMap((alike) => prospects(alike, narrator)),
    chosen: arrangementView(nominations),
  };
};

const commonKey = (sent: Nomination, index: number): readonly unknown[] => [
  sent.act.meeting,
  sent.act.reason,
  ...candidateKey(sent, index),
];

/** Those who are proposed alike have one sentence. The headline names one nominee and counts several. */
export const directorNomination: Composer<'director-nomination'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((nominations, index) => ({
      view: nominated(nominations, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: nominations,
    })),
  headline: ([{ act }, ...others], { company }) => ({
    company: company.shortName,
    name: others.length === 0 ? act.person.name : null,
    number: titleCase(numeral(others.length + 1)),
  }),
};
