import type { ActOf } from '../acts.ts';
import { leaverOf } from '../persons.ts';
import { type ActItem, dayOf, type ItemRules, lacking, noLaterThan, regulationFd } from './act-item.ts';
import { directorLeaves } from './director-leaves.ts';
import { isNamedOffice } from './named-offices.ts';
import { officerIsSucceeded } from './predecessors.ts';

const payOfOffice = 'material plans or agreements on pay that go with it, or that there are none';

const officerLeaves = (act: ActOf<'officer-departure'>): ActItem => {
  const certain = isNamedOffice(act.title);
  const { person, title } = act;
  const day = noLaterThan(dayOf(act.noticed ?? act.decided), act.effective);
  return {
    item: '5.02(b)',
    certain,
    why: certain
      ? `${person === undefined ? `The ${title}` : `${title} ${person.name}`} leaves.`
      : `Check whether ${leaverOf(act)} holds an office that Item 5.02(b) names or is a named executive officer.`,
    day,
    missing: lacking([
      [day, 'the day of the notice of the decision'],
      [act.effective, 'the day on which it takes effect'],
    ]),
  };
};

const whyOfficerComes = ({ person: { name }, title, manner }: ActOf<'officer-appointment'>): string => {
  if (!isNamedOffice(title)) return `Check whether ${name} holds an office that Item 5.02(c) names.`;
  return manner === 'reappointed'
    ? `Item 5.02(c) is about a new officer: it applies if ${name} has not been ${title} until now.`
    : `${name} is appointed ${title}.`;
};

const officerComes = (act: ActOf<'officer-appointment'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '5.02(c)',
    certain: isNamedOffice(act.title) && act.manner !== 'reappointed',
    why: whyOfficerComes(act),
    day,
    missing: [
      ...lacking([
        [day, 'the day of the appointment'],
        [act.person.age, 'the age (Item 401(b))'],
        [act.person.biography, 'the business experience of the last five years (Regulation S-K Item 401(e))'],
      ]),
      'family relationships (Item 401(d)) and transactions with the company (Item 404(a)), or that there are none',
      payOfOffice,
    ],
  };
};

const standIn: ActItem = {
  item: '5.02(c)',
  certain: false,
  why: 'Whoever takes over an office that Item 5.02(c) names, even for a time, comes under it.',
  day: undefined,
  missing: ['the day of the appointment', 'who takes over, and what Item 5.02(c) asks about that person'],
};

/** The items of acts about officers. */
export const officerItems: ItemRules<'officer-departure' | 'officer-appointment' | 'death'> = {
  'officer-departure': (act) => [
    officerLeaves(act),
    ...(act.leavesBoard === true ? directorLeaves(act) : []),
  ],
  'officer-appointment': (act) => [
    act.manner === 'continues'
      ? regulationFd('Nobody is appointed where an officer goes on in office.')
      : officerComes(act),
    ...officerIsSucceeded(act),
  ],
  death: (act) => [
    regulationFd('A death is no event of Item 5.02(b).'),
    ...(act.cover === undefined ? [] : [standIn]),
  ],
};
