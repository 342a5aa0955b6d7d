import { editorName } from '../../domain/desk-edits/editor.ts';
import type { Draft } from '../../domain/draft.ts';
import type { EventFact } from '../../domain/event.ts';
import { readReference } from '../../ports/reference.ts';
import type { Answer, Answers } from '../answers.ts';
import { mayEdit } from '../links.ts';
import { notYours } from '../not-yours.ts';
import type { Show } from '../page.ts';
import type { ReviewPorts } from '../ports.ts';
import { flags } from '../problems.ts';
import { recordSeen } from '../seen.ts';
import type { Visit } from '../visit.ts';
import { type EditReading, editView } from './edit-view.ts';
import { type Closing, closings, type Editable, readEditable } from './editable.ts';
import { type WrittenWords, writtenBy, writtenView } from './written.ts';

type Ports = Pick<ReviewPorts, 'ledger'>;

/** The page that says why the newest draft cannot be edited, with what was written for it in vain. */
export const showClosed = async (
  { ledger }: Ports,
  answers: Answers,
  visit: Visit,
  {
    closing,
    draft,
    status = 200,
    written = [],
    late,
  }: {
    closing: Closing | 'newer';
    /** The draft that what was written was for. */
    draft: Draft;
    status?: number;
    written?: readonly WrittenWords[];
    late?: EventFact | undefined;
  },
): Promise<Answer> =>
  answers.page(status, 'edit-closed', {
    company: visit.company.name,
    back: visit.path,
    edit: `${visit.path}/edit`,
    reference: await readReference(ledger, visit.release),
    ...flags([...closings, 'newer'], closing),
    by: late?.desk === undefined ? null : editorName(visit.company, late.desk.by),
    isLost: written.length > 0 && late === undefined,
    hasWritten: written.length > 0,
    written: written.map((words, index) => writtenView(words, index, draft)),
  });

/** The form of an edit of the newest draft, with what was wrong with it where it was posted. */
export const showForm = async (
  { ledger }: Ports,
  answers: Answers,
  visit: Visit,
  editable: Editable,
  session: EditReading['session'],
  posted: Partial<Pick<EditReading, 'typed' | 'problems'>> = {},
): Promise<Answer> => {
  const { typed = new URLSearchParams(), problems = [] } = posted;
  const reference = await readReference(ledger, visit.release);
  const view = editView({ visit, editable, reference, session, typed, problems });
  return answers.page(problems.length === 0 ? 200 : 422, 'edit', view);
};

/** The page on which an editor supplies facts and edits the wording of the newest draft; for nobody else is there one. */
export const showEdit: Show = async (ports, answers, visit, { method }, session) => {
  if (!mayEdit(visit)) return notYours(answers, visit, 'edit');
  const editable = await readEditable(ports.ledger, visit);
  const { closing, standing, late } = editable;
  // Its form has every word of the draft.
  if (closing === undefined && method === 'GET') await recordSeen(ports, visit, standing);
  return closing === undefined
    ? showForm(ports, answers, visit, editable, session)
    : showClosed(ports, answers, visit, {
        closing,
        draft: standing.draft,
        late,
        written: late === undefined ? [] : writtenBy(late),
      });
};
