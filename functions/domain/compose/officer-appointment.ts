import type { View } from '../templates.ts';
import { capacityOf, departureView, postsOf, prospects } from './appointment-details.ts';
import { appointmentHeadline } from './appointment-headline.ts';
import { separated } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Appointment = SentActOf<'officer-appointment'>;

/** Who takes which office, from when and after whom. */
const appointedView = (sent: Appointment, narrator: Narrator): View => {
  const { person, manner = 'appointed', currentTitle, subjectTo, succeeds, term, until } = sent.act;
  const { age } = person;
  const continues = manner === 'continues';
  const posts = postsOf(sent, narrator);
  const closes = narrator.company.house.commas === 'close';
  return {
    name: person.name,
    age: age ?? null,
    currentTitle: currentTitle ?? null,
    comma: currentTitle === undefined ? age !== undefined : closes,
    continues,
    promoted: manner === 'promoted',
    reappointed: manner === 'reappointed',
    appointed: manner === 'appointed' || manner === 'made-permanent',
    capacity: capacityOf(sent, narrator),
    posts,
    pause: posts.at(-1)?.['date'] !== null,
    term: (continues && term) || null,
    until: (continues && until) || null,
    subjectTo: subjectTo ?? null,
    succeeds: succeeds?.name ?? null,
    departure: departureView(sent, narrator),
  };
};

const appointed = (appointments: readonly Appointment[], narrator: Narrator): View => ({
  appointments: separated(appointments.map((sent) => appointedView(sent, narrator))),
  prospects: appointments.flatMap(prospects),
});

/**
 * Appointments that one sentence can tell: all, where none has a day, a condition, a later post or a predecessor;
 * otherwise each has a sentence, because "succeeding A and B" would say something else.
 */
const appointmentsTogether = (appointments: readonly Appointment[]): Appointment[][] => {
  const isPlain = appointments.every(
    ({ act: { effective, subjectTo, succeeds, stages } }) =>
      (effective ?? subjectTo ?? succeeds ?? stages) === undefined,
  );
  if (!isPlain) return appointments.map((sent) => [sent]);
  return appointments.length === 0 ? [] : [[...appointments]];
};

/** The headline names the company, the offices that are filled, and the person if it is one. */
export const officerAppointment: Composer<'officer-appointment'> = {
  sentences: (acts, narrator) =>
    appointmentsTogether(acts).map((group) => ({ view: appointed(group, narrator), acts: group })),
  headline: appointmentHeadline,
};
