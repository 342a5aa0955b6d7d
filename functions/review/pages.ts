import { ownerReader } from '../domain/company.ts';
import { postEdit, postRenew } from './edit/post-edit.ts';
import { showEdit } from './edit/show-edit.ts';
import { sendEvidence, showEvidence, showReceipt } from './evidence/show-evidence.ts';
import { postNotMe, showNotMe } from './not-me.ts';
import { notYours } from './not-yours.ts';
import type { Page, Show } from './page.ts';
import { paperNames, sendPaper } from './papers.ts';
import { postDecision } from './post-decision.ts';
import { takeBackDecision } from './post-take-back.ts';
import { sendRedlineFile, showRedline } from './redline/show-redline.ts';
import { openReview } from './show.ts';
import { showFiling, showOrigins, showRemarks } from './show-details.ts';
import { showStatus } from './status.ts';
import type { Visit } from './visit.ts';

const forOwner =
  (show: Show, otherwise: Show = async (_ports, answers, visit) => notYours(answers, visit, 'owner')): Show =>
  (ports, answers, visit, request, session) =>
    (visit.approver === ownerReader ? show : otherwise)(ports, answers, visit, request, session);

/**
 * Every page below a link, by the last part of its path: `/r/{token}` is '', `/r/{token}/not-me` is 'not-me'. A page that
 * is not for this reader says so, and nothing else (not-yours.ts).
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
  ['filing', { get: showFiling, post: {} }],
  ['origins', { get: showOrigins, post: {} }],
  ['remarks', { get: showRemarks, post: {} }],
  ...paperNames.map((name): [string, Page] => [name, { get: sendPaper(name), post: {} }]),
]);

/** What the owner can read of a frozen release, by the link that was mailed for it. */
const whileFrozen = ['', 'status', 'evidence', 'evidence.json'];

/** The page that a visit is to, and the visit as that page finds it; a frozen release is only read, and shows little. */
export const pageOf = (
  visit: Visit | undefined,
  name: string,
): { page: Page | undefined; visit: Visit | undefined } => {
  const page = pages.get(name);
  if (page === undefined || visit?.frozenAt === undefined) return { page, visit };
  return whileFrozen.includes(name)
    ? { page: { get: page.get, post: {} }, visit }
    : { page, visit: { ...visit, over: { why: 'frozen', at: visit.frozenAt } } };
};
