/** Puts acts together that have the same key and that one sentence can tell, in the order of the first of each. */
export const together = <T>(
  acts: readonly T[],
  keyOf: (act: T, index: number) => readonly unknown[],
): [T, ...T[]][] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const [index, act] of acts.entries()) {
    const key = JSON.stringify(keyOf(act, index));
    const group = groups.get(key);
    if (group) group.push(act);
    else groups.set(key, [act]);
  }
  return [...groups.values()];
};
