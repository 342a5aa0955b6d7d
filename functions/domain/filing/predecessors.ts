import type { Person } from '../acts/common.ts';
import type { Act, ActOf } from '../acts.ts';
import { isSameTitle } from '../office-titles.ts';
import { isSamePerson, personKey } from '../persons.ts';
import type { ActItem } from './act-item.ts';
import { officeKind } from './named-offices.ts';

const isAbout = (act: Act, person: Person): boolean =>
  'person' in act && act.person !== undefined && isSamePerson(personKey(act.person), personKey(person));

/** That somebody leaves whom another follows: an event of its own, which the release may tell or an earlier report may have. */
const leaves = ({ name }: Person, doubt: string, isTold: (other: Act) => boolean): ActItem => ({
  item: '5.02(b)',
  certain: false,
  why: `That ${name} leaves is an event of its own${doubt}, unless it has been reported.`,
  day: undefined,
  missing: [`the day of the notice of the decision of ${name}, or the report that told of it`],
  unless: isTold,
});

/**
 * The question that the appointment of a successor leaves open; nothing where nobody is succeeded. `ownNames` is what the
 * company calls itself.
 */
export const officerIsSucceeded = (
  { succeeds, title }: ActOf<'officer-appointment'>,
  ownNames: readonly string[],
): ActItem[] =>
  succeeds === undefined
    ? []
    : [
        leaves(
          succeeds,
          officeKind(title, ownNames) === 'named' ? '' : ' if the office is one that Item 5.02(b) names',
          (other) =>
            other.kind === 'death'
              ? isAbout(other, succeeds)
              : other.kind === 'officer-departure' &&
                (other.person === undefined
                  ? other.title !== undefined && title !== undefined && isSameTitle(other.title, title)
                  : isAbout(other, succeeds)),
        ),
      ];

/** The same for a director. */
export const directorIsSucceeded = ({ succeeds }: ActOf<'director-election'>): ActItem[] =>
  succeeds === undefined
    ? []
    : [
        leaves(
          succeeds,
          '',
          (other) =>
            isAbout(other, succeeds) &&
            (other.kind === 'director-departure' ||
              other.kind === 'death' ||
              (other.kind === 'officer-departure' && other.leavesBoard === true)),
        ),
      ];
