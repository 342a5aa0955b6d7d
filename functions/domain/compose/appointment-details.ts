import type { View } from '../templates.ts';
import { effectiveOfDecision, effectiveView } from './effective.ts';
import { separated, shortNameOf, whenView } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Appointment = SentActOf<'officer-appointment'>;

/** The office that the appointment fills. */
export const postOf = (sent: Appointment, { need }: Narrator): string =>
  need(sent, sent.act.title, `the office to which ${sent.act.person.name} is appointed`, 'title');

/** Acting or interim; what is permanent cannot be either, and is asked about. */
export const capacityOf = (sent: Appointment, { need }: Narrator): string | null => {
  const { capacity, manner, person } = sent.act;
  return capacity !== undefined && manner === 'made-permanent'
    ? need(sent, undefined, `whether ${person.name} is ${capacity} or permanent`)
    : (capacity ?? null);
};

/** The office and those that follow it, each with its day; a release may do without the day of the first. */
export const postsOf = (sent: Appointment, narrator: Narrator): View[] => {
  const { act } = sent;
  const fact = `the day on which ${act.person.name} takes office`;
  const posts = [{ title: postOf(sent, narrator), effective: act.effective }, ...(act.stages ?? [])];
  return posts.map(({ title, effective }, index) => {
    const path = index === 0 ? 'effective' : `stages.${index - 1}.effective`;
    const said = effectiveView(sent, effective, fact, narrator, false, path);
    const { day } = act.manner === 'continues' ? said : effectiveOfDecision(said);
    const left = posts.length - 1 - index;
    const permanent = act.manner === 'made-permanent' && index === 0;
    return { title, permanent, ...day, separator: left === 0 ? '' : left > 1 ? ', ' : ', and ' };
  });
};

/** How the predecessor leaves, where no other sentence says it; see `pairSuccessions`. */
export const departureView = ({ departure }: Appointment, { company, announced }: Narrator): View | null => {
  if (departure === undefined) return null;
  const { manner, effective } = departure.act;
  const { date, future } = whenView(effective, announced);
  return {
    left: manner === 'left',
    retired: manner === 'retired',
    steppedDown: manner === 'stepped-down',
    resigned: manner === 'resigned',
    company: departure.stays === true ? null : company.shortName,
    future,
    date,
  };
};

/** What the person "will" do in office, and in the one that they keep; how long somebody goes on is said before. */
export const prospects = ({ act }: Appointment): View[] => {
  const { person, manner, term, until, reportsTo, keeps } = act;
  const none = { serves: false, term: null, until: null, reportsTo: null, keeps: null };
  const items = [
    ...(manner === 'continues' || (term ?? until) === undefined
      ? []
      : [{ ...none, serves: true, term: term ?? null, until: until ?? null }]),
    ...(reportsTo === undefined ? [] : [{ ...none, reportsTo }]),
    ...(keeps === undefined ? [] : [{ ...none, keeps }]),
  ];
  return items.length === 0 ? [] : [{ name: shortNameOf(person), items: separated(items) }];
};
