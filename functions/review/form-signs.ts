import { stampedAt } from '../domain/page-stamps.ts';
import type { VisitKind } from '../domain/visits.ts';
import type { PostedRequest } from './request.ts';

/** The field that nobody sees, and that a program fills in which fills in all. */
const trapField = 'extra';

const quickMilliseconds = 2000;

/** What shows that a program posted a form which anybody with the link may post; undefined where nothing does. */
export const signOfForm = (
  { token, form }: Pick<PostedRequest, 'token' | 'form'>,
  now: Date,
): Extract<VisitKind, 'trapped-form' | 'unloaded-form' | 'quick-form'> | undefined => {
  if ((form.get(trapField) ?? '') !== '') return 'trapped-form';
  const loadedAt = stampedAt(token, form.get('stamp') ?? '');
  if (loadedAt === undefined || loadedAt > now) return 'unloaded-form';
  return now.getTime() - loadedAt.getTime() < quickMilliseconds ? 'quick-form' : undefined;
};
