import type { Person } from '../acts/common.ts';
import type { Act, ActOf } from '../acts.ts';
import { isSamePerson, personKey } from '../persons.ts';
import type { SentAct } from './narrator.ts';

/** Who has a post in the company, or on its board, by an act. */
const holdersOf = (act: Act): readonly (Person | undefined)[] => {
  switch (act.kind) {
    case 'officer-appointment':
    case 'director-election':
    case 'board-adviser':
      return [act.person];
    case 'chair-change':
      return [act.incoming, act.outgoingNext === undefined ? undefined : act.outgoing];
    default:
      return [];
  }
};

const isOneOf = (person: Person, others: readonly (Person | undefined)[]): boolean =>
  others.some((other) => other !== undefined && isSamePerson(personKey(person), personKey(other)));

/** An officer's departure without what the departure of the same person from the board tells. */
const withoutBoard = (sent: SentAct, acts: readonly SentAct[]): SentAct => {
  const { act } = sent;
  if (act.kind !== 'officer-departure' || act.person === undefined) return sent;
  const { person, disagreement } = act;
  const isOfSame = (other: Act): other is ActOf<'director-departure'> =>
    other.kind === 'director-departure' && isOneOf(person, [other.person]);
  const other = acts.map((one) => one.act).find(isOfSame);
  if (other === undefined) return sent;
  return {
    ...sent,
    act: {
      ...act,
      leavesBoard: undefined,
      disagreement: other.disagreement === disagreement ? undefined : disagreement,
    },
  };
};

/**
 * Tells each departure of an officer what other acts say of the same person: that they stay in another post, so that they
 * leave the office and not the company; and that they leave the board, which is told once.
 */
export const markOtherActs = (acts: readonly SentAct[]): SentAct[] => {
  const holders = acts.flatMap(({ act }) => holdersOf(act));
  return acts.map((sent) => {
    const { act } = sent;
    const stays =
      act.kind === 'officer-departure' && act.person !== undefined && isOneOf(act.person, holders);
    return { ...withoutBoard(sent, acts), ...(stays && { stays }) };
  });
};
