import type { Act, Person } from './acts.ts';
import type { Company } from './company.ts';
import { nameKey } from './policy.ts';

type Officers = Company['officers'];

const provisional = new Set(['acting', 'interim']);

/** A title for matching: case and punctuation fall away, and whether it is held for a time only. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !provisional.has(word))
    .join(' ');

const isOffice = (title: string | undefined, officers: Officers): boolean =>
  title !== undefined && officers.some((officer) => titleKey(officer.title) === titleKey(title));

const isOfficer = (person: Person, title: string | undefined, officers: Officers): boolean =>
  officers.some(
    (officer) =>
      (person.id !== undefined && officer.id === person.id) ||
      (nameKey(officer.name) === nameKey(person.name) &&
        title !== undefined &&
        titleKey(officer.title) === titleKey(title)),
  );

/**
 * Whether an act is about somebody who holds or gets a disclosed office, by the profile's list of officers and
 * directors: a person by id, else by name and title together; an appointment also by the office that it fills. Acts
 * that are not about one person always are.
 */
export const isDisclosable = (act: Act, { officers }: Pick<Company, 'officers'>): boolean => {
  switch (act.kind) {
    case 'officer-departure':
      return isOfficer(act.person, act.title, officers);
    case 'officer-appointment':
      return isOffice(act.title, officers) || isOfficer(act.person, act.currentTitle, officers);
    case 'workforce-reduction':
    case 'listing-transfer':
    case 'statement':
      return true;
  }
};
