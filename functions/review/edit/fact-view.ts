import { actKind } from '../../domain/acts.ts';
import type { AskedFact } from '../../domain/desk-edits/form.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';
import { typedInto } from './entered.ts';
import { type EditProblem, editProblemCodes, fieldNames } from './problems.ts';

const forms = [
  'day',
  'money',
  'count',
  'percent',
  'number',
  'ratio',
  'yes-no',
  'words',
  'text',
  'list',
  'choice',
] as const;

/** A problem as the page tells it. */
export const editProblemView = ({ field, code, detail }: EditProblem): View => ({
  field,
  detail: detail ?? null,
  ...flags(editProblemCodes, code),
});

/** The problem of a field, where it has one. */
export const problemAt = (problems: readonly EditProblem[], field: string): View | null => {
  const found = problems.find((problem) => problem.field === field);
  return found === undefined ? null : editProblemView(found);
};

const choicesOf = ({ field }: AskedFact, typed: string): View[] =>
  (field.form === 'choice' ? field.options : []).map((option) => ({
    value: option,
    words: option.replaceAll('-', ' '),
    chosen: option === typed,
  }));

/** The field of a fact: what is asked for, for which act, how it is typed, and what stands there. */
export const factView = (
  asked: AskedFact,
  index: number,
  form: URLSearchParams,
  problems: readonly EditProblem[],
): View => {
  const id = fieldNames.fact(index);
  const typed = typedInto(form, id) ?? asked.entered;
  return {
    id,
    label: asked.fact,
    event: asked.event,
    about: flags(actKind.options, asked.kind),
    ...flags(forms, asked.field.form),
    limit: 'limit' in asked.field ? asked.field.limit : null,
    choices: choicesOf(asked, typed),
    yes: typed === 'yes',
    no: typed === 'no',
    typed,
    problem: problemAt(problems, id),
  };
};
