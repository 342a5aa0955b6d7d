import type { View } from '../templates.ts';
import { opening, pausesBefore } from './clauses.ts';
import { aftermath } from './departure-aftermath.ts';
import { effectiveView } from './effective.ts';
import { separated, shortPost, whenKey } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { together } from './together.ts';

type Departure = SentActOf<'officer-departure'>;

/** Whether the sentence says which office ends, and not that the person leaves the company: they may well stay. */
const endsOffice = ({ act: { manner, keeps } }: Departure): boolean =>
  manner === 'stepped-down' || manner === 'removed' || (keeps !== undefined && manner !== 'terminated');

const officeOf = (sent: Departure, { need }: Narrator): string =>
  need(sent, sent.act.title, `the office that ${sent.act.person.name} held`);

/** When they leave: one day for all of them, but where it is in doubt each is asked about. */
const effectiveOf = (people: readonly [Departure, ...Departure[]], narrator: Narrator) => {
  const [first, ...others] = people;
  const viewOf = (sent: Departure) => {
    const fact = `the day on which the departure of ${sent.act.person.name} takes effect`;
    // Who has left already has left, whether or not the day is known; every other end has a day.
    return effectiveView(sent, sent.act.effective, fact, narrator, sent.act.manner !== 'left');
  };
  const { future, day, dated } = viewOf(first);
  const marks = [day, ...others.map((sent) => viewOf(sent).day)].flatMap(({ noDate }) => noDate ?? []);
  const noDate = marks.length === 0 ? null : marks.join(' ');
  return { future, day: { ...day, noDate }, dated: dated || noDate !== null };
};

/** The sentence of those who leave alike, and what becomes of each of them. */
const departed = (people: readonly [Departure, ...Departure[]], narrator: Narrator): View => {
  const [first] = people;
  const { company, lead } = narrator;
  const { manner, cause, reason, tenure, disagreement } = first.act;
  const { future, day, dated } = effectiveOf(people, narrator);
  const employment = manner === 'terminated';
  const office = endsOffice(first);
  return {
    lead,
    people: separated(
      people.map((sent, index) => {
        const title = officeOf(sent, narrator);
        return {
          title: office ? null : index === 0 && !employment ? opening(title, lead) : title,
          name: sent.act.person.name,
        };
      }),
    ),
    office: office ? officeOf(first, narrator) : null,
    from: office || employment ? null : company.shortName,
    plural: people.length > 1,
    many: people.length > 1 && !employment,
    both: people.length === 2 && !employment,
    // A resignation is given when it is announced, whenever it takes effect.
    future: future && manner !== 'resigned',
    left: manner === 'left',
    resigned: manner === 'resigned',
    retired: manner === 'retired',
    steppedDown: manner === 'stepped-down',
    removed: manner === 'removed',
    employment,
    dismissed: employment || manner === 'removed',
    forCause: cause === 'with',
    withoutCause: cause === 'without',
    ...day,
    dated,
    tenure: tenure ?? null,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
    disagreement: disagreement === true,
    noDisagreement: disagreement === false,
    reference: company.reference,
    after: people.flatMap((sent) => aftermath(sent, narrator, future)),
  };
};

/** What people must have in common to leave in one sentence; who keeps a post has a sentence of their own. */
const commonKey = (sent: Departure, index: number): readonly unknown[] => {
  const { manner, effective, reason, cause, tenure, disagreement } = sent.act;
  return [manner, whenKey(effective), reason, cause, tenure, disagreement, endsOffice(sent) && index];
};

/** Those who leave alike have one sentence. The headline names the company and the offices that fall vacant. */
export const officerDeparture: Composer<'officer-departure'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((people, index) => ({
      view: departed(people, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: people,
    })),
  headline: (acts, narrator) => ({
    company: narrator.company.shortName,
    posts: separated(acts.map((sent) => ({ post: shortPost(officeOf(sent, narrator)) }))),
  }),
};
