import { longDate } from '../../domain/dates.ts';
import { factValueOf, oneLine } from '../../domain/desk-edits/values.ts';
import type { Draft } from '../../domain/draft.ts';
import { typedInto } from './entered.ts';
import { type EditProblem, fieldNames } from './problems.ts';

/**
 * The day, `YYYY-MM-DD`, that an editor gives a release with a form, and what is wrong with it; neither where it stays as it
 * is. A draft with a day after `today` could not be approved.
 */
export const changedDay = (
  form: URLSearchParams,
  { announced }: Pick<Draft, 'announced'>,
  today: string,
): { announce?: string; problems: EditProblem[] } => {
  const field = fieldNames.day;
  const typed = oneLine(typedInto(form, field) ?? announced);
  if (typed === '') return { problems: [{ field, code: 'empty' }] };
  const day = factValueOf({ form: 'day' }, typed);
  if (typeof day !== 'string') return { problems: [{ field, code: 'day' }] };
  if (day !== announced && day > today)
    return { problems: [{ field, code: 'to-come', detail: longDate(today) }] };
  return day === announced ? { problems: [] } : { announce: day, problems: [] };
};
