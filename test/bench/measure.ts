/** The middle of some measurements, which one slow run cannot move. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/** Milliseconds of wall time that something takes. */
export const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds of CPU that one of `times` runs of each takes, run in turns so that a noisy machine is noisy to all. */
export const cpuEach = async <K extends string>(
  works: Record<K, () => Promise<unknown> | unknown>,
  times: number,
): Promise<Record<string, number>> => {
  const names = Object.keys(works).filter((name): name is K => name in works);
  const rounds = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < 9; round += 1) {
    for (const name of names) {
      const start = process.cpuUsage();
      for (let run = 0; run < times; run += 1) await works[name]();
      const { user, system } = process.cpuUsage(start);
      rounds.get(name)?.push((user + system) / 1000 / times);
    }
  }
  return Object.fromEntries([...rounds].map(([name, values]) => [name, median(values)]));
};
