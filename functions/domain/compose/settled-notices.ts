import type { SentAct } from './narrator.ts';

const noticeKey = (
  { act }: SentAct,
  kind: 'listing-deficiency' | 'compliance-regained',
): string | undefined =>
  act.kind === kind && act.rule !== undefined && act.noticed !== undefined
    ? JSON.stringify([act.market, act.rule, act.noticed])
    : undefined;

/** Marks both acts of a notice that says in one that a rule was not met and is met again. */
export const markSettled = (acts: readonly SentAct[]): SentAct[] => {
  const deficient = new Set(acts.flatMap((sent) => noticeKey(sent, 'listing-deficiency') ?? []));
  const regained = acts.flatMap((sent) => noticeKey(sent, 'compliance-regained') ?? []);
  const both = new Set(regained.filter((key) => deficient.has(key)));
  return acts.map((sent) => {
    const key = noticeKey(sent, 'listing-deficiency') ?? noticeKey(sent, 'compliance-regained');
    return key !== undefined && both.has(key) ? { ...sent, settled: true } : sent;
  });
};
