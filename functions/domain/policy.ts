import type { Act, Person } from './acts.ts';
import type { Company } from './company.ts';
import type { Draft } from './draft.ts';

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'phd', 'md', 'mr', 'ms', 'mrs', 'mx', 'dr']);

/** A name for matching: case, accents, punctuation, initials and titles fall away, so that "W. Barry Gilbert" is "Barry Gilbert". */
export const nameKey = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !suffixes.has(word));
  const long = words.filter((word) => word.length > 1);
  return (long.length > 1 ? long : words).join(' ');
};

/** The people whom an act is about; who speaks in a statement is not one of them. */
const subjectsOf = (act: Act): Person[] => {
  switch (act.kind) {
    case 'officer-departure':
      return [act.person];
    case 'officer-appointment':
      return act.succeeds === undefined ? [act.person] : [act.person, act.succeeds];
    case 'workforce-reduction':
    case 'listing-transfer':
    case 'statement':
      return [];
  }
};

/**
 * Who may decide on a release with these acts. An approver whom an act is about, by id or by name, is recused: not
 * counted and never mailed. A namesake is recused too, because asking the wrong one is worse than asking one fewer.
 */
export const applyPolicy = (
  company: Pick<Company, 'approvers' | 'policy'>,
  acts: readonly Act[],
): Pick<Draft, 'approvers' | 'groups'> => {
  const subjects = acts.flatMap(subjectsOf);
  const ids = new Set(subjects.map(({ id }) => id));
  const names = new Set(subjects.map(({ name }) => nameKey(name)));
  const recused = new Set(
    company.approvers.filter(({ id, name }) => ids.has(id) || names.has(nameKey(name))).map(({ id }) => id),
  );
  return {
    approvers: company.approvers.map(({ id, name, title }) => ({
      id,
      name,
      title,
      ...(recused.has(id) && { recused: 'The release is about this person.' }),
    })),
    groups: company.policy.groups.map(({ id, name, needed, approvers }) => ({
      id,
      name,
      needed,
      approvers: approvers.filter((approver) => !recused.has(approver)),
      recused: approvers.filter((approver) => recused.has(approver)),
    })),
  };
};

/** Those who are asked about a draft: the approvers of its groups, each once; who is recused is in none of them. */
export const askedOf = ({ groups }: Pick<Draft, 'groups'>): string[] => [
  ...new Set(groups.flatMap(({ approvers }) => approvers)),
];
