import type { View } from '../templates.ts';
import { separated, shortPost, titleCase, whenView } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Appointment = SentActOf<'officer-appointment'>;

/**
 * Appointments that one sentence can tell: all, where none has a day or a predecessor of its own; otherwise each has a
 * sentence, because "succeeding A and B" would say something else.
 */
const appointmentsTogether = (appointments: readonly Appointment[]): Appointment[][] => {
  const plain = appointments.every(({ act }) => act.effective === undefined && act.succeeds === undefined);
  if (!plain) return appointments.map((sent) => [sent]);
  return appointments.length === 0 ? [] : [[...appointments]];
};

/** One sentence for appointments: who, from which post, to which, from when, after whom. */
const appointed = (appointments: readonly Appointment[], narrator: Narrator): View => ({
  appointments: separated(
    appointments.map((sent) => {
      const { person, currentTitle, title, capacity, effective, succeeds } = sent.act;
      const { phrase, date, ask } = whenView(effective, narrator.announced);
      return {
        name: person.name,
        currentTitle: currentTitle ?? null,
        comma: narrator.company.house.commas === 'close',
        capacity: capacity ?? null,
        title: narrator.need(sent, title, `the office to which ${person.name} is appointed`),
        phrase,
        date,
        // A release may do without the day of an appointment, but not print one that is in doubt.
        noDate:
          ask === null || effective === undefined
            ? null
            : narrator.need(sent, undefined, ask(`the day on which ${person.name} takes office`)),
        succeeds: succeeds?.name ?? null,
      };
    }),
  ),
});

/** The headline names the company and the offices that are filled. */
const appointmentHeadline = (appointments: readonly Appointment[], narrator: Narrator): View => ({
  company: narrator.company.shortName,
  posts: separated(
    appointments.map((sent) => ({
      capacity: sent.act.capacity === undefined ? null : titleCase(sent.act.capacity),
      post: shortPost(
        narrator.need(sent, sent.act.title, `the office to which ${sent.act.person.name} is appointed`),
      ),
    })),
  ),
});

export const officerAppointment: Composer<'officer-appointment'> = {
  sentences: (acts, narrator) =>
    appointmentsTogether(acts).map((together) => ({ view: appointed(together, narrator), acts: together })),
  headline: appointmentHeadline,
};
