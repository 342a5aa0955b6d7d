import type { Draft } from './draft.ts';
import type { MailFate } from './keys.ts';
import { mailIds } from './mail-ids.ts';
import type { ReleaseKeys } from './release-keys.ts';

/** What the keys tell of the mails about a draft, and of who has seen it. */
export type MailKeys = Pick<ReleaseKeys, 'mails' | 'sent' | 'mailFates' | 'drafts'>;

/** Kinds of mail that bring an approver to a draft. */
const kinds = ['ask', 'reminder', 'link', 'delegated'] as const;

/** What says of an address that SES will not reach it; a delay or a soft bounce only says that it takes longer. */
const failures: readonly MailFate[] = ['rejected', 'complained', 'bounced'];

/** Whether what SES told of a mail means that it will not reach its address. */
export const isFailure = (fate: MailFate): boolean => failures.includes(fate);

/** Whom of these a mail about a draft was for; where one id begins with another, the longer one is meant. */
const receiverOf = (mail: string, draft: number, approvers: readonly string[]): string | undefined => {
  const isFor = (approver: string): boolean =>
    kinds.some((kind) => {
      const id = mailIds.of(kind, draft, approver);
      return mail === id || mail.startsWith(`${id}-`);
    });
  return approvers.filter(isFor).toSorted((a, b) => b.length - a.length)[0];
};

/**
 * Approvers whom no mail about a draft reaches, by what SES told of one. Whoever has seen the draft was reached, and so was
 * whoever was mailed again by hand (docs/runbook.md) and of whose new mail nothing bad was told.
 */
export const unreachedOf = (
  { draft, approvers }: Pick<Draft, 'draft' | 'approvers'>,
  { mails, sent, mailFates, drafts }: MailKeys,
): Map<string, MailFate> => {
  const ids = approvers.map(({ id }) => id);
  const failed = new Set(mailFates.filter(({ fate }) => isFailure(fate)).map(({ mail }) => mail));
  const isReached = (approver: string): boolean =>
    drafts.get(draft)?.seen.includes(approver) === true ||
    [...mails].some(
      (mail) =>
        mail.startsWith(`${mailIds.of('ask', draft, approver)}-again`) &&
        receiverOf(mail, draft, ids) === approver &&
        sent.has(mail) &&
        !failed.has(mail),
    );
  const unreached = new Map<string, MailFate>();
  for (const fate of failures)
    for (const told of mailFates) {
      const approver = told.fate === fate ? receiverOf(told.mail, draft, ids) : undefined;
      if (approver !== undefined && !isReached(approver)) unreached.set(approver, fate);
    }
  return unreached;
};
