import type { DayView } from './day.ts';
import { effectiveOfDecision, effectiveView, noDay } from './effective.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Departure = SentActOf<'director-departure'>;

/** When a director leaves, and whether that is to come; nothing more than the meeting where it is on the meeting's day. */
export const leavingOf = (
  sent: Departure,
  narrator: Narrator,
): { future: boolean; day: DayView; dated: boolean } => {
  const { manner, effective, meeting, person } = sent.act;
  if (meeting !== undefined && (effective === undefined || effective === meeting.date)) {
    const { date } = meeting;
    return { future: date === undefined || date > narrator.announced, day: noDay, dated: date !== undefined };
  }
  // Who does not stand again leaves when the term ends, and who has left has left; every other end has a day.
  const isNotStanding = manner === 'not-standing';
  const fact = `the day on which ${person.name} leaves the board`;
  const said = effectiveView(sent, effective, fact, narrator, !isNotStanding && manner !== 'left');
  const view = manner === 'resigned' ? effectiveOfDecision(said) : said;
  return { ...view, future: view.future || (isNotStanding && effective === undefined) };
};
