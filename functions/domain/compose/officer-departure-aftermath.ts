import { longDate } from '../dates.ts';
import { leaverOf } from '../persons.ts';
import type { View } from '../templates.ts';
import { possessive, shortNameOf, whenView } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Departure = SentActOf<'officer-departure'>;

const consultingUntil = (sent: Departure, need: Narrator['need']): string | null => {
  const { consulting } = sent.act;
  if (consulting === undefined) return null;
  const { until } = consulting;
  return need(
    sent,
    until === undefined ? undefined : longDate(until),
    `the day until which ${leaverOf(sent.act)} is available`,
    'consulting.until',
  );
};

/** What the sentences after a departure say of one person; nothing where nothing was sent. */
export const aftermath = (sent: Departure, narrator: Narrator, later: boolean): View[] => {
  const { person, lastDay, keeps, leavesBoard, consulting, search } = sent.act;
  const isTold = [lastDay, keeps, consulting].some((fact) => fact !== undefined) || leavesBoard || search;
  if (!isTold) return [];
  const { company, announced, need } = narrator;
  const last = whenView(lastDay, announced);
  const asked =
    lastDay &&
    last.ask &&
    need(sent, undefined, last.ask(`the last day of ${leaverOf(sent.act)}`), 'lastDay');
  const name = person === undefined ? null : shortNameOf(person);
  return [
    {
      name,
      whose: name === null ? null : possessive(name),
      company: company.shortName,
      reference: company.reference,
      lastDay: last.phrase ?? last.date ?? asked ?? null,
      lastDayToCome: last.future,
      keeps: keeps ?? null,
      leavesBoard: leavesBoard === true,
      later,
      until: consultingUntil(sent, need),
      over: consulting?.until !== undefined && consulting.until < announced,
      adviser: consulting?.title ?? null,
      search: search === true,
    },
  ];
};
