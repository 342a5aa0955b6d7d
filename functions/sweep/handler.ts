import * as v from 'valibot';
import { type Log, releaseMark } from '../adapters/log.ts';
import { keys, parseKey } from '../domain/keys.ts';
import { openPrefix, openUntil, parseOpenKey } from '../domain/open-marker.ts';
import type { Desk } from '../ports/desk.ts';
import { type RepairPorts, repairRelease } from './repair.ts';

export interface SweepPorts extends RepairPorts {
  desk: Pick<Desk, 'put' | 'delete' | 'list'>;
  log: Log;
}

const requestSchema = v.object({ scope: v.picklist(['due', 'ledger']) });

/** Releases that something is due on, with the markers that say so; what is not due is not even listed. */
const dueReleases = async ({ desk, now }: SweepPorts): Promise<Map<string, string[]>> => {
  const due = new Map<string, string[]>();
  for (const key of await desk.list(openPrefix, openUntil(now()))) {
    const marker = parseOpenKey(key);
    if (marker) due.set(marker.release, [...(due.get(marker.release) ?? []), key]);
  }
  return due;
};

const allReleases = async ({ ledger }: SweepPorts): Promise<Map<string, string[]>> => {
  const releases = (await ledger.list(keys.releases)).flatMap((key) => parseKey(key)?.release ?? []);
  return new Map(releases.map((release) => [release, []]));
};

/**
 * Every 15 minutes looks at what is due, once a day at the whole ledger; a release that cannot be mended does not keep
 * the others from it, but makes the run fail in the end, so that the alarm rings.
 */
export const makeHandler =
  (ports: SweepPorts) =>
  async (event: unknown): Promise<{ releases: number; mended: number }> => {
    const { scope } = v.parse(requestSchema, event);
    const releases = await (scope === 'due' ? dueReleases(ports) : allReleases(ports));
    const failures: unknown[] = [];
    let mended = 0;
    for (const [release, markers] of releases) {
      try {
        const count = await repairRelease(ports, release);
        if (count > 0) ports.log('WARN', 'RELEASE_MENDED', { release: releaseMark(release), count });
        mended += count;
        for (const marker of markers) await ports.desk.delete(marker);
      } catch (error) {
        failures.push(error);
      }
    }
    ports.log('INFO', 'SWEPT', { scope, releases: releases.size, mended, failed: failures.length });
    if (failures.length > 0) throw new AggregateError(failures, 'Some releases could not be mended');
    return { releases: releases.size, mended };
  };
