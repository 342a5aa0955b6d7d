import { keys, parseKey } from '../domain/keys.ts';
import { openPrefix, parseOpenKey } from '../domain/open-marker.ts';
import { companyOf } from '../domain/release.ts';
import { foldKeys } from '../domain/release-keys.ts';
import { add, forEach, mendRelease, nothingDone, type Tally } from './mend.ts';
import type { RepairPorts, SweepPorts } from './ports.ts';
import { openRestBook, type RestBook } from './rest-book.ts';

type Release = [release: string, keys: string[]];

/** The keys of all releases after one of them, in order, as many releases at a time as a page of the listing holds whole. */
async function* releasesAfter(
  { ledger }: Pick<SweepPorts, 'ledger'>,
  after: string | undefined,
): AsyncGenerator<Release[]> {
  const found = new Map<string, string[]>();
  // The keys of one release stand together, as all have its prefix; after the last of them comes no other below it.
  let last = after === undefined ? undefined : `${keys.release(after)}~`;
  for (;;) {
    const page = await ledger.page(keys.releases, last);
    for (const key of page.keys) {
      const release = parseKey(key)?.release;
      if (release === undefined) continue;
      const own = found.get(release);
      if (own) own.push(key);
      else found.set(release, [key]);
    }
    last = page.keys.at(-1);
    if (!page.more || last === undefined) break;
    const open = [...found].at(-1);
    if (open !== undefined) found.delete(open[0]);
    yield [...found];
    found.clear();
    if (open !== undefined) found.set(...open);
  }
  yield [...found];
}

/** Marks a release as open only where no marker has somebody look at it by then. */
const markingDesk = async ({ desk }: Pick<SweepPorts, 'desk'>): Promise<RepairPorts['desk']> => {
  const marked = new Map<string, string>();
  for (const key of await desk.list(openPrefix)) {
    const marker = parseOpenKey(key);
    // They come in the order of time.
    if (marker && !marked.has(marker.release)) marked.set(marker.release, marker.due);
  }
  return {
    get: (key) => desk.get(key),
    put: async (key, body) => {
      const marker = parseOpenKey(key);
      const due = marker && marked.get(marker.release);
      if (due === undefined || marker === undefined || due > marker.due) await desk.put(key, body);
    },
  };
};

/** Mends the releases of one company that have changed since there was nothing to do on them. */
const mendChanged = (ports: RepairPorts, book: RestBook, releases: readonly Release[]): Promise<Tally> =>
  forEach(
    releases.filter(([release, own]) => !book.rests(release, own)),
    async ([release, own]) => {
      const repair = await mendRelease(ports, release, async () => foldKeys(release, own));
      book.note(release, own, repair?.rests === true);
      return repair;
    },
  );

/**
 * Goes through the whole ledger page by page, from the release after `after` where it is given, until it is `until`; answers with
 * what came of it, and with the release after which the round goes on where time was up.
 */
export const goRound = async (
  ports: SweepPorts,
  after: string | undefined,
  until: Date,
): Promise<{ done: Tally; stoppedAfter: string | undefined }> => {
  const marking = { ...ports, desk: await markingDesk(ports) };
  let book: { company: string; of: RestBook } | undefined;
  let done = nothingDone;
  for await (const page of releasesAfter(ports, after)) {
    for (const [company, releases] of Map.groupBy(page, ([release]) => companyOf(release))) {
      if (book?.company !== company) {
        await book?.of.save();
        book = { company, of: await openRestBook(ports, company) };
      }
      done = add(done, await mendChanged(marking, book.of, releases));
    }
    const stoppedAfter = page.at(-1)?.[0];
    if (stoppedAfter !== undefined && ports.now() >= until) {
      await book?.of.save();
      return { done, stoppedAfter };
    }
  }
  await book?.of.save();
  return { done, stoppedAfter: undefined };
};
