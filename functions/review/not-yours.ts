import type { Answer, Answers } from './answers.ts';
import { flags } from './problems.ts';
import type { Visit } from './visit.ts';

const rights = ['edit', 'owner', 'approver'] as const;

/** Says that a link is good, and that the page is for somebody else: who may edit, the owner, or an approver. */
export const notYours = (
  answers: Answers,
  { path }: Pick<Visit, 'path'>,
  right: (typeof rights)[number],
): Answer => answers.page(403, 'not-yours', { back: path, ...flags(rights, right) });
