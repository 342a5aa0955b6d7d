/** All that can be wrong with what an editor typed; the words for each stand in templates/pages/edit-problem.mustache. */
export const editProblemCodes = [
  'nothing',
  'day',
  'money',
  'count',
  'percent',
  'number',
  'ratio',
  'choice',
  'cleared',
  'needed-too',
  'refused',
  'empty',
  'long',
  'unfit',
  'edgar',
  'waits',
  'other-day',
  'to-come',
  'day-too',
] as const;

export type EditProblemCode = (typeof editProblemCodes)[number];

/** Something wrong with one field of the form. */
export interface EditProblem {
  /** The id of the field, which the summary links to. */
  field: string;
  code: EditProblemCode;
  /** What the words need besides: a limit, characters, or what the act's schema says. */
  detail?: string;
}

/** The names of the form's fields, which are their ids too. */
export const fieldNames = {
  fact: (index: number): string => `fact-${index}`,
  wording: (place: string): string => `wording-${place.replaceAll('.', '-')}`,
  /** The day that the release bears. */
  day: 'announced',
  note: 'note',
  givenUp: 'give-up',
} as const;
