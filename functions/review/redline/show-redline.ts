import { deskSource } from '../../domain/desk-edits/desk-edits.ts';
import type { Draft } from '../../domain/draft.ts';
import type { EventFact } from '../../domain/event.ts';
import { redline } from '../../domain/redline.ts';
import { readReference } from '../../ports/reference.ts';
import { readDraft, readEvents } from '../../ports/release.ts';
import type { Show } from '../page.ts';
import type { ReviewPorts } from '../ports.ts';
import { recordSeen } from '../seen.ts';
import { numberFor, type Visit } from '../visit.ts';
import { earlierDraft } from './earlier-draft.ts';
import { redlineView } from './redline-view.ts';

/** The drafts that a reader's redline is made of: the one that their link opens, and the last that they saw before it. */
const draftsOf = async ({ ledger }: Pick<ReviewPorts, 'ledger'>, visit: Visit) => {
  const { release, known, approver } = visit;
  const number = numberFor(visit);
  const [after, earlier] = await Promise.all([
    readDraft(ledger, release, number),
    earlierDraft(ledger, known, approver, number),
  ]);
  return { after, earlier };
};

/** What editors did between two drafts, in the order of time. */
const editsBetween = async (
  { ledger }: Pick<ReviewPorts, 'ledger'>,
  before: Draft,
  after: Draft,
): Promise<EventFact[]> => {
  const news = after.events.filter((event) => !before.events.includes(event));
  const edits = await readEvents(
    ledger,
    after.release,
    news.filter((event) => event.startsWith(`${deskSource}~`)),
  );
  return edits.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
};

/** The page of what changed since the draft that its reader last saw, who sees the whole text by it. */
export const showRedline: Show = async (ports, answers, visit, { method }) => {
  const { after, earlier } = await draftsOf(ports, visit);
  if (earlier === undefined) return answers.page(404, 'no-changes', { path: visit.path });
  if (method === 'GET') await recordSeen(ports, visit, { draft: after, keys: visit.known });
  const { path, company } = visit;
  const edits = await editsBetween(ports, earlier.draft, after);
  const view = redlineView(earlier.draft, after, { path, company, seenAt: earlier.seenAt, edits });
  return answers.page(200, 'redline', view);
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The same changes as a Word file in which they are tracked. */
export const sendRedlineFile: Show = async (ports, answers, visit, { method }) => {
  const { after, earlier } = await draftsOf(ports, visit);
  if (earlier === undefined) return answers.page(404, 'no-changes', { path: visit.path });
  if (method === 'GET') await recordSeen(ports, visit, { draft: after, keys: visit.known });
  const reference = await readReference(ports.ledger, visit.release);
  const name = `draft-${after.draft}-changes-since-${earlier.draft.draft}.docx`;
  const body = await ports.redlineFile({
    pieces: redline(earlier.draft.content, after.content),
    header: `DRAFT ${after.draft}, CHANGES SINCE DRAFT ${earlier.draft.draft}, ${reference}, NOT FOR RELEASE`,
    createdAt: after.createdAt,
  });
  return answers.file(name, wordType, body);
};
