import type { ActOf } from '../acts.ts';
import { leaverOf } from '../persons.ts';
import { type ActItem, dayOf, type ItemRules, lacking, noLaterThan, regulationFd } from './act-item.ts';
import { directorLeaves } from './director-leaves.ts';
import { type OfficeKind, officeKind } from './named-offices.ts';
import { officerIsSucceeded } from './predecessors.ts';

const payOfOffice = 'material plans or agreements on pay that go with it, or that there are none';

const whyOfficerLeaves = (act: ActOf<'officer-departure'>, office: OfficeKind): string => {
  const { person, title } = act;
  switch (office) {
    case 'named':
      return `${person === undefined ? `The ${title}` : `${title} ${person.name}`} leaves.`;
    case 'narrowed':
      return `"${title}" may be less than that office of the company itself, such as that of a division: check whether Item 5.02(b) names it, or whether ${leaverOf(act)} is a named executive officer.`;
    case 'other':
      return `Check whether ${leaverOf(act)} holds an office that Item 5.02(b) names or is a named executive officer.`;
  }
};

const officerLeaves = (act: ActOf<'officer-departure'>, ownNames: readonly string[]): ActItem => {
  const office = officeKind(act.title, ownNames);
  const day = noLaterThan(dayOf(act.noticed ?? act.decided), act.effective);
  return {
    item: '5.02(b)',
    certain: office === 'named',
    why: whyOfficerLeaves(act, office),
    day,
    missing: lacking([
      [day, 'the day of the notice of the decision'],
      [act.effective, 'the day on which it takes effect'],
    ]),
  };
};

const whyOfficerComes = (
  { person: { name }, title, manner }: ActOf<'officer-appointment'>,
  office: OfficeKind,
): string => {
  if (office === 'other') return `Check whether ${name} holds an office that Item 5.02(c) names.`;
  if (office === 'narrowed')
    return `"${title}" may be less than that office of the company itself, such as that of a division: check whether Item 5.02(c) names it.`;
  return manner === 'reappointed'
    ? `Item 5.02(c) is about a new officer: it applies if ${name} has not been ${title} until now.`
    : `${name} is appointed ${title}.`;
};

const officerComes = (act: ActOf<'officer-appointment'>, ownNames: readonly string[]): ActItem => {
  const office = officeKind(act.title, ownNames);
  const day = dayOf(act.decided);
  return {
    item: '5.02(c)',
    certain: office === 'named' && act.manner !== 'reappointed',
    why: whyOfficerComes(act, office),
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
  'officer-departure': (act, ownNames) => [
    officerLeaves(act, ownNames),
    ...(act.leavesBoard === true ? directorLeaves(act) : []),
  ],
  'officer-appointment': (act, ownNames) => [
    act.manner === 'continues'
      ? regulationFd('Nobody is appointed where an officer goes on in office.')
      : officerComes(act, ownNames),
    ...officerIsSucceeded(act, ownNames),
  ],
  death: (act) => [
    regulationFd('A death is no event of Item 5.02(b).'),
    ...(act.cover === undefined ? [] : [standIn]),
  ],
};
