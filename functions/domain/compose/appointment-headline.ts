import type { View } from '../templates.ts';
import { postOf } from './appointment-details.ts';
import { separated, shortPost, titleCase } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Appointment = SentActOf<'officer-appointment'>;

const headlineCapacity = ({ manner, capacity }: Appointment['act']) => {
  const permanent = manner === 'made-permanent';
  return { permanent, capacity: permanent || capacity === undefined ? null : titleCase(capacity) };
};

/** The headline names the company, the offices that are filled, and the person if it is one. */
export const appointmentHeadline = (
  appointments: readonly [Appointment, ...Appointment[]],
  narrator: Narrator,
): View => {
  const [{ act, departure }, ...others] = appointments;
  const alone = others.length === 0;
  const promotes = alone && act.manner === 'promoted';
  const reappoints = appointments.every((sent) => sent.act.manner === 'reappointed');
  return {
    company: narrator.company.shortName,
    // A departure that the headline of an appointment cannot name must not be missing from it.
    changes: !alone && appointments.some((sent) => sent.departure !== undefined),
    person: alone ? act.person.name : null,
    predecessor: (alone && departure?.act.person.name) || null,
    promotes,
    reappoints,
    posts: separated(
      appointments.map((sent) => ({
        ...headlineCapacity(sent.act),
        post: shortPost(postOf(sent, narrator)),
      })),
    ),
  };
};
