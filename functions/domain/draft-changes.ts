import { actWords, fieldWords } from './act-words.ts';
import type { Draft, UnusedFact } from './draft.ts';
import { firstDue } from './filing/disclosure.ts';

/** What came or went between two drafts besides their words. */
interface Coming {
  change: 'added' | 'removed';
  what: 'check' | 'item' | 'unused' | 'approver';
  text: string;
}

/** A deadline, as an instant, that is another one in the later draft; of the first filing there may be none in one of them. */
interface Deadline {
  change: 'moved';
  what: 'decide-by' | 'filing-due';
  was: string | undefined;
  now: string | undefined;
}

export type DraftChange = Coming | Deadline;

/** Whom an act of an event is about, where the draft knows of one such person alone: by a date, or by a name that is left out. */
const personIn = (
  { dates, unused }: Pick<Draft, 'dates' | 'unused'>,
  { event, kind }: UnusedFact,
): string | undefined => {
  const named = unused.filter(
    (other) => other.kind === kind && other.event === event && /^(?:person|speaker)\.name$/.test(other.fact),
  );
  const dated = dates.filter((date) => date.kind === kind && date.events.includes(event));
  const people = new Set([...dated.map(({ person }) => person), ...named.map(({ value }) => value)]);
  return people.size === 1 ? [...people][0] : undefined;
};

const saidBy = (draft: Draft): Readonly<Record<Coming['what'], readonly string[]>> => {
  const names = new Map(draft.approvers.map(({ id, name }) => [id, name]));
  return {
    check: draft.checks.map(({ message }) => message),
    item: draft.disclosure.items.map(({ item, certain }) => `${item}${certain ? '' : ' (may apply)'}`),
    unused: draft.unused.map(
      (unused) =>
        `${fieldWords(unused.fact)} of ${actWords(unused.kind, personIn(draft, unused))}: ${unused.value}`,
    ),
    approver: draft.groups.flatMap(({ name, approvers }) =>
      approvers.map((approver) => `${names.get(approver) ?? approver} (${name})`),
    ),
  };
};

const kinds = ['check', 'item', 'unused', 'approver'] as const;

const moved = (what: Deadline['what'], was: string | undefined, now: string | undefined): Deadline[] =>
  was === now ? [] : [{ change: 'moved', what, was, now }];

/** What a reader of an earlier draft should know of a later one besides its words: each thing that came, went or moved, once. */
export const draftChanges = (before: Draft, after: Draft): DraftChange[] => {
  const [old, now] = [saidBy(before), saidBy(after)];
  const only = (change: Coming['change'], what: Coming['what'], from: typeof old, to: typeof old): Coming[] =>
    [...new Set(from[what].filter((text) => !to[what].includes(text)))].map((text) => ({
      change,
      what,
      text,
    }));
  return [
    ...kinds.flatMap((what) => [...only('removed', what, old, now), ...only('added', what, now, old)]),
    ...moved('decide-by', before.decideBy, after.decideBy),
    ...moved('filing-due', firstDue(before.disclosure), firstDue(after.disclosure)),
  ];
};
