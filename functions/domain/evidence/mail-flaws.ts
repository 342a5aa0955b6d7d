import { ownerReader } from '../company.ts';
import type { Draft } from '../draft.ts';
import { votersOf } from '../policy.ts';
import { graceMilliseconds } from './grace.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

const recuses = ({ approvers, ownerRecused }: Draft, reader: string): boolean =>
  reader === ownerReader
    ? ownerRecused
    : approvers.some(({ id, recused }) => id === reader && recused !== undefined);

/** Whether somebody has a part in a draft beside watching it: whoever decides on it, or edits it. */
const hasPart = (draft: Draft, reader: string): boolean =>
  votersOf(draft).includes(reader) ||
  draft.approvers.some(({ id, editor }) => id === reader && editor === true);

/** Whom a mail is for: an approver's id, or `owner`; undefined where it is for whoever runs Gazette. */
const readerOf = ({ mails }: Said, id: string): string | undefined => {
  const mail = mails.get(id)?.mail;
  if (mail === undefined || mail.kind === 'mass-change' || mail.operations) return undefined;
  return mail.approver ?? ownerReader;
};

/**
 * The drafts that a mail which went out at `at` may have gone by: the newest by then, and each that was replaced so shortly
 * before that the mail was on its way. Who is recused by a mistake that a later draft corrects may be mailed from then on.
 */
const draftsBy = ({ drafts }: Said, at: number): Draft[] => {
  const made = [...drafts.values()]
    .filter(({ createdAt }) => Date.parse(createdAt) <= at)
    .toSorted((a, b) => a.draft - b.draft);
  const settled = made.findLastIndex(({ createdAt }) => Date.parse(createdAt) + graceMilliseconds < at);
  return settled < 0 ? [] : made.slice(settled);
};

/** What is wrong with mails: nobody was mailed about a release once a draft said that it is about them. */
export const mailFlaws = (said: Said): Flaw[] => [
  ...[...said.mails].flatMap(([id, { key, mail }]) => {
    const draft = 'draft' in mail ? said.drafts.get(mail.draft) : undefined;
    const reader = readerOf(said, id);
    const isAbout = draft !== undefined && reader !== undefined && recuses(draft, reader);
    const isStranger =
      mail.kind === 'ask' && draft !== undefined && reader !== ownerReader && !hasPart(draft, reader ?? '');
    return [
      ...flawIf(
        isAbout && reader !== ownerReader,
        'A mail to somebody whom the release is about was asked for.',
        key,
      ),
      ...flawIf(isStranger && !isAbout, 'Somebody was asked who has no part in the draft.', key),
    ];
  }),
  ...said.sent.flatMap(({ key, mail, sent }) => {
    const reader = readerOf(said, mail);
    const inForce = draftsBy(said, Date.parse(sent.at));
    const isAbout =
      reader !== undefined && inForce.length > 0 && inForce.every((draft) => recuses(draft, reader));
    return [
      ...flawIf(!said.mails.has(mail), 'It is about a mail that is missing.', key),
      ...flawIf(sent.result === 'sent' && isAbout, 'A mail went to somebody whom the release is about.', key),
    ];
  }),
  ...said.mailFates.flatMap(({ key, mail }) =>
    flawIf(!said.mails.has(mail), 'It is about a mail that is missing.', key),
  ),
];
