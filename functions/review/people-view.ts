import { separated } from '../domain/compose/grammar.ts';
import { longDate } from '../domain/dates.ts';
import type { Draft } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';

/** An approver's name and title as the draft has them. */
export const personOf = (
  { draft }: Pick<Standing, 'draft'>,
  id: string,
): { name: string; title: string | null } => {
  const known = draft.approvers.find((approver) => approver.id === id);
  return { name: known?.name ?? id, title: known?.title ?? null };
};

/** Who is away, until when, and who is asked instead. */
export const awayView = (
  standing: Pick<Standing, 'draft'>,
  { delegate, until }: Draft['delegations'][number],
): View => ({ delegate: personOf(standing, delegate).name, until: longDate(until) });

/** Who is away, and until when, for the one who stands in. */
export const absentView = (
  standing: Pick<Standing, 'draft'>,
  { approver, until }: Draft['delegations'][number],
): View => ({ absent: personOf(standing, approver).name, until: longDate(until) });

/** Names in one line, such as "Legal, Finance and the board"; null where there are none. */
export const listed = (names: readonly string[]): string | null =>
  names.length === 0
    ? null
    : separated(names.map((name) => ({ name })))
        .map(({ name, separator }) => name + separator)
        .join('');
