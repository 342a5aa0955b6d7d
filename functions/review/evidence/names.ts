import { type Company, ownerReader } from '../../domain/company.ts';
import type { Said } from '../../domain/evidence/said.ts';
import { operationsReader } from '../../domain/mail-ids.ts';

/** What the facts of a release do not say themselves: the company's name, its owner's, and where its day ends. */
export type Profile = Pick<Company, 'name' | 'timeZone'> & { owner: string };

/** Who stands behind an id that a fact has, as the newest draft that has them names them. */
export const personOf = (
  { drafts }: Pick<Said, 'drafts'>,
  { owner }: Pick<Profile, 'owner'>,
  id: string,
): { who: string; title: string | null } => {
  if (id === ownerReader) return { who: owner, title: null };
  if (id === operationsReader) return { who: 'Whoever runs Gazette', title: null };
  const known = [...drafts.values()]
    .flatMap(({ approvers }) => approvers)
    .findLast((other) => other.id === id);
  return { who: known?.name ?? id, title: known?.title ?? null };
};
