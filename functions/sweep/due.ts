import { openPrefix, openUntil, parseOpenKey, roundAfter } from '../domain/open-marker.ts';
import { listRelease } from '../ports/release.ts';
import { forEach, mendRelease, type Tally } from './mend.ts';
import type { SweepPorts } from './ports.ts';

/** What the desk says is due: releases with their markers, and rounds through the whole ledger that are to go on. */
interface Due {
  markers: Map<string, string[]>;
  /** The markers of such rounds, and the earliest release after which one goes on. */
  rounds: string[];
  after: string | undefined;
}

/** Lists what is due; what is not due is not even listed. */
export const listDue = async ({ desk, now }: Pick<SweepPorts, 'desk' | 'now'>): Promise<Due> => {
  const markers = new Map<string, string[]>();
  const rounds = new Map<string, string>();
  for (const key of await desk.list(openPrefix, openUntil(now()))) {
    const after = roundAfter(key);
    if (after !== undefined) rounds.set(key, after);
    const release = parseOpenKey(key)?.release;
    if (release !== undefined) markers.set(release, [...(markers.get(release) ?? []), key]);
  }
  return { markers, rounds: [...rounds.keys()], after: [...rounds.values()].sort()[0] };
};

/** Mends the releases that something is due on, and clears their markers. */
export const mendDue = (ports: SweepPorts, { markers }: Due): Promise<Tally> =>
  forEach(markers, async ([release, own]) => {
    const repair = await mendRelease(ports, release, () => listRelease(ports.ledger, release));
    if (repair !== undefined) for (const marker of own) await ports.desk.delete(marker);
    return repair;
  });
