import type { Person } from './acts/common.ts';
import type { Act, ActKind } from './acts.ts';
import { actMark, type Supplied, suppliedFacts, withSupplied } from './desk-edits/facts.ts';
import type { EventFact } from './event.ts';
import { isSamePerson, type PersonKey, personKey, personOf } from './persons.ts';

/** What one event says of one act. */
export interface Telling {
  act: Act;
  /** The event's name, `{source}~{id}`. */
  event: string;
  /** Which of the event's acts it is, from 0. */
  index: number;
  /** What editors have added to it. */
  supplied: readonly Supplied[];
  source: string;
  /** Milliseconds since 1970 of the event's time. */
  at: number;
  /** Whether that is only the time of its receipt. */
  untimed?: true;
  /** Whether the act itself names the day of the decision, and not only its event. */
  namesDecision: boolean;
  about: PersonKey | undefined;
}

/** What an event takes back, and the tellings that it met; none where nobody had told of it. */
export interface Retraction {
  kind: ActKind;
  person: Person;
  by: string;
  met: Telling[];
}

/** What the events of a release leave standing. */
interface StandingActs {
  events: EventFact[];
  /** In the order of their events' time. */
  tellings: Telling[];
  retractions: Retraction[];
}

/** An event's name in a release: `{source}~{id}`. */
export const eventName = ({ source, id }: Pick<EventFact, 'source' | 'id'>): string => `${source}~${id}`;

const byTime = (a: EventFact, b: EventFact): number =>
  Date.parse(a.time) - Date.parse(b.time) || (eventName(a) < eventName(b) ? -1 : 1);

/**
 * The events that stand, in the order of their time: those that a later event of the same source replaces are left
 * out, whatever the order in which they came.
 */
export const standingEvents = (events: readonly EventFact[]): EventFact[] => {
  const replaced = new Set(
    events.flatMap(({ source, id, data }) =>
      data.replaces.filter((other) => other !== id).map((other) => eventName({ source, id: other })),
    ),
  );
  return events.filter((event) => !replaced.has(eventName(event))).toSorted(byTime);
};

/** An act with the day of its event's decision, where it has none of its own. */
const withDecision = (act: Act, decided: string | undefined): Act =>
  act.kind === 'statement' || act.decided !== undefined || decided === undefined ? act : { ...act, decided };

const tellingsOf = (event: EventFact, facts: ReadonlyMap<string, readonly Supplied[]>): Telling[] =>
  event.data.acts.map((sent, index) => {
    const { act, supplied } = withSupplied(sent, facts.get(actMark(eventName(event), index)) ?? []);
    const person = personOf(act);
    return {
      act: withDecision(act, event.data.decided),
      event: eventName(event),
      index,
      supplied,
      source: event.source,
      at: Date.parse(event.time),
      ...(event.untimed === true && { untimed: true }),
      namesDecision: 'decided' in act && act.decided !== undefined,
      about: person && personKey(person),
    };
  });

/** For how long another system may still hand on, without a time, what has been taken back. */
const staleMilliseconds = 7 * 86_400_000;

/**
 * Whether a retraction reaches a telling. A source that says when reaches back to that time. When a telling without a time
 * was true nobody knows: for a week another source's word that it is off outweighs it, and its own source's by the order
 * of receipt.
 */
const reaches = ({ source, time }: EventFact, { at, untimed, source: teller }: Telling): boolean =>
  at <= Date.parse(time) + (untimed === true && teller !== source ? staleMilliseconds : 0);

/** What an event takes back of these tellings; its own stand, which it puts in the place of the others. */
export const retractionsOf = (event: EventFact, tellings: readonly Telling[]): Retraction[] =>
  event.data.retracts.map(({ kind, person }) => {
    const [by, key] = [eventName(event), personKey(person)];
    const met = tellings.filter(
      (telling) =>
        telling.act.kind === kind &&
        telling.about !== undefined &&
        telling.event !== by &&
        reaches(event, telling) &&
        isSamePerson(telling.about, key),
    );
    return { kind, person, by, met };
  });

const replacedBy = ({ source, id, data }: EventFact, events: readonly EventFact[]): EventFact[] =>
  events.filter((event) => event.source === source && event.id !== id && data.replaces.includes(event.id));

/**
 * Folds the events of a release into the acts that stand. A retraction meets every act of its kind about its person,
 * from any source, unless the act's event is of a later time that its source has said; the order in which the events came
 * does not matter.
 */
export const standingActs = (events: readonly EventFact[]): StandingActs => {
  const standing = standingEvents(events);
  const facts = suppliedFacts(standing);
  const tellings = standing.flatMap((event) => tellingsOf(event, facts));
  // What an event both replaces and retracts was told, too, and is to be warned of.
  const retractions = standing.flatMap((event) =>
    retractionsOf(event, [
      ...tellings,
      ...replacedBy(event, events).flatMap((replaced) => tellingsOf(replaced, facts)),
    ]),
  );
  const gone = new Set(retractions.flatMap(({ met }) => met));
  return { events: standing, tellings: tellings.filter((telling) => !gone.has(telling)), retractions };
};

/** Whether these events leave anything to announce. */
export const hasStandingActs = (events: readonly EventFact[]): boolean =>
  standingActs(events).tellings.length > 0;

/** Whether an event corrects or takes back what earlier events of a release say. */
export const takesBack = (event: EventFact, earlier: readonly EventFact[]): boolean => {
  const names = new Set(earlier.map(eventName));
  return (
    event.data.replaces.some((id) => names.has(eventName({ ...event, id }))) ||
    retractionsOf(event, standingActs(earlier).tellings).some(({ met }) => met.length > 0)
  );
};
