import type { ActKind } from '../acts.ts';
import type { SentAct } from './narrator.ts';

/** The kind in whose paragraph a kind is told; undefined where the release has neither. */
const holderOf = (kind: ActKind, acts: readonly SentAct[]): ActKind | undefined => {
  if (acts.some(({ act }) => act.kind === kind)) return kind;
  // A departure may be told in the sentence of the successor.
  return acts.find(({ departure }) => departure?.act.kind === kind)?.act.kind;
};

/**
 * Takes out the statements that follow the paragraph of another kind, by that kind. One that is to follow what the release
 * does not have stays, in the order of the house style.
 */
export const placeStatements = (
  acts: readonly SentAct[],
): { acts: SentAct[]; following: ReadonlyMap<ActKind | undefined, readonly SentAct[]> } => {
  const following = Map.groupBy(acts, ({ act }) =>
    act.kind === 'statement' && act.after !== undefined ? holderOf(act.after, acts) : undefined,
  );
  return { acts: following.get(undefined) ?? [], following };
};
