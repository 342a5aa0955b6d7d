import * as v from 'valibot';
import { keys, parseKey } from '../domain/keys.ts';
import { openPrefix, openUntil, parseOpenKey } from '../domain/open-marker.ts';
import { releaseMark } from '../domain/release.ts';
import { foldKeys, type ReleaseKeys } from '../domain/release-keys.ts';
import { errorFields } from '../ports/log.ts';
import { listRelease } from '../ports/release.ts';
import type { SweepPorts } from './ports.ts';
import { repairRelease } from './repair.ts';

/** A release to look at, and the markers that said so. */
interface Due {
  release: string;
  markers: string[];
  known: () => Promise<ReleaseKeys>;
}

const requestSchema = v.object({ scope: v.picklist(['due', 'ledger']) });

/** A release is a handful of reads; so many at once keep S3 busy and the memory small. */
const atOnce = 16;

/** Adds an entry to a list of a map. */
const gather = (lists: Map<string, string[]>, name: string, entry: string): void => {
  const list = lists.get(name);
  if (list) list.push(entry);
  else lists.set(name, [entry]);
};

/** Releases that something is due on; what is not due is not even listed. */
const dueReleases = async ({ ledger, desk, now }: SweepPorts): Promise<Due[]> => {
  const due = new Map<string, string[]>();
  for (const key of await desk.list(openPrefix, openUntil(now()))) {
    const marker = parseOpenKey(key);
    if (marker) gather(due, marker.release, key);
  }
  return [...due].map(([release, markers]) => ({
    release,
    markers,
    known: () => listRelease(ledger, release),
  }));
};

/** All releases, from one listing of the whole ledger. */
const allReleases = async ({ ledger }: SweepPorts): Promise<Due[]> => {
  const found = new Map<string, string[]>();
  for (const key of await ledger.list(keys.releases)) {
    const parts = parseKey(key);
    if (parts) gather(found, parts.release, key);
  }
  return [...found].map(([release, list]) => ({
    release,
    markers: [],
    known: async () => foldKeys(release, list),
  }));
};

/** Mends one release and clears its markers; undefined where it cannot be mended, which the log tells. */
const mend = async (ports: SweepPorts, { release, markers, known }: Due): Promise<number | undefined> => {
  try {
    const count = await repairRelease(ports, await known());
    if (count > 0) ports.log('WARN', 'RELEASE_MENDED', { release: releaseMark(release), count });
    for (const marker of markers) await ports.desk.delete(marker);
    return count;
  } catch (error) {
    ports.log('ERROR', 'RELEASE_NOT_MENDED', { release: releaseMark(release), ...errorFields(error) });
    return undefined;
  }
};

/**
 * Every five minutes looks at what is due, once a day at the whole ledger; a release that cannot be mended does not keep
 * the others from it, but makes the run fail in the end, so that the alarm rings.
 */
export const makeHandler =
  (ports: SweepPorts) =>
  async (event: unknown): Promise<{ releases: number; mended: number }> => {
    const { scope } = v.parse(requestSchema, event);
    const releases = await (scope === 'due' ? dueReleases(ports) : allReleases(ports));
    const counts: (number | undefined)[] = [];
    const waiting = releases.values();
    const worker = async (): Promise<void> => {
      for (const release of waiting) counts.push(await mend(ports, release));
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const mended = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const failed = counts.filter((count) => count === undefined).length;
    ports.log('INFO', 'SWEPT', { scope, releases: releases.length, mended, failed });
    if (failed > 0) throw new Error(`${failed} releases could not be mended; the log names each`);
    return { releases: releases.length, mended };
  };
