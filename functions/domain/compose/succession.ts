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

/** Whether a departure has nothing to say but who leaves, how and on which day; a dismissal is never told in passing. */
const isBrief = ({ act }: Departure): boolean => {
  const { effective, manner } = act;
  if (manner === 'terminated' || manner === 'removed') return false;
  const isDay =
    typeof effective === 'string' ||
    (effective !== undefined && !('asSent' in effective) && effective.phrase === undefined);
  const hasOthers = Object.entries(act).some(
    ([field, value]) => value !== undefined && !fieldsOfSuccession.has(field),
  );
  return !hasOthers && (isDay || (effective === undefined && manner === 'left'));
};

const isOffice = (title: string | undefined, { title: next, stages = [] }: ActOf<'officer-appointment'>) =>
  title === undefined || [next, ...stages.map((stage) => stage.title)].includes(title);

/**
 * Gives each brief departure to the one appointment that succeeds it in the same office, and takes it out of the list:
 * one sentence then tells both.
 */
export const pairSuccessions = (acts: readonly SentAct[]): SentAct[] => {
  const departures = acts.filter(isDeparture);
  const successors = acts.filter(isAppointment).filter(({ act: { succeeds } }) => succeeds !== undefined);
  const pairs = new Map<SentAct, Departure>();
  for (const departure of departures.filter(isBrief)) {
    const { person, title } = departure.act;
    const departing = departures.filter((other) => isSamePerson(other.act.person, person));
    const [appointment, another] = successors.filter(
      ({ act }) => act.succeeds !== undefined && isSamePerson(act.succeeds, person),
    );
    if (departing.length > 1 || appointment === undefined || another !== undefined) continue;
    if (isOffice(title, appointment.act)) pairs.set(appointment, departure);
  }
  const told = new Set<SentAct>(pairs.values());
  return acts
    .filter((sent) => !told.has(sent))
    .map((sent) => {
      const departure = pairs.get(sent);
      return departure === undefined ? sent : { ...sent, departure };
    });
};
