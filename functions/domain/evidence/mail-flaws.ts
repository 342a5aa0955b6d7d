import { ownerReader } from '../company.ts';
import type { Draft } from '../draft.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** A mail that is on its way while a draft is made that recuses its reader cannot be called back. */
const graceMilliseconds = 60_000;

const recuses = ({ approvers, ownerRecused }: Draft, reader: string): boolean =>
  reader === ownerReader
    ? ownerRecused
    : approvers.some(({ id, recused }) => id === reader && recused !== undefined);

/** Whom a mail is for: an approver's id, or `owner`; undefined where it is for whoever runs Gazette. */
const readerOf = ({ mails }: Said, id: string): string | undefined => {
  const mail = mails.get(id)?.mail;
  if (mail === undefined || mail.kind === 'mass-change' || mail.operations) return undefined;
  return mail.approver ?? ownerReader;
};

/** What is wrong with mails: nobody was mailed about a release once a draft said that it is about them. */
export const mailFlaws = (said: Said): Flaw[] => [
  ...[...said.mails].flatMap(([id, { key, mail }]) => {
    const draft = 'draft' in mail ? said.drafts.get(mail.draft) : undefined;
    const reader = readerOf(said, id);
    const isAbout = draft !== undefined && reader !== undefined && recuses(draft, reader);
    return flawIf(
      isAbout && reader !== ownerReader,
      'A mail to somebody whom the release is about was asked for.',
      key,
    );
  }),
  ...said.sent.flatMap(({ key, mail, sent }) => {
    const reader = readerOf(said, mail);
    const known = [...said.drafts.values()].filter(
      ({ createdAt }) => Date.parse(createdAt) + graceMilliseconds < Date.parse(sent.at),
    );
    const isAbout = reader !== undefined && known.some((draft) => recuses(draft, reader));
    return [
      ...flawIf(!said.mails.has(mail), 'It is about a mail that is missing.', key),
      ...flawIf(sent.result === 'sent' && isAbout, 'A mail went to somebody whom the release is about.', key),
    ];
  }),
  ...said.mailFates.flatMap(({ key, mail }) =>
    flawIf(!said.mails.has(mail), 'It is about a mail that is missing.', key),
  ),
];
