import type { Draft } from './draft.ts';
import { firstDue } from './filing/disclosure.ts';

/** What came or went between two drafts besides their words. */
export interface DraftChange {
  change: 'added' | 'removed';
  what: 'check' | 'item' | 'unused' | 'approver' | 'decide-by' | 'filing-due';
  text: string;
}

type Said = Readonly<Record<DraftChange['what'], readonly string[]>>;

const saidBy = (draft: Draft): Said => {
  const due = firstDue(draft.disclosure);
  const names = new Map(draft.approvers.map(({ id, name }) => [id, name]));
  return {
    check: draft.checks.map(({ message }) => message),
    item: draft.disclosure.items.map(({ item, certain }) => `${item}${certain ? '' : ' (may apply)'}`),
    unused: draft.unused.map(({ fact, value }) => `${fact}: ${value}`),
    approver: draft.groups.flatMap(({ name, approvers }) =>
      approvers.map((approver) => `${names.get(approver) ?? approver} (${name})`),
    ),
    'decide-by': [draft.decideBy],
    'filing-due': due === undefined ? [] : [due],
  };
};

const kinds = ['check', 'item', 'unused', 'approver', 'decide-by', 'filing-due'] as const;

/** What a reader of an earlier draft should know of a later one besides its words: each thing that came or went, once. */
export const draftChanges = (before: Draft, after: Draft): DraftChange[] => {
  const [old, now] = [saidBy(before), saidBy(after)];
  return kinds.flatMap((what) =>
    [...new Set(old[what].filter((text) => !now[what].includes(text)))]
      .map((text): DraftChange => ({ change: 'removed', what, text }))
      .concat(
        [...new Set(now[what].filter((text) => !old[what].includes(text)))].map((text) => ({
          change: 'added',
          what,
          text,
        })),
      ),
  );
};
