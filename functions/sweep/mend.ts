import { releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { errorFields } from '../ports/log.ts';
import type { RepairPorts } from './ports.ts';
import { type Repair, repairRelease } from './repair.ts';

/** A release is a handful of reads; so many at once keep S3 busy and the memory small. */
const atOnce = 16;

/** What came of a number of releases. */
export interface Tally {
  releases: number;
  mended: number;
  failed: number;
}

export const nothingDone: Tally = { releases: 0, mended: 0, failed: 0 };

/** Adds up what came of two numbers of releases. */
export const add = (a: Tally, b: Tally): Tally => ({
  releases: a.releases + b.releases,
  mended: a.mended + b.mended,
  failed: a.failed + b.failed,
});

/** Mends one release; undefined where it cannot be mended, which the log tells. */
export const mendRelease = async (
  ports: RepairPorts,
  release: string,
  known: () => Promise<ReleaseKeys>,
): Promise<Repair | undefined> => {
  try {
    const repair = await repairRelease(ports, await known());
    const { mended: count } = repair;
    if (count > 0) ports.log('WARN', 'RELEASE_MENDED', { release: releaseMark(release), count });
    return repair;
  } catch (error) {
    ports.log('ERROR', 'RELEASE_NOT_MENDED', { release: releaseMark(release), ...errorFields(error) });
    return undefined;
  }
};

/** Does something with each of many, a few at a time, and adds up what came of it. */
export const forEach = async <T>(
  all: Iterable<T>,
  act: (one: T) => Promise<Repair | undefined>,
): Promise<Tally> => {
  let done = nothingDone;
  const waiting = [...all].values();
  const worker = async (): Promise<void> => {
    for (const one of waiting) {
      const repair = await act(one);
      done = add(done, { releases: 1, mended: repair?.mended ?? 0, failed: repair === undefined ? 1 : 0 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
};
