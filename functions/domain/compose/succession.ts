import type { Person } from '../acts/common.ts';
import type { ActOf } from '../acts.ts';
import { nameKey } from '../policy.ts';
import type { SentAct, SentActOf } from './narrator.ts';

type Departure = SentActOf<'officer-departure'>;
type Appointment = SentActOf<'officer-appointment'>;

const isDeparture = (sent: SentAct): sent is Departure => sent.act.kind === 'officer-departure';
const isAppointment = (sent: SentAct): sent is Appointment => sent.act.kind === 'officer-appointment';

const isSamePerson = (a: Person, b: Person): boolean =>
  a.id !== undefined && b.id !== undefined ? a.id === b.id : nameKey(a.name) === nameKey(b.name);

const fieldsOfSuccession = new Set(['kind', 'person', 'title', 'manner', 'decided', 'noticed', 'effective']);

/** Whether a departure is no dismissal, which is never told in passing. */
const isQuiet = ({ act: { manner } }: Departure): boolean => manner !== 'terminated' && manner !== 'removed';

/** Whether a departure has nothing to say but who leaves, how and on which day; that somebody stays away is no brief matter. */
const isBrief = (departure: Departure): boolean => {
  const { act } = departure;
  const { effective, manner } = act;
  if (!isQuiet(departure) || manner === 'not-returning') return false;
  const isDay =
    typeof effective === 'string' ||
    (effective !== undefined && !('asSent' in effective) && effective.phrase === undefined);
  const hasOthers = Object.entries(act).some(
    ([field, value]) => value !== undefined && !fieldsOfSuccession.has(field),
  );
  return !hasOthers && (isDay || (effective === undefined && manner === 'left'));
};

const officesIn = (title: string): string[] => title.split(/, | and /);

/** Whether an appointment is to the office of this title, at once or later. */
export const isOffice = (
  title: string | undefined,
  { title: next, stages = [] }: ActOf<'officer-appointment'>,
): boolean => title === undefined || [next, ...stages.map((stage) => stage.title)].includes(title);

/** Whether an appointment is to one of the offices in a title, such as "Chairman and Chief Executive Officer". */
const sharesOffice = (
  title: string | undefined,
  { title: next = '', stages = [] }: ActOf<'officer-appointment'>,
): boolean => {
  const taken = [next, ...stages.map((stage) => stage.title)].flatMap(officesIn);
  return title === undefined || officesIn(title).some((office) => taken.includes(office));
};

/**
 * Gives each departure to the one appointment that succeeds it in the same office, where both suit, and takes it out of
 * the list.
 */
const paired = (
  acts: readonly SentAct[],
  suits: (departure: Departure, appointment: Appointment) => boolean,
): SentAct[] => {
  const departures = acts.filter(isDeparture);
  // Who goes on in an office does not take it over from whoever leaves it now.
  const successors = acts
    .filter(isAppointment)
    .filter(({ act: { succeeds, manner } }) => succeeds !== undefined && manner !== 'continues');
  const pairOf = new Map<SentAct, Departure>();
  for (const departure of departures) {
    const { person } = departure.act;
    if (person === undefined) continue;
    const departing = departures.filter(
      ({ act }) => act.person !== undefined && isSamePerson(act.person, person),
    );
    const [appointment, another] = successors.filter(
      ({ act }) => act.succeeds !== undefined && isSamePerson(act.succeeds, person),
    );
    if (departing.length > 1 || appointment === undefined || another !== undefined) continue;
    if (suits(departure, appointment)) pairOf.set(appointment, departure);
  }
  const told = new Set<SentAct>(pairOf.values());
  return acts
    .filter((sent) => !told.has(sent))
    .map((sent) => {
      const departure = pairOf.get(sent);
      return departure === undefined ? sent : { ...sent, departure };
    });
};

/** Pairs the departures that one sentence can tell with the appointment of the successor. */
export const pairSuccessions = (acts: readonly SentAct[]): SentAct[] =>
  paired(acts, (departure, { act }) => isOffice(departure.act.title, act) && isBrief(departure));

/**
 * Pairs those that one headline can tell; where a successor is yet to be found, or others leave too, the news is who
 * leaves.
 */
export const pairForHeadline = (acts: readonly SentAct[]): readonly SentAct[] => {
  const pairs = paired(
    acts,
    (departure, { act }) =>
      sharesOffice(departure.act.title, act) &&
      (act.capacity === undefined ? isQuiet(departure) : isBrief(departure)),
  );
  return pairs.some(isDeparture) ? acts : pairs;
};
