import type { DraftMailKind } from './facts.ts';
import { ordinal } from './ordinal.ts';

/** What stands in a mail's id where it goes to whoever runs Gazette. */
export const operationsReader = 'operations';

/** Ids of mails in the outbox of a release: whatever asks for the same mail twice writes the same key. */
export const mailIds = {
  /** A mail about a draft: for an approver, or for the owner where none is named; numbered where there may be several. */
  of: (kind: DraftMailKind, draft: number, approver?: string, number?: number) =>
    [kind, ordinal(draft), approver, number].filter((part) => part !== undefined).join('-'),
  massChange: (source: string, window: string) => `mass-change-${source}-${window}`,
  tooLate: (event: string) => `too-late-${event}`,
};

/** The number of the code in a mail's id, and whom it is for; undefined for a mail of another kind. */
export const codeOfMail = (mail: string): { approver: string; code: number } | undefined => {
  const [, approver, code] = /^code-\d{4,}-(.+)-(\d+)$/.exec(mail) ?? [];
  return approver === undefined ? undefined : { approver, code: Number(code) };
};
