import { type ActKind, actKind } from '../acts.ts';
import type { SentAct } from './narrator.ts';

/** The kinds that the headline is about: its own, and that of a departure which it tells with the successor. */
export const kindsOfHeadline = (kind: ActKind | undefined, acts: readonly SentAct[]): ReadonlySet<ActKind> =>
  new Set(
    acts
      .filter(({ act }) => act.kind === kind)
      .flatMap(({ act, departure }) => [act.kind, ...(departure === undefined ? [] : [departure.act.kind])]),
  );

/** The order of the house style, with the kinds that it does not name: before the statements where those are last. */
const inOrder = (house: readonly (readonly ActKind[])[]): (readonly ActKind[])[] => {
  const named = new Set(house.flat());
  const others = actKind.options.filter((kind) => !named.has(kind)).map((kind) => [kind]);
  const endsInStatements = house.at(-1)?.every((kind) => kind === 'statement') ?? false;
  const [before, after] = endsInStatements ? [house.slice(0, -1), house.slice(-1)] : [house, []];
  return [...before, ...others, ...after];
};

/**
 * The kinds of a release in the order of the house style, a list for each paragraph. What the headline is about leads, or
 * the two would tell different stories; where nobody can say what that is, the first that is no quotation does.
 */
export const paragraphKinds = (
  house: readonly (readonly ActKind[])[],
  acts: readonly SentAct[],
  headlined: ReadonlySet<ActKind>,
): ActKind[][] => {
  const sent = new Set(acts.map(({ act }) => act.kind));
  const lists = inOrder(house).map((kinds) => kinds.filter((kind) => sent.has(kind)));
  const isHeadlined = (kinds: readonly ActKind[]): boolean => kinds.some((kind) => headlined.has(kind));
  const isNews = (kinds: readonly ActKind[]): boolean => kinds.some((kind) => kind !== 'statement');
  const leading = lists.findIndex(lists.some(isHeadlined) ? isHeadlined : isNews);
  const [lead = []] = lists.splice(Math.max(leading, 0), 1);
  return [lead, ...lists];
};
