import { leaverOf } from '../persons.ts';
import type { View } from '../templates.ts';
import { opening, pausesBefore } from './clauses.ts';
import { disagreementView } from './disagreement.ts';
import { effectiveOfDecision, effectiveTogether } from './effective.ts';
import { companyView, separated } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { aftermath } from './officer-departure-aftermath.ts';

type Departure = SentActOf<'officer-departure'>;

/** Whether it was sent that somebody who resigns or retires leaves the company, and not only the office. */
const leavesCompany = ({ act: { leavesBoard, lastDay, consulting } }: Departure): boolean =>
  leavesBoard === true || lastDay !== undefined || consulting !== undefined;

/** Whether the sentence says which office ends, and not that the person leaves the company: they may well stay. */
export const endsOffice = (sent: Departure): boolean => {
  const { manner, keeps, leavesBoard } = sent.act;
  const isKept = sent.stays === true || keeps !== undefined;
  switch (manner) {
    case 'terminated':
      return false;
    case 'left':
      return isKept || leavesBoard === false;
    case 'resigned':
    case 'retired':
      return isKept || !leavesCompany(sent);
    default:
      return true;
  }
};

/** The office that somebody leaves. */
export const officeOf = (sent: Departure, { need }: Narrator): string =>
  need(
    sent,
    sent.act.title,
    `the office that ${sent.act.person?.name ?? 'the officer who leaves'} held`,
    'title',
  );

const effectiveOf = (people: readonly [Departure, ...Departure[]], narrator: Narrator) => {
  const { manner } = people[0].act;
  const factOf = ({ act }: Departure) => `the day on which the departure of ${leaverOf(act)} takes effect`;
  // Who has left, or has been away, is gone, whether or not the day is known; every other end has a day. A system that
  // says only when it was told of a departure, or when that was decided, does not say that it is past.
  const mayBeToCome = people.some(
    ({ isThin = false, act: { decided, noticed } }) => isThin || (decided ?? noticed) !== undefined,
  );
  const isNeeded = manner === 'left' ? mayBeToCome : manner !== 'not-returning';
  const view = effectiveTogether(people, factOf, narrator, isNeeded);
  return manner === 'resigned' ? effectiveOfDecision(view) : view;
};

/** Who leaves, with the title where the sentence does not end with the office; of one who is not named, the office is all. */
const leaverView = (sent: Departure, narrator: Narrator, opens: boolean): View => {
  const { person } = sent.act;
  const title = officeOf(sent, narrator);
  if (person === undefined) return { whose: companyView(narrator).its, title, name: null };
  if (endsOffice(sent)) return { whose: null, title: null, name: person.name };
  return { whose: null, title: opens ? opening(title, narrator.lead) : title, name: person.name };
};

/** The sentence of those who leave alike, and what becomes of each of them. */
export const departed = (people: readonly [Departure, ...Departure[]], narrator: Narrator): View => {
  const [first] = people;
  const { company, lead } = narrator;
  const { manner, cause, reason, tenure, disagreement } = first.act;
  const { future, day, dated } = effectiveOf(people, narrator);
  // A resignation is given when it is announced, whenever it takes effect.
  const isToCome = (future && manner !== 'resigned') || manner === 'not-returning';
  const employment = manner === 'terminated';
  const isNamed = first.act.person !== undefined;
  const office = endsOffice(first);
  return {
    lead,
    people: separated(people.map((sent, index) => leaverView(sent, narrator, index === 0 && !employment))),
    office: office && isNamed ? officeOf(first, narrator) : null,
    from: office || employment || !(isNamed || manner === 'left') ? null : company.shortName,
    plural: people.length > 1,
    many: people.length > 1 && !employment,
    both: people.length === 2 && !employment,
    future: isToCome,
    left: manner === 'left',
    resigned: manner === 'resigned',
    retired: manner === 'retired',
    steppedDown: manner === 'stepped-down',
    notReturning: manner === 'not-returning',
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
    disagreement: disagreementView(disagreement, {
      departures: people.length,
      isDecision: false,
      future: isToCome,
      reference: company.reference,
    }),
    after: people.flatMap((sent) => aftermath(sent, narrator, future)),
  };
};
