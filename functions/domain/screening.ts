import type { IntroducedPerson } from './acts/common.ts';
import type { Act, ActKind, ActOf } from './acts.ts';
import { introducedAsListed, personAsListed, titleAsListed } from './as-listed.ts';
import type { EventFact } from './event.ts';
import { isSameOffice, isSameTitle } from './office-titles.ts';
import {
  isNamesake,
  isOffice,
  type Officer,
  officersMeant,
  type Roster,
  type SentPerson,
} from './officers.ts';

/** An act whose person may lack a name, or bear an id of the source's own. */
export type SentAct =
  | (Omit<ActOf<'officer-departure'>, 'person'> & { person?: SentPerson | undefined })
  | (Omit<ActOf<'officer-appointment'>, 'person'> & { person: Partial<IntroducedPerson> })
  | Exclude<Act, ActOf<'officer-departure' | 'officer-appointment'>>;

/** An act of a person that is off, and the office that it was about, where that was sent. */
export interface SentRetraction {
  kind: ActKind;
  person: SentPerson;
  title?: string;
}

/** How people are found, and whether only those are let through who hold or get a disclosed office. */
export type Screen = Roster & { officersOnly: boolean };

type Retraction = EventFact['data']['retracts'][number];

/** Who is meant: nobody, somebody who is one of several officers of a name, or one officer. */
interface Finding {
  isListed: boolean;
  officer: Officer | undefined;
}

const find = (person: SentPerson, titles: readonly (string | undefined)[], screen: Screen): Finding => {
  const meant = officersMeant(
    person,
    titles.filter((title) => title !== undefined),
    screen,
  );
  return { isListed: meant.length > 0, officer: meant.length === 1 ? meant[0] : undefined };
};

/** An office whose coming and going is disclosed; one who only shares an officer's name is not in it, whatever the title. */
const isFromOffice = (person: SentPerson, title: string | undefined, screen: Screen): boolean =>
  isOffice(title, screen) && !isNamesake(person, screen);

const departure = (act: Extract<SentAct, { kind: 'officer-departure' }>, screen: Screen): Act | undefined => {
  if (act.person === undefined) {
    const { person: _, ...unnamed } = act;
    return !screen.officersOnly || isOffice(act.title, screen) ? unnamed : undefined;
  }
  const { isListed, officer } = find(act.person, [act.title], screen);
  const person = personAsListed(act.person, officer, screen);
  const discloses = isListed || isFromOffice(act.person, act.title, screen);
  if (person === undefined || (screen.officersOnly && !discloses)) return undefined;
  const title = act.title === undefined ? officer?.title : titleAsListed(act.title, officer, screen);
  return { ...act, person, ...(title !== undefined && { title }) };
};

/** Whether another system only says again what the profile has, as it does at every change of its record. */
const isNoNews = (
  { title, capacity }: Pick<ActOf<'officer-appointment'>, 'title' | 'capacity'>,
  officer: Officer | undefined,
  { ids, officersOnly }: Screen,
): boolean =>
  officersOnly &&
  ids !== 'profile' &&
  capacity === undefined &&
  title !== undefined &&
  officer !== undefined &&
  isSameTitle(officer.title, title);

/** The office of the profile is the one held until now; which one is new only the delivery can say. */
const appointment = (
  act: Extract<SentAct, { kind: 'officer-appointment' }>,
  screen: Screen,
): Act | undefined => {
  const { isListed, officer } = find(act.person, [act.currentTitle, act.title], screen);
  const person = introducedAsListed(act.person, officer, screen);
  if (person === undefined || (screen.officersOnly && !isListed && !isOffice(act.title, screen)))
    return undefined;
  if (isNoNews(act, officer, screen)) return undefined;
  const { title, succeeds } = act;
  const held =
    title === undefined || officer === undefined || isSameOffice(officer.title, title)
      ? undefined
      : officer.title;
  const currentTitle = act.currentTitle ?? held;
  const predecessor = succeeds && personAsListed(succeeds, find(succeeds, [], screen).officer, screen);
  const { succeeds: _, ...rest } = act;
  return {
    ...rest,
    person,
    ...(currentTitle !== undefined && { currentTitle }),
    ...(predecessor !== undefined && { succeeds: predecessor }),
  };
};

/** Whether an act that keeps its person as sent is about an officer, or about no one person, or need not be. */
const isAboutOfficer = (
  { person, title }: ActOf<'death' | 'compensation-change' | 'trading-plan'>,
  screen: Screen,
): boolean => person === undefined || !screen.officersOnly || find(person, [title], screen).isListed;

/** An act with its person as the profile has them; undefined where it is about nobody whom the company discloses. */
const screenedAct = (act: SentAct, screen: Screen): Act | undefined => {
  switch (act.kind) {
    case 'officer-departure':
      return departure(act, screen);
    case 'officer-appointment':
      return appointment(act, screen);
    case 'death':
    case 'compensation-change':
    case 'trading-plan':
      return isAboutOfficer(act, screen) ? act : undefined;
    default:
      return act;
  }
};

/** What is off is screened as what it takes back was, or an announcement could not be stopped. */
const screenedRetraction = (
  { kind, person: sent, title }: SentRetraction,
  screen: Screen,
): Retraction | undefined => {
  const { isListed, officer } = find(sent, [title], screen);
  const person = personAsListed(sent, officer, screen);
  const discloses =
    isListed ||
    (kind === 'officer-appointment' ? isOffice(title, screen) : isFromOffice(sent, title, screen));
  return person === undefined || (screen.officersOnly && !discloses) ? undefined : { kind, person };
};

/**
 * The acts and retractions that a company discloses, their people with the ids, titles and forms of address of its
 * profile. Acts about no one person always are; a person without a name, sent or listed, cannot be announced.
 */
export const screened = (
  { acts, retracts }: { acts: readonly SentAct[]; retracts: readonly SentRetraction[] },
  screen: Screen,
): Pick<EventFact['data'], 'acts' | 'retracts'> => ({
  acts: acts.map((act) => screenedAct(act, screen)).filter((act) => act !== undefined),
  retracts: retracts.map((one) => screenedRetraction(one, screen)).filter((one) => one !== undefined),
});
