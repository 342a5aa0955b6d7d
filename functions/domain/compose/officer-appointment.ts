import type { View } from '../templates.ts';
import { effectiveView } from './effective.ts';
import { separated, shortNameOf, shortPost, titleCase, whenView } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';

type Appointment = SentActOf<'officer-appointment'>;

const postOf = (sent: Appointment, { need }: Narrator): string =>
  need(sent, sent.act.title, `the office to which ${sent.act.person.name} is appointed`);

const capacityOf = (sent: Appointment, { need }: Narrator): string | null => {
  const { capacity, manner, person } = sent.act;
  return capacity !== undefined && manner === 'made-permanent'
    ? need(sent, undefined, `whether ${person.name} is ${capacity} or permanent`)
    : (capacity ?? null);
};

/** The office and those that follow it, each with its day; a release may do without the day of the first. */
const postsOf = (sent: Appointment, narrator: Narrator): View[] => {
  const { act } = sent;
  const fact = `the day on which ${act.person.name} takes office`;
  const posts = [{ title: postOf(sent, narrator), effective: act.effective }, ...(act.stages ?? [])];
  return posts.map(({ title, effective }, index) => {
    const { day } = effectiveView(sent, effective, fact, narrator);
    const left = posts.length - 1 - index;
    const permanent = act.manner === 'made-permanent' && index === 0;
    return { title, permanent, ...day, separator: left === 0 ? '' : left > 1 ? ', ' : ', and ' };
  });
};

/** How the predecessor leaves, where no other sentence says it; see `pairSuccessions`. */
const departureView = ({ departure }: Appointment, { company, announced }: Narrator): View | null => {
  if (departure === undefined) return null;
  const { manner, effective } = departure.act;
  const { date, future } = whenView(effective, announced);
  return {
    left: manner === 'left',
    retired: manner === 'retired',
    steppedDown: manner === 'stepped-down',
    resigned: manner === 'resigned',
    company: company.shortName,
    future,
    date,
  };
};

const appointedView = (sent: Appointment, narrator: Narrator): View => {
  const { person, manner = 'appointed', currentTitle, succeeds } = sent.act;
  const { age } = person;
  const closes = narrator.company.house.commas === 'close';
  return {
    name: person.name,
    age: age ?? null,
    currentTitle: currentTitle ?? null,
    comma: currentTitle === undefined ? age !== undefined : closes,
    promoted: manner === 'promoted',
    reappointed: manner === 'reappointed',
    appointed: manner === 'appointed' || manner === 'made-permanent',
    capacity: capacityOf(sent, narrator),
    posts: postsOf(sent, narrator),
    succeeds: succeeds?.name ?? null,
    departure: departureView(sent, narrator),
  };
};

/** What the person "will" do in office, and in the one that they keep. */
const prospects = ({ act }: Appointment): View[] => {
  const { person, term, until, reportsTo, keeps } = act;
  const none = { serves: false, term: null, until: null, reportsTo: null, keeps: null };
  const items = [
    ...(term === undefined && until === undefined
      ? []
      : [{ ...none, serves: true, term: term ?? null, until: until ?? null }]),
    ...(reportsTo === undefined ? [] : [{ ...none, reportsTo }]),
    ...(keeps === undefined ? [] : [{ ...none, keeps }]),
  ];
  return items.length === 0 ? [] : [{ name: shortNameOf(person), items: separated(items) }];
};

const appointed = (appointments: readonly Appointment[], narrator: Narrator): View => ({
  appointments: separated(appointments.map((sent) => appointedView(sent, narrator))),
  prospects: appointments.flatMap(prospects),
});

/**
 * Appointments that one sentence can tell: all, where none has a day, a later post or a predecessor; otherwise each has
 * a sentence, because "succeeding A and B" would say something else.
 */
const appointmentsTogether = (appointments: readonly Appointment[]): Appointment[][] => {
  const isPlain = appointments.every(
    ({ act: { effective, succeeds, stages } }) => (effective ?? succeeds ?? stages) === undefined,
  );
  if (!isPlain) return appointments.map((sent) => [sent]);
  return appointments.length === 0 ? [] : [[...appointments]];
};

/** The headline names the company, the offices that are filled, and the person if it is one. */
const appointmentHeadline = (
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
        permanent: sent.act.manner === 'made-permanent',
        capacity: sent.act.capacity === undefined ? null : titleCase(sent.act.capacity),
        post: shortPost(postOf(sent, narrator)),
      })),
    ),
  };
};

export const officerAppointment: Composer<'officer-appointment'> = {
  sentences: (acts, narrator) =>
    appointmentsTogether(acts).map((group) => ({ view: appointed(group, narrator), acts: group })),
  headline: appointmentHeadline,
};
