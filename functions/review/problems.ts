import type { View } from '../domain/templates.ts';

/** All that can be wrong with what an approver typed; the words for each stand in templates/pages/problem.mustache. */
export const problemCodes = [
  'decision-missing',
  'read-missing',
  'section-unwanted',
  'section-unknown',
  'reason-missing',
  'reason-unwanted',
  'reason-long',
  'reason-characters',
  'not-approvable',
  'other-draft',
  'code-malformed',
  'code-wrong',
  'code-tried',
  'code-over',
  'code-limit',
  'link-tried',
  'form-trap',
  'form-unloaded',
  'form-quick',
  'confirmation-missing',
  'confirmation-wrong',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A view in which one of several names is true; templates branch on it. */
export const flags = <N extends string>(
  names: readonly N[],
  chosen: N | undefined,
): Record<string, boolean> => Object.fromEntries(names.map((name) => [name, name === chosen]));

/** The part of the page that a problem is about; the summary links to it. */
export const fieldOf = (
  code: ProblemCode,
):
  | 'decision'
  | 'section'
  | 'read'
  | 'reason'
  | 'code'
  | 'again'
  | 'renew'
  | 'trap'
  | 'go'
  | 'confirmation' => {
  switch (code) {
    case 'decision-missing':
    case 'not-approvable':
      return 'decision';
    case 'section-unwanted':
    case 'section-unknown':
      return 'section';
    case 'read-missing':
    case 'other-draft':
      return 'read';
    case 'reason-missing':
    case 'reason-unwanted':
    case 'reason-long':
    case 'reason-characters':
      return 'reason';
    case 'code-malformed':
    case 'code-wrong':
    case 'code-limit':
      return 'code';
    case 'code-tried':
    case 'code-over':
      return 'again';
    case 'link-tried':
      return 'renew';
    case 'form-trap':
      return 'trap';
    case 'form-unloaded':
    case 'form-quick':
      return 'go';
    case 'confirmation-missing':
    case 'confirmation-wrong':
      return 'confirmation';
  }
};

/** A problem as a page shows it; `until` says when the next code may be asked for, `left` how often this one may be tried. */
export const problemView = (
  code: ProblemCode,
  { until, left }: { until?: string; left?: number } = {},
): View => ({
  field: fieldOf(code),
  until: until ?? null,
  left: left === undefined ? null : { amount: left, one: left === 1 },
  ...flags(problemCodes, code),
});
