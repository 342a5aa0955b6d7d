import { begunKeys } from '../domain/desk-keys.ts';
import { digestSchema } from '../domain/desk-papers.ts';
import type { EventFact } from '../domain/event.ts';
import type { Held, MassChangeMail } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import {
  beginners,
  type MassChangeLimit,
  type MassChangeWindow,
  massChangeWindow,
} from '../domain/mass-change.ts';
import { releaseMark } from '../domain/release.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { Desk } from '../ports/desk.ts';
import { heldUntil } from '../ports/held.ts';
import { type Ledger, putFact, readFact } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';

interface MassChangePorts {
  ledger: Ledger;
  desk: Pick<Desk, 'put' | 'claim' | 'get' | 'list'>;
  massChange: MassChangeLimit;
  now: () => Date;
  log: Log;
}

/** Puts the one mail that tells of all releases of a window into the outbox of the release that came first to it. */
const tell = async (
  { ledger, desk, now, log }: MassChangePorts,
  release: string,
  { source, window, since }: MassChangeWindow,
): Promise<void> => {
  const key = begunKeys.digest(source, window);
  if ((await desk.claim(key, JSON.stringify({ release }))) === 'exists') {
    const carrier = await readFact(desk, key, digestSchema);
    if (carrier?.release !== release) return;
  }
  const mail: MassChangeMail = {
    kind: 'mass-change',
    source,
    since: since.toISOString(),
    askedAt: now().toISOString(),
  };
  await putFact(ledger, keys.mail(release, mailIds.massChange(source, window)), mail);
  log('ERROR', 'MASS_CHANGE', { source, release: releaseMark(release) });
};

/**
 * Holds a release that begins when its source has begun as many as may begin within a window; answers whether it did.
 * Each marks itself before it counts the marks: of those that pass, the last to mark itself counts all others, and so no
 * more pass than may, however many come at once. Then all may be held, the first ones too.
 */
export const holdMassChange = async (
  ports: MassChangePorts,
  known: ReleaseKeys,
  events: readonly EventFact[],
): Promise<boolean> => {
  const { ledger, desk, massChange, now, log } = ports;
  const { release } = known;
  const counted = massChangeWindow(beginners(events, await heldUntil(ledger, known)), massChange);
  if (counted === undefined) return false;
  const { source, window } = counted;
  await desk.put(begunKeys.marker(source, window, release), '{}');
  const begun = await desk.list(begunKeys.markers(source, window));
  if (begun.length <= massChange.releases) return false;
  await tell(ports, release, counted);
  // Last, so that whoever is cut off before it comes here again.
  const at = now();
  const until = new Date(at.getTime() + massChange.minutes * 60_000);
  const held: Held = { source, at: at.toISOString(), until: until.toISOString() };
  await putFact(ledger, keys.held(release, window), held);
  log('WARN', 'RELEASE_HELD', { source, release: releaseMark(release) });
  return true;
};
