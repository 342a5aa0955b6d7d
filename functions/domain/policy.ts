import type { Person } from './acts/common.ts';
import type { Act, ActKind } from './acts.ts';
import type { Company } from './company.ts';
import type { Draft } from './draft.ts';
import { withLatinTwins, withoutHidden } from './odd-characters.ts';
import { sharesOffices } from './office-titles.ts';
import { standInFor, standInsOf } from './stand-ins.ts';

const titles = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'phd', 'md', 'mr', 'ms', 'mrs', 'mx', 'dr']);

/**
 * The words of a name for matching: case, accents, punctuation and titles fall away, and so do characters that cannot be
 * seen, and letters that only look like Latin ones.
 */
const wordsOf = (name: string): string[] =>
  (/^[\x20-\x7E]*$/.test(name)
    ? name.toLowerCase()
    : withLatinTwins(withoutHidden(name).normalize('NFKD').replace(/\p{M}/gu, ''))
        .toLowerCase()
        .replaceAll('ı', 'i')
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word));

/** A name for matching, without initials, so that "W. Barry Gilbert" is "Barry Gilbert". */
export const nameKey = (name: string): string => {
  const words = wordsOf(name);
  const long = words.filter((word) => word.length > 1);
  return (long.length > 1 ? long : words).join(' ');
};

const mayBeOneWord = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Whether every word of the shorter list may be one of the longer; a single word must be the last of the other. */
const isWithin = (a: readonly string[], b: readonly string[]): boolean => {
  const [short = [], long = []] = [a, b].sort((x, y) => x.length - y.length);
  return short.length === 1
    ? short[0] === long.at(-1)
    : short.length > 0 && short.every((word) => long.some((other) => mayBeOneWord(word, other)));
};

/**
 * Whether two names may be one person's, in any order, with or without initials and what stands around a name:
 * "Osei, Margaret Ann", "M. Osei", "Ms. Osei" and "Margaret Osei CPA" may all be "Margaret Osei".
 */
export const maySharePerson = (a: string, b: string): boolean =>
  isWithin(wordsOf(a), wordsOf(b)) || isWithin(nameKey(a).split(' '), nameKey(b).split(' '));

/** The people whom an act is about; who speaks in a statement is not one of them, nor who is elected with the whole board. */
const subjectsOf = (act: Act): (Person | undefined)[] => {
  switch (act.kind) {
    case 'officer-departure':
    case 'director-departure':
    case 'director-nomination':
    case 'board-adviser':
    case 'compensation-change':
    case 'trading-plan':
    case 'death':
      return [act.person];
    case 'officer-appointment':
    case 'director-election':
    case 'committee-change':
      return [act.person, act.succeeds];
    case 'chair-change':
      return [act.incoming, act.outgoing];
    default:
      return [];
  }
};

/** What is said about people: acts, and acts that are taken back, which say as much. */
interface Said {
  acts: readonly Act[];
  retracts?: readonly { kind: ActKind; person: Person }[];
}

/** Whether an officer leaves whom nobody names, and who may be the one with this title. */
const mayLeaveUnnamed = (title: string | undefined, acts: readonly Act[]): boolean =>
  title !== undefined &&
  acts.some(
    (act) =>
      act.kind === 'officer-departure' &&
      act.person === undefined &&
      act.title !== undefined &&
      sharesOffices(act.title, title),
  );

/** Whether something that is said is about somebody, by id, by a name that may be theirs or, where none is said, by the office. */
export const isSubject = (
  { id, name, title }: { id?: string; name: string; title?: string },
  { acts, retracts = [] }: Said,
): boolean =>
  mayLeaveUnnamed(title, acts) ||
  [
    ...acts.flatMap(subjectsOf).filter((subject) => subject !== undefined),
    ...retracts.filter(({ kind }) => kind !== 'statement').map(({ person }) => person),
  ].some((subject) => (id !== undefined && subject.id === id) || maySharePerson(subject.name, name));

type Profile = Pick<Company, 'approvers' | 'policy' | 'owner' | 'timeZone'>;
type Seats = Pick<Draft, 'groups' | 'delegations'>;

/**
 * Who may decide on a release that says this, from `now` to `expiresAt`. An approver whom it is about, by id, name or office, is recused:
 * not counted and never mailed, nor is their delegate asked. A namesake is recused too, because asking the wrong one is
 * worse than asking one fewer. Whoever has changed the draft may read it, and does not approve it.
 */
export const applyPolicy = (
  company: Profile,
  said: Said,
  { changedBy = [], ...open }: { now: Date; expiresAt: string; changedBy?: readonly string[] },
): Pick<Draft, 'approvers' | 'groups' | 'delegations' | 'ownerRecused'> => {
  const recused = new Set(
    company.approvers.filter((approver) => isSubject(approver, said)).map(({ id }) => id),
  );
  const out = new Set([...recused, ...changedBy]);
  const { owner } = company;
  const sharesAddress = company.approvers.some(
    ({ id, email }) => recused.has(id) && email.toLowerCase() === owner.email.toLowerCase(),
  );
  return {
    ownerRecused: sharesAddress || isSubject({ name: owner.name }, said),
    approvers: company.approvers.map(({ id, name, title, editor }) => ({
      id,
      name,
      title,
      ...(recused.has(id) && { recused: 'The release is about this person.' }),
      ...(changedBy.includes(id) && { changed: true }),
      ...(editor && { editor }),
    })),
    groups: company.policy.groups.map(({ id, name, needed, stage, approvers, required }) => ({
      id,
      name,
      needed,
      stage,
      approvers: approvers.filter((approver) => !out.has(approver)),
      required,
      recused: approvers.filter((approver) => out.has(approver)),
    })),
    delegations: standInsOf(company, out, open),
  };
};

const membersOf = ({ groups }: Pick<Draft, 'groups'>, stage: number): string[] => [
  ...new Set(groups.filter((group) => group.stage <= stage).flatMap(({ approvers }) => approvers)),
];

/** Those who are asked about a draft at an instant until this stage, each once: the approvers of its groups, or who stands in. */
export const askedOf = (draft: Seats, at: Date, stage = Number.POSITIVE_INFINITY): string[] => [
  ...new Set(membersOf(draft, stage).map((id) => standInFor(draft, id, at)?.delegate ?? id)),
];

/** Those who may decide on a draft at an instant until this stage: who is asked, and who is away but looks in. */
export const decidersOf = (draft: Seats, at: Date, stage = Number.POSITIVE_INFINITY): string[] => [
  ...new Set([...membersOf(draft, stage), ...askedOf(draft, at, stage)]),
];

/** Those who may decide on a draft at some time until this stage. */
export const votersOf = (draft: Seats, stage = Number.POSITIVE_INFINITY): string[] => {
  const members = membersOf(draft, stage);
  const standIns = draft.delegations.filter(({ approver }) => members.includes(approver));
  return [...new Set([...members, ...standIns.map(({ delegate }) => delegate)])];
};
