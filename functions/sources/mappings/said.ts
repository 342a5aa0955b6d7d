import type { ActOf } from '../../domain/acts.ts';
import type { MappedAct, MappedEvent, MappedRetraction, MappedWhen, NamedPerson } from '../mapping.ts';

type Departure = ActOf<'officer-departure'>;
type Appointment = ActOf<'officer-appointment'>;

/** What a delivery says of one person; undefined where it is silent. */
export interface Said {
  id?: string | undefined;
  name?: string | undefined;
  title?: string | undefined;
  currentTitle?: string | undefined;
  manner?: Departure['manner'] | undefined;
  reason?: string | undefined;
  capacity?: Appointment['capacity'];
  succeeds?: Appointment['succeeds'];
  decided?: MappedWhen | undefined;
  noticed?: MappedWhen | undefined;
  effective?: MappedWhen | undefined;
}

/** What a delivery says of itself; undefined where it is silent. */
interface SaidOfEvent {
  id?: string | undefined;
  time?: string | undefined;
  tenant?: string | undefined;
  subject?: string | undefined;
  lookup?: string | undefined;
  acts?: readonly MappedAct[];
  retracts?: readonly MappedRetraction[];
  replaces?: MappedEvent['replaces'];
}

const personOf = ({ id, name }: Said): NamedPerson => ({
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
});

/** The act of a kind that a delivery reports of a person. Why somebody leaves is `left`, unless the system is clear. */
export const actOf = (kind: MappedAct['kind'], said: Said): MappedAct => {
  const {
    title,
    currentTitle,
    manner = 'left',
    reason,
    capacity,
    succeeds,
    decided,
    noticed,
    effective,
  } = said;
  const common = {
    person: personOf(said),
    ...(title !== undefined && { title }),
    ...(decided !== undefined && { decided }),
    ...(noticed !== undefined && { noticed }),
    ...(effective !== undefined && { effective }),
  };
  return kind === 'officer-departure'
    ? { kind, manner, ...common, ...(reason !== undefined && { reason }) }
    : {
        kind,
        ...common,
        ...(currentTitle !== undefined && { currentTitle }),
        ...(capacity !== undefined && { capacity }),
        ...(succeeds !== undefined && { succeeds }),
      };
};

/** What takes an act of that kind back. */
export const retractionOf = (kind: MappedAct['kind'], said: Said): MappedRetraction => ({
  kind,
  person: personOf(said),
  ...(said.title !== undefined && { title: said.title }),
});

/** An event without what a delivery does not say. */
export const eventOf = ({
  id,
  time,
  tenant,
  subject,
  lookup,
  acts = [],
  retracts = [],
  replaces,
}: SaidOfEvent): MappedEvent => ({
  outcome: 'event',
  ...(id !== undefined && { id }),
  ...(time !== undefined && { time }),
  ...(tenant !== undefined && { tenant }),
  ...(subject !== undefined && { subject }),
  acts,
  retracts,
  ...(replaces !== undefined && { replaces }),
  ...(lookup !== undefined && { lookup }),
});
