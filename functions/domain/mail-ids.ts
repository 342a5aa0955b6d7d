import type { ownerReader } from './company.ts';
import type { DraftMailKind } from './facts.ts';
import { ordinal } from './ordinal.ts';

/** What stands in a mail's id where it goes to whoever runs Gazette. */
export const operationsReader = 'operations';

/** Ids of mails in the outbox of a release: whatever asks for the same mail twice writes the same key. */
export const mailIds = {
  /** A mail about a draft: for an approver, or for the owner where none is named; numbered where there may be several. */
  of: (kind: DraftMailKind, draft: number, approver?: string, number?: number) =>
    [kind, ordinal(draft), approver, number].filter((part) => part !== undefined).join('-'),
  /** A mail that asks an approver of a group anew, in the place of somebody who has gone away; `~` is in no approver's id. */
  standIn: (draft: number, delegate: string, absent: string) =>
    `ask-${ordinal(draft)}-${delegate}-~${absent}`,
  /** A mail that a draft is at risk, by the kinds of reason that it tells of first. */
  atRisk: (draft: number, kinds: readonly string[], reader?: typeof operationsReader) =>
    ['at-risk', ordinal(draft), reader, kinds.join('.')].filter((part) => part !== undefined).join('-'),
  /** A mail to one of two that somebody says, of what was published, that it was not them. */
  notMe: (draft: number, by: string, reader: typeof ownerReader | typeof operationsReader) =>
    ['not-me', ordinal(draft), reader, by].join('-'),
  massChange: (source: string, window: string) => `mass-change-${source}-${window}`,
  tooLate: (event: string) => `too-late-${event}`,
};

/** Among these mails, by their ids, those that ask an approver about a draft: their own, and each in the place of another. */
export const asksTo = (mails: ReadonlySet<string>, draft: number, approver: string): string[] => {
  const inPlaceOf = mailIds.standIn(draft, approver, '');
  return [...mails].filter(
    (mail) => mail === mailIds.of('ask', draft, approver) || mail.startsWith(inPlaceOf),
  );
};

/** Whom a mail of a kind that is numbered is for, and its number, from the mail's id; undefined for a mail of another kind. */
export const numberedMail = (
  kind: DraftMailKind,
  mail: string,
): { approver: string; number: number } | undefined => {
  const [, approver, number] = mail.startsWith(`${kind}-`)
    ? (/^\d{4,}-(.+)-(\d+)$/.exec(mail.slice(kind.length + 1)) ?? [])
    : [];
  return approver === undefined ? undefined : { approver, number: Number(number) };
};

/** The number of the code in a mail's id, and whom it is for; undefined for a mail of another kind. */
export const codeOfMail = (mail: string): { approver: string; code: number } | undefined => {
  const found = numberedMail('code', mail);
  return found && { approver: found.approver, code: found.number };
};
