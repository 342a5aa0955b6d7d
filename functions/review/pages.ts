import { ownerReader } from '../domain/company.ts';
import { postEdit, postRenew } from './edit/post-edit.ts';
import { showEdit } from './edit/show-edit.ts';
import { sendEvidence, showEvidence, showReceipt } from './evidence/show-evidence.ts';
import { postNotMe, showNotMe } from './not-me.ts';
import type { Page, Show } from './page.ts';
import { postDecision } from './post-decision.ts';
import { takeBackDecision } from './post-take-back.ts';
import { sendRedlineFile, showRedline } from './redline/show-redline.ts';
import { openReview } from './show.ts';
import { showStatus } from './status.ts';

const forOwner =
  (show: Show, otherwise: Show = async (_ports, answers) => answers.page(404, 'no-link')): Show =>
  (ports, answers, visit, request, session) =>
    (visit.approver === ownerReader ? show : otherwise)(ports, answers, visit, request, session);

/**
 * Every page below a link, by the last part of its path: `/r/{token}` is '', `/r/{token}/not-me` is 'not-me'. A page that
 * is not for this reader answers as one that does not exist, which is `answers.page(404, 'no-link')`.
 *
 * Whoever adds a page may rely on this: the link works, the session is open, and a form was posted from our own page with
 * the nonce of its action (`nonceOf(session.token, action)`). Where a company lets a link alone open a draft, the reader
 * has also typed the end of the reference (confirm.ts).
 */
export const pages: ReadonlyMap<string, Page> = new Map<string, Page>([
  // The owner's link opens where the release stands, and an approver's the draft that it asks about.
  [
    '',
    { get: forOwner(showStatus, openReview), post: { decide: postDecision, 'take-back': takeBackDecision } },
  ],
  ['draft', { get: forOwner(openReview), post: {} }],
  ['status', { get: forOwner(showStatus), post: {} }],
  ['changes', { get: showRedline, post: {} }],
  ['changes.docx', { get: sendRedlineFile, post: {} }],
  ['edit', { get: showEdit, post: { edit: postEdit, renew: postRenew } }],
  ['evidence', { get: forOwner(showEvidence), post: {} }],
  ['evidence.json', { get: forOwner(sendEvidence), post: {} }],
  ['receipt', { get: showReceipt, post: {} }],
  ['not-me', { get: showNotMe, post: { freeze: postNotMe } }],
]);
