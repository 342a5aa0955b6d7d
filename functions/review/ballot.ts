import { type Draft, isApprovable } from '../domain/draft.ts';
import type { Decision } from '../domain/facts.ts';
import type { Tally } from '../domain/tally.ts';
import type { ProblemCode } from './problems.ts';
import { partsOf } from './sections.ts';

/** What was entered in the form of a decision, as it was entered. */
export interface Entered {
  decision: 'approve' | 'request-changes' | undefined;
  read: boolean;
  reason: string;
  /** The parts of the release that a request for changes is about; the whole of it where there are none. */
  sections: string[];
}

const reasonLimit = 4000;

/** Characters that no reason needs and that could change how it reads: controls, and those that turn its direction. */
const unfit = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

/** Reads the form; line ends become LF and tabs become spaces, as text from a word processor has them. */
export const readEntered = (form: URLSearchParams, draft: Pick<Draft, 'draft'>): Entered => {
  const decision = form.get('decision');
  return {
    decision: decision === 'approve' || decision === 'request-changes' ? decision : undefined,
    read: form.get('read') === String(draft.draft),
    reason: (form.get('reason') ?? '').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim(),
    sections: [...new Set(form.getAll('section'))],
  };
};

/** Whether a draft may be approved at all: nothing in it forbids it, and every group has enough who may decide. */
export const canBeApproved = (draft: Draft, { groups }: Tally): boolean =>
  isApprovable(draft) && groups.every(({ reachable }) => reachable);

const when = (wrong: boolean, code: ProblemCode): ProblemCode[] => (wrong ? [code] : []);

/**
 * Checks what was entered against the draft as it stands; an empty list means that it may be recorded. An approval
 * with words beside it is not taken, because it would leave in doubt whether it is one.
 */
export const problemsOf = (
  { decision, read, reason, sections }: Entered,
  shownSha256: string | null,
  { draft, tally }: { draft: Draft; tally: Tally },
): ProblemCode[] => {
  const parts = new Set(partsOf(draft.content).map(({ id }) => id));
  return [
    ...when(decision === undefined, 'decision-missing'),
    ...when(decision === 'approve' && !canBeApproved(draft, tally), 'not-approvable'),
    ...when(decision === 'approve' && sections.length > 0, 'section-unwanted'),
    ...when(
      sections.some((section) => !parts.has(section)),
      'section-unknown',
    ),
    ...when(decision === 'approve' && reason !== '', 'reason-unwanted'),
    ...when(decision === 'request-changes' && reason === '', 'reason-missing'),
    ...when(reason.length > reasonLimit, 'reason-long'),
    ...when(unfit.test(reason), 'reason-characters'),
    ...when(!read, 'read-missing'),
    ...when(shownSha256 !== draft.sha256, 'other-draft'),
  ];
};

/** The decision as the ledger keeps it, bound to the digest of what was shown. */
export const decisionOf = (
  { decision, reason, sections }: Entered,
  { draft, sha256 }: Draft,
  approver: string,
  decidedAt: string,
): Decision | undefined => {
  const bound = { approver, draft, sha256, decidedAt };
  if (decision === 'approve') return { decision, ...bound };
  if (decision === undefined) return undefined;
  return { decision, ...bound, reason, ...(sections.length > 0 && { sections }) };
};
