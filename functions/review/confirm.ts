import type { View } from '../domain/templates.ts';
import { readReference } from '../ports/reference.ts';
import type { Answer, Answers } from './answers.ts';
import type { ReviewPorts } from './ports.ts';
import { flags, type ProblemCode, problemView } from './problems.ts';
import type { PostedRequest } from './request.ts';
import { pathOf } from './start.ts';
import { needsCode, numberFor, type Visit } from './visit.ts';

/** The field of a form in which the end of the reference is typed. */
const confirmationField = 'confirmation';

/** What can be confirmed, as the page of it says it. */
const actions = ['approve', 'request-changes', 'take-back', 'freeze', 'edit', 'renew'] as const;

/** Whether a reader types the end of the reference with all that they do, because no code was asked of them. */
export const needsConfirmation = (visit: Pick<Visit, 'stepUp' | 'company'>): boolean => !needsCode(visit);

/**
 * What keeps a form from being taken as a person's where a link alone opens a draft: scanners of mail post forms and press
 * buttons, and do not type what a page asks for. The last four characters are enough, or more of the reference, in any case.
 */
export const confirmationProblem = (
  visit: Pick<Visit, 'stepUp' | 'company'>,
  reference: string,
  form: URLSearchParams,
): ProblemCode | undefined => {
  if (!needsConfirmation(visit)) return undefined;
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  const typed = plain(form.get(confirmationField) ?? '');
  if (typed === '') return 'confirmation-missing';
  return typed.length >= 4 && plain(reference).endsWith(typed) ? undefined : 'confirmation-wrong';
};

/**
 * Asks for the end of the reference, with everything that was posted kept in the form. Undefined where it was typed, or need
 * not be.
 */
export const askToConfirm = async (
  { ledger }: Pick<ReviewPorts, 'ledger'>,
  answers: Answers,
  visit: Visit,
  request: PostedRequest,
): Promise<Answer | undefined> => {
  if (!needsConfirmation(visit)) return undefined;
  const reference = await readReference(ledger, visit.release);
  const code = confirmationProblem(visit, reference, request.form);
  if (code === undefined) return undefined;
  const action = request.form.get('action') ?? '';
  const decision = request.form.get('decision') ?? '';
  // Who comes from a page that did not ask for it has made no mistake yet.
  const problem: View | null = request.form.has(confirmationField) ? problemView(code) : null;
  return answers.page(problem === null ? 200 : 422, 'confirm', {
    action: pathOf(visit, request),
    reference,
    ...flags(
      actions,
      actions.find((known) => known === (action === 'decide' ? decision : action)),
    ),
    draft: numberFor(visit),
    back: pathOf(visit, request),
    fields: [...request.form]
      .filter(([name]) => name !== confirmationField)
      .map(([name, value]) => ({ name, value })),
    hasProblems: problem !== null,
    problems: problem === null ? [] : [problem],
    confirmationProblem: problem,
  });
};
