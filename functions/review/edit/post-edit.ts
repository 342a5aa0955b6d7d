import { localDateOf } from '../../domain/dates.ts';
import { wordingLimits } from '../../domain/desk-edits/desk-edits.ts';
import type { Draft } from '../../domain/draft.ts';
import { readDraft, readEvents } from '../../ports/release.ts';
import type { Answer, Answers } from '../answers.ts';
import { mayEdit } from '../links.ts';
import { notYours } from '../not-yours.ts';
import type { Act } from '../page.ts';
import type { ReviewPorts } from '../ports.ts';
import { type Visit, visitFields } from '../visit.ts';
import { changedDay } from './changed-day.ts';
import { changedFacts } from './changed-facts.ts';
import { changedWording } from './changed-wording.ts';
import type { Changes } from './desk-event.ts';
import { type Editable, readEditable } from './editable.ts';
import { noteIn } from './entered.ts';
import { type EditProblem, fieldNames } from './problems.ts';
import { isRecorded, record } from './record.ts';
import { showClosed, showForm } from './show-edit.ts';
import { writtenBy, writtenIn } from './written.ts';

/** Characters that no note needs and that could change how it reads: controls, and those that turn its direction. */
const unfit = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

const noteProblems = (note: string): EditProblem[] => {
  if (note.length > wordingLimits.note)
    return [{ field: fieldNames.note, code: 'long', detail: String(wordingLimits.note) }];
  return unfit.test(note) ? [{ field: fieldNames.note, code: 'unfit' }] : [];
};

/** What a form changes in the draft that it was made for, and what is wrong with it. */
const read = async (
  { ledger, now }: Pick<ReviewPorts, 'ledger' | 'now'>,
  { company }: Pick<Visit, 'company'>,
  form: URLSearchParams,
  draft: Draft,
): Promise<{ changes: Changes; problems: EditProblem[] }> => {
  const events = await readEvents(ledger, draft.release, draft.events);
  const { facts, problems } = changedFacts(form, draft, events);
  const { announce, problems: dayProblems } = changedDay(form, draft, localDateOf(now(), company.timeZone));
  const worded = changedWording(form, draft, { facts, announce });
  const note = noteIn(form);
  const { wording, givenUp } = worded;
  const found = [...problems, ...dayProblems, ...worded.problems, ...noteProblems(note)];
  const isNothing =
    found.length + facts.length + wording.length + givenUp.length === 0 && announce === undefined;
  return {
    changes: {
      facts,
      wording,
      givenUp,
      ...(announce !== undefined && { announce }),
      ...(note !== '' && { note }),
    },
    problems: isNothing ? [{ field: 'what', code: 'nothing' }] : found,
  };
};

/** The draft that a form was made for; undefined where there is none of that number and digest. */
const draftOfForm = async (
  { ledger }: Pick<ReviewPorts, 'ledger'>,
  { release, latest }: Visit,
  form: URLSearchParams,
): Promise<Draft | undefined> => {
  const number = Number(form.get('draft'));
  if (!Number.isInteger(number) || number < 1 || number > latest) return undefined;
  const draft = await readDraft(ledger, release, number);
  return draft.sha256 === form.get('sha256') ? draft : undefined;
};

type Take = (
  draft: Draft,
  editable: Editable,
) => Promise<{ changes: Changes; problems: readonly EditProblem[] } | undefined>;

/** Takes a form of the edit page: one event, or a page that says why there is none and keeps what was written. */
const take = async (
  ports: ReviewPorts,
  answers: Answers,
  visit: Visit,
  form: URLSearchParams,
  session: Parameters<typeof showForm>[4],
  takeWhat: Take,
): Promise<Answer> => {
  const log = (result: string): void =>
    ports.log(result === 'recorded' ? 'INFO' : 'WARN', 'REVIEW_EDIT', { ...visitFields(visit), result });
  if (!mayEdit(visit)) return notYours(answers, visit, 'edit');
  const [editable, draft] = await Promise.all([
    readEditable(ports.ledger, visit),
    draftOfForm(ports, visit, form),
  ]);
  if (draft === undefined) return answers.page(400, 'bad-form');
  const done = answers.goTo(`${visit.path}/edit`);
  const taken = await takeWhat(draft, editable);
  if (taken !== undefined && (await isRecorded(ports, visit, draft, taken.changes))) {
    log('stands');
    return done;
  }
  const isOlder = draft.sha256 !== editable.standing.draft.sha256;
  const closing = isOlder ? 'newer' : editable.closing;
  if (closing !== undefined || taken === undefined) {
    log('too-late');
    return showClosed(ports, answers, visit, {
      closing: closing ?? 'newer',
      draft,
      status: 409,
      written: writtenIn(form, draft),
    });
  }
  if (taken.problems.length > 0) {
    log('problems');
    return showForm(ports, answers, visit, editable, session, { typed: form, problems: taken.problems });
  }
  if (await record(ports, visit, draft, taken.changes)) {
    // It may have been approved since it was looked at; what is approved later than this, the next look says.
    const { late } = await readEditable(ports.ledger, visit);
    log(late === undefined ? 'recorded' : 'too-late');
    return late === undefined
      ? done
      : showClosed(ports, answers, visit, {
          closing: 'late',
          draft,
          status: 409,
          late,
          written: writtenBy(late),
        });
  }
  log('too-late');
  return showClosed(ports, answers, visit, {
    closing: 'newer',
    draft,
    status: 409,
    written: writtenIn(form, draft),
  });
};

/** Takes what an editor supplies and rewrites. */
export const postEdit: Act = (ports, answers, visit, { form }, session) =>
  take(ports, answers, visit, form, session, (draft) => read(ports, visit, form, draft));

/** Puts the same text before everyone anew, where a draft has run out of time or was frozen by mistake. */
export const postRenew: Act = (ports, answers, visit, { form }, session) =>
  take(ports, answers, visit, form, session, async (draft, { renewable, standing }) =>
    renewable || standing.draft.draft > draft.draft || standing.newerEvents.length > 0
      ? { changes: { facts: [], wording: [], givenUp: [], renews: true }, problems: [] }
      : undefined,
  );
