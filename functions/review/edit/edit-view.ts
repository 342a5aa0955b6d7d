import type { Company } from '../../domain/company.ts';
import { longTime } from '../../domain/dates.ts';
import { editorName } from '../../domain/desk-edits/editor.ts';
import { askedFacts } from '../../domain/desk-edits/form.ts';
import type { Draft } from '../../domain/draft.ts';
import type { View } from '../../domain/templates.ts';
import { nonceOf } from '../../domain/tokens.ts';
import { namedParts } from '../sections.ts';
import type { OpenSession } from '../sessions.ts';
import type { Visit } from '../visit.ts';
import { askedPlaces } from './asked-places.ts';
import type { Editable } from './editable.ts';
import { noteIn, typedInto } from './entered.ts';
import { editProblemView, factView, problemAt } from './fact-view.ts';
import { placeView } from './place-view.ts';
import { type EditProblem, fieldNames } from './problems.ts';
import { type Form, outdatedViews, wordingViews } from './wording-view.ts';

/** All that the edit page is made of. */
export interface EditReading {
  visit: Visit;
  editable: Editable;
  reference: string;
  session: OpenSession;
  /** What was posted and could not be taken; empty where nothing was. */
  typed: URLSearchParams;
  problems: readonly EditProblem[];
}

/** Names by id: of the company's approvers, and of its owner. */
export const namesIn =
  (company: Pick<Company, 'approvers' | 'owner'>) =>
  (id: string): string =>
    editorName(company, id);

/** Groups that could not be met any more if this reader changed the draft, and so did not approve it. */
const shortGroups = ({ groups }: Pick<Draft, 'groups'>, reader: string): View[] =>
  groups
    .filter(({ approvers }) => approvers.includes(reader))
    .map(({ approvers, ...group }) => ({ ...group, left: approvers.filter((id) => id !== reader) }))
    .filter(({ left, needed, required }) => left.length < needed || required.some((id) => !left.includes(id)))
    .map(({ name, needed, left }) => ({ name, needed, left: left.length }));

/** A problem as the summary of the page tells it: with what its field is for. */
const summaryView = (problem: EditProblem, draft: Draft): View => {
  const { field } = problem;
  const fact = askedFacts(draft).find((_, index) => fieldNames.fact(index) === field)?.fact;
  const place = draft.edits.places.find((one) => fieldNames.wording(one.place) === field)?.place;
  return {
    ...editProblemView(problem),
    fact: fact ?? null,
    place: place === undefined ? null : placeView(place, draft),
    bears: field === fieldNames.day,
    why: field === fieldNames.note,
  };
};

/** The field of the day that the release bears, with who set it where an editor did. */
const dayView = ({ announced, edits: { day } }: Draft, given: Form): View => ({
  typed: typedInto(given.typed, fieldNames.day) ?? announced,
  set:
    day?.stands === true
      ? { by: given.nameOf(day.by), at: longTime(new Date(day.at), given.timeZone) }
      : null,
  problem: problemAt(given.problems, fieldNames.day),
});

/** What Form 8-K asks for, once for each item, and the text can do without. */
const unknownViews = ({ disclosure, missing }: Draft): View[] => {
  const known = new Set(missing.map(({ fact }) => fact));
  const asked = disclosure.items.flatMap((one) =>
    one.missing.filter((fact) => !known.has(fact)).map((fact) => ({ item: one.item, fact })),
  );
  return [...new Map(asked.map((one) => [`${one.item} ${one.fact}`, one])).values()];
};

/** What approvers asked for, with the parts that they named; each leads to the fields where the form has one. */
const requestViews = ({ draft, decisions }: Editable['standing'], nameOf: Form['nameOf']): View[] =>
  decisions.flatMap((decision) => {
    if (decision.decision !== 'request-changes') return [];
    const parts = namedParts(draft.content, decision.sections ?? []);
    const { approver, reason } = decision;
    return [{ name: nameOf(approver), reason, hasParts: parts.length > 0, parts }];
  });

/** The errors of a draft but for those that have a place of their own on the page. */
const errorsIn = ({ checks }: Draft): string[] =>
  checks
    .filter(({ id, severity }) => severity === 'error' && id !== 'missing-fact' && id !== 'edit-outdated')
    .map(({ message }) => message);

/** The view of templates/pages/edit.mustache. */
export const editView = ({ visit, editable, reference, session, typed, problems }: EditReading): View => {
  const { standing, renewable } = editable;
  const { draft, decisions } = standing;
  const { company, path, approver } = visit;
  const nameOf = namesIn(company);
  const asked = askedPlaces(draft, decisions);
  const form: Form = { typed, problems, nameOf, timeZone: company.timeZone, asked };
  const facts = askedFacts(draft).map((asked, index) => ({
    asked,
    view: factView(asked, index, typed, problems),
  }));
  const missing = facts.filter(({ asked }) => draft.missing.some(({ fact }) => fact === asked.fact));
  const supplied = facts.filter((fact) => !missing.includes(fact));
  const outdated = outdatedViews(draft, form);
  const unknown = unknownViews(draft);
  const errors = errorsIn(draft);
  const short = shortGroups(draft, approver);
  const posted = { action: `${path}/edit`, sha256: draft.sha256, draft: draft.draft, next: draft.draft + 1 };
  return {
    company: company.name,
    back: path,
    reference,
    ...posted,
    nonce: nonceOf(session.token, 'edit'),
    hasProblems: problems.length > 0,
    problems: problems.map((problem) => summaryView(problem, draft)),
    decides: draft.groups.some(({ approvers }) => approvers.includes(approver)),
    hasErrors: errors.length > 0,
    errors,
    hasShort: short.length > 0,
    short,
    requests: requestViews(standing, nameOf),
    hasAsked: asked.size > 0,
    renew: renewable ? { ...posted, nonce: nonceOf(session.token, 'renew') } : null,
    hasMissing: missing.length > 0,
    missing: missing.map(({ view }) => view),
    day: dayView(draft, form),
    hasUnknown: unknown.length > 0,
    unknown,
    hasSupplied: supplied.length > 0,
    openSupplied: supplied.some(({ view }) => view['problem'] !== null),
    supplied: supplied.map(({ view }) => view),
    hasOutdated: outdated.length > 0,
    outdated,
    wording: wordingViews(draft, form),
    note: noteIn(typed),
    noteProblem: problemAt(problems, fieldNames.note),
  };
};
