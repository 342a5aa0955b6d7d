import { ownerReader } from '../domain/company.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import type { Visit } from './visit.ts';

/** Whether a reader may supply facts and edit the wording: the owner, or an approver with that right. */
export const mayEdit = ({ approver, company }: Pick<Visit, 'approver' | 'company'>): boolean =>
  approver === ownerReader || company.approvers.some(({ id, editor }) => id === approver && editor);

/** The path of the page of a draft: an approver's link opens it, and the owner's opens the status of the release. */
export const pathOf = ({ path, approver }: Pick<Visit, 'path' | 'approver'>): string =>
  approver === ownerReader ? `${path}/draft` : path;

/** Where a reader of a draft can go from its page; null for what is not theirs, or not there. */
export const linksOf = (
  visit: Visit,
  { draft: { draft }, outcome, keys }: Pick<Standing, 'draft' | 'outcome' | 'keys'>,
): View => {
  const isOwner = visit.approver === ownerReader;
  const isFrozen = visit.frozenAt !== undefined;
  const isOver = keys.published || outcome?.outcome === 'approved' || outcome?.outcome === 'withdrawn';
  const below = (page: string, there = true): string | null => (there ? `${visit.path}/${page}` : null);
  return {
    status: isOwner ? visit.path : null,
    changes: below('changes', draft > 1 && !isFrozen),
    edit: below('edit', mayEdit(visit) && !isOver && !isFrozen),
    evidence: below('evidence', isOwner),
    notMe: below('not-me', !isFrozen),
  };
};
