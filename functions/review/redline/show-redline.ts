import { redline } from '../../domain/redline.ts';
import { readReference } from '../../ports/reference.ts';
import { listRelease, readDraft } from '../../ports/release.ts';
import type { RedlineFile } from '../../ports/word-file.ts';
import type { Answer, Answers } from '../answers.ts';
import type { ReviewPorts } from '../ports.ts';
import type { Visit } from '../visit.ts';
import { earlierDraft } from './earlier-draft.ts';
import { redlineView } from './redline-view.ts';

/** The drafts that a reader's redline is made of: the one that their link opens, and the last that they saw before it. */
const draftsOf = async ({ ledger }: Pick<ReviewPorts, 'ledger'>, { release, draft, approver }: Visit) => {
  const known = await listRelease(ledger, release);
  const [after, earlier] = await Promise.all([
    readDraft(ledger, release, draft),
    earlierDraft(ledger, known, approver, draft),
  ]);
  return { after, earlier };
};

/** The page of what changed since the draft that its reader last saw. */
export const showRedline = async (
  ports: Pick<ReviewPorts, 'ledger'>,
  answers: Answers,
  visit: Visit,
): Promise<Answer> => {
  const { after, earlier } = await draftsOf(ports, visit);
  if (earlier === undefined) return answers.page(404, 'no-changes', { path: visit.path });
  const { timeZone } = visit.company;
  return answers.page(
    200,
    'redline',
    redlineView(earlier.draft, after, { path: visit.path, timeZone, seenAt: earlier.seenAt }),
  );
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The same changes as a Word file in which they are tracked. */
export const sendRedlineFile = async (
  ports: Pick<ReviewPorts, 'ledger'> & { redlineFile: RedlineFile },
  answers: Answers,
  visit: Visit,
): Promise<Answer> => {
  const { after, earlier } = await draftsOf(ports, visit);
  if (earlier === undefined) return answers.page(404, 'no-changes', { path: visit.path });
  const reference = await readReference(ports.ledger, visit.release);
  const name = `draft-${after.draft}-changes-since-${earlier.draft.draft}.docx`;
  const body = await ports.redlineFile({
    pieces: redline(earlier.draft.content, after.content),
    header: `DRAFT ${after.draft}, CHANGES SINCE DRAFT ${earlier.draft.draft}, ${reference}, NOT FOR RELEASE`,
    createdAt: after.createdAt,
  });
  return answers.file(name, wordType, body);
};
