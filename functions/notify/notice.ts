import { type Company, ownerReader } from '../domain/company.ts';
import type { MailAsk } from '../domain/facts.ts';
import type { OutgoingMail } from '../ports/mail.ts';
import { readStanding, type Standing } from '../ports/standing.ts';
import type { NotifyPorts } from './ports.ts';

/** A mail that must be sent, with what it is about. */
export interface Notice {
  /** The mail's id in the outbox. */
  id: string;
  ask: MailAsk;
  /** Where its draft stands now. */
  standing: Standing;
  company: Company;
}

/** A mail in the outbox cannot be sent as it is; trying again will not help until somebody looks. */
export class UnfitMailError extends Error {
  override readonly name = 'UnfitMailError';
}

/** Reads what a mail is about. Throws UnfitMailError where the company has no profile. */
export const readNotice = async (
  { ledger, companies }: Pick<NotifyPorts, 'ledger' | 'companies'>,
  release: string,
  id: string,
  ask: MailAsk,
): Promise<Notice> => {
  const standing = await readStanding(ledger, release, ask.draft);
  const company = companies.get(standing.draft.company);
  if (company === undefined) throw new UnfitMailError('The mail is about a company that has no profile');
  return { id, ask, standing, company };
};

/** Who reads a mail: an approver's id, or `owner`. */
export const readerOf = ({ approver }: MailAsk): string => approver ?? ownerReader;

/** Where a mail goes: to an address of the company's profile, never to one that came with an event. */
export const recipientOf = (
  { operations }: Pick<NotifyPorts, 'operations'>,
  { approvers, owner }: Company,
  ask: MailAsk,
): OutgoingMail['to'] => {
  if (ask.operations) return operations;
  const reader = readerOf(ask);
  if (reader === ownerReader) return { name: owner.name, email: owner.email };
  const approver = approvers.find(({ id }) => id === reader);
  if (approver === undefined) throw new UnfitMailError('The mail is for an approver whom the profile lacks');
  return { name: approver.name, email: approver.email };
};
