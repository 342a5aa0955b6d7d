import type { View } from '../templates.ts';
import { postOf } from './appointment-details.ts';
import { separated, shortPost, titleCase } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { isOffice } from './succession.ts';

type Appointment = SentActOf<'officer-appointment'>;
type Appointments = readonly [Appointment, ...Appointment[]];

const headlineCapacity = ({ manner, capacity }: Appointment['act']) => {
  const permanent = manner === 'made-permanent';
  return { permanent, capacity: permanent || capacity === undefined ? null : titleCase(capacity) };
};

/** The office in which somebody follows; else the one that they take first. */
const headlinePost = (sent: Appointment, narrator: Narrator): string => {
  const left = sent.departure?.act.title;
  return left !== undefined && isOffice(left, sent.act) ? left : postOf(sent, narrator);
};

const goesOn = ({ act }: Appointment): boolean => act.manner === 'continues';

/** Who takes an office; those who go on in theirs are news only where nobody does. */
const newsIn = (appointments: Appointments): Appointments => {
  const [first, ...others] = appointments.filter((sent) => !goesOn(sent));
  return first === undefined ? appointments : [first, ...others];
};

/** The headline names the company, the offices that are filled, and the person if it is one. */
export const appointmentHeadline = (sent: Appointments, narrator: Narrator): View => {
  const appointments = newsIn(sent);
  const [first, ...others] = appointments;
  const { act, departure } = first;
  const alone = others.length === 0;
  const promotes = alone && act.manner === 'promoted';
  const reappoints = appointments.every((sent) => sent.act.manner === 'reappointed');
  const followed = alone ? departure?.act.person?.name : undefined;
  // Who is followed as "Interim CFO" would have been interim, too.
  const { permanent, capacity } = headlineCapacity(act);
  const isAs = !permanent && capacity === null && isOffice(departure?.act.title, act);
  return {
    company: narrator.company.shortName,
    // A departure that the headline of an appointment cannot name must not be missing from it.
    changes: !alone && appointments.some((sent) => sent.departure !== undefined),
    person: alone ? act.person.name : null,
    predecessor: (isAs && followed) || null,
    succeeding: (!isAs && followed) || null,
    continues: goesOn(first),
    promotes,
    reappoints,
    posts: separated(
      appointments.map((sent) => ({
        ...headlineCapacity(sent.act),
        post: shortPost(headlinePost(sent, narrator)),
      })),
    ),
  };
};
