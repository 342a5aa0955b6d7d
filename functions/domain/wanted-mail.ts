import type { Draft } from './draft.ts';
import type { DraftMailKind } from './facts.ts';
import { mailIds, operationsReader } from './mail-ids.ts';

/** A mail that must be asked for: to an approver, to whoever runs Gazette, or to the owner where neither is said. */
export interface WantedMail {
  id: string;
  kind: DraftMailKind;
  approver?: string;
  operations?: true;
}

/** A mail to an approver; numbered where there may be several. */
export const toApprover = (
  kind: DraftMailKind,
  draft: number,
  approver: string,
  number?: number,
): WantedMail => ({
  id: mailIds.of(kind, draft, approver, number),
  kind,
  approver,
});

/** A mail to the owner. */
export const toOwner = (kind: DraftMailKind, draft: number): WantedMail => ({
  id: mailIds.of(kind, draft),
  kind,
});

/** A mail to whoever runs Gazette. */
export const toOperations = (kind: DraftMailKind, draft: number): WantedMail => ({
  id: mailIds.of(kind, draft, operationsReader),
  kind,
  operations: true,
});

/** The editors whom a draft that lacks something, or for which changes are asked, is put before. */
export const toEditors = ({ draft }: { draft: Draft }, told: readonly string[]): WantedMail[] =>
  draft.approvers
    .filter(({ id, editor, recused }) => editor === true && recused === undefined && !told.includes(id))
    .map(({ id }) => toApprover('edit', draft.draft, id));
