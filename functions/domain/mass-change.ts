import type { EventFact } from './event.ts';
import { eventName, standingActs } from './standing-acts.ts';

/** How many releases may begin from one source within so many minutes; more are held until somebody has looked. */
export interface MassChangeLimit {
  releases: number;
  minutes: number;
}

/** A source, and the stretch of time in which the releases that begin from it are counted together. */
export interface MassChangeWindow {
  source: string;
  /** When it begins, as it stands in keys: `20261119T1800Z`. */
  window: string;
  since: Date;
}

const received = (event: EventFact): number => Date.parse(event.receivedAt);

/** The events whose acts stand and that were received after a hold ended; all of them where there was none. */
export const beginners = (events: readonly EventFact[], heldUntil: string | undefined): EventFact[] => {
  const telling = new Set(standingActs(events).tellings.map(({ event }) => event));
  const after = heldUntil === undefined ? Number.NEGATIVE_INFINITY : Date.parse(heldUntil);
  return events.filter((event) => telling.has(eventName(event)) && received(event) > after);
};

/**
 * The window in which a release counts that these events begin: that of the first to be received. It hangs on nothing that
 * a second try would change. Undefined where nothing begins.
 */
export const massChangeWindow = (
  events: readonly EventFact[],
  { minutes }: MassChangeLimit,
): MassChangeWindow | undefined => {
  const [first] = events.toSorted((a, b) => received(a) - received(b) || (a.source < b.source ? -1 : 1));
  if (first === undefined) return undefined;
  const length = minutes * 60_000;
  const since = new Date(Math.floor(received(first) / length) * length);
  const window = since
    .toISOString()
    .replace(/:\d\d\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  return { source: first.source, window, since };
};
