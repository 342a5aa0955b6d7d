import type { Company } from '../domain/company.ts';
import { longTime } from '../domain/dates.ts';
import { type Draft, isApprovable } from '../domain/draft.ts';
import { type MailAsk, publishedSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { codeOfMail } from '../domain/mail-ids.ts';
import { renderText, type View } from '../domain/templates.ts';
import { readRequiredFact } from '../ports/ledger.ts';
import { readReference } from '../ports/reference.ts';
import { mintCode, mintLink } from './mint.ts';
import type { NotifyPorts } from './ports.ts';

/** A mail that must be sent, with what it is about. */
export interface Notice {
  /** The mail's id in the outbox. */
  id: string;
  ask: MailAsk;
  draft: Draft;
  company: Company;
}

/** A mail in the outbox cannot be sent as it is; trying again will not help until somebody looks. */
export class UnfitMailError extends Error {
  override readonly name = 'UnfitMailError';
}

const approverOf = ({ ask }: Notice): string => {
  if (ask.approver === undefined)
    throw new UnfitMailError(`A mail of kind ${ask.kind} must name an approver`);
  return ask.approver;
};

/** What a kind's templates use beyond what all do; what a mail carries in secret is minted here, when it is sent. */
const detailsOf = async (
  ports: NotifyPorts,
  notice: Notice,
): Promise<Record<string, string | boolean | number>> => {
  const { id, ask, draft, company } = notice;
  const { release } = draft;
  const time = (instant: Date): string => longTime(instant, company.timeZone);
  switch (ask.kind) {
    case 'ask':
    case 'reminder': {
      const link = await mintLink(ports, { release, draft: draft.draft, approver: approverOf(notice) });
      const decideBy = time(new Date(draft.decideBy));
      const opened = { draft: draft.draft, link, decideBy, approvable: isApprovable(draft) };
      return ask.kind === 'ask' ? { ...opened, follows: draft.draft > 1 } : opened;
    }
    case 'code': {
      const approver = approverOf(notice);
      const mail = codeOfMail(id);
      if (mail?.approver !== approver)
        throw new UnfitMailError('The mail of a code is not named for its approver');
      const { code, expiresAt } = await mintCode(ports, { release, approver, number: mail.code });
      return { draft: draft.draft, code, expiresAt: time(expiresAt) };
    }
    case 'delegated':
    case 'escalation':
    case 'receipt':
    case 'taken-back':
    case 'link':
    case 'outcome':
    case 'no-action':
    case 'expired':
    case 'at-risk':
    case 'frozen':
    case 'changes-requested':
    case 'too-late':
    case 'withdrawn':
      return { draft: draft.draft };
    case 'published': {
      const { publishedAt } = await readRequiredFact(ports.ledger, keys.published(release), publishedSchema);
      return { publishedAt: time(new Date(publishedAt)) };
    }
  }
};

/**
 * The view of a mail's templates. It is neutral, as whoever carries or forwards a mail may read it: a reference
 * and times, but no word of the draft, no id of the release, and nobody's name: not even the company's, because that it
 * is about to announce something may be the news.
 */
export const mailView = async (
  ports: NotifyPorts,
  notice: Notice,
): Promise<View & { reference: string; subject: string }> => {
  const { draft } = notice;
  const reference = await readReference(ports.ledger, draft.release);
  return {
    // The same for all mails about a release: with a subject of its own each, they would fall apart in many inboxes.
    subject: renderText(ports.templates, 'mail/subject.txt', { reference }),
    reference,
    ...(await detailsOf(ports, notice)),
  };
};
