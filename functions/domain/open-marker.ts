import { ordinal } from './ordinal.ts';

/** A draft that something is due on: an entry of the desk that sorts by when. */
interface OpenMarker {
  due: string;
  release: string;
  draft: number;
}

export const openPrefix = 'open/';

/** The marker's key; ISO times in UTC sort as text. */
export const openKey = ({ due, release, draft }: OpenMarker): string =>
  `${openPrefix}${due}~${release}~${ordinal(draft)}`;

/** The last key that is due at an instant. */
export const openUntil = (now: Date): string => `${openPrefix}${now.toISOString()}~\u{10FFFF}`;

/** Takes a marker's key apart; undefined for any other key. */
export const parseOpenKey = (key: string): OpenMarker | undefined => {
  const [, due, release, draft] = /^open\/([^~]+)~([^~]+)~(\d{4,})$/.exec(key) ?? [];
  return due === undefined || release === undefined ? undefined : { due, release, draft: Number(draft) };
};

/**
 * The key by which the round through the whole ledger goes on after a release, where its time was up: it is due as any open
 * work is, and so is found with it.
 */
export const roundKey = ({ due, after }: { due: string; after: string }): string =>
  `${openPrefix}${due}~~${after}`;

/** The release after which a round goes on; undefined for any other key. */
export const roundAfter = (key: string): string | undefined => /^open\/[^~]+~~([^~]+)$/.exec(key)?.[1];

const minutesLater = (instant: Date, minutes: number): string =>
  new Date(instant.getTime() + minutes * 60_000).toISOString();

/** When work that is under way is looked at again: by then a mail has gone out, and a release is published. */
export const soonAfter = (now: Date): string => minutesLater(now, 10);

/** When a release that is frozen is looked at again, as it may have been thawed: hourly for a day, and then daily. */
export const whileFrozen = (frozenAt: Date, now: Date): string =>
  minutesLater(now, now.getTime() - frozenAt.getTime() < 24 * 3_600_000 ? 60 : 1440);

const patienceMinutes = [10, 60, 360, 1440];

/** When a mail that nothing has come of is asked for next: 10 minutes, 1, 6 and 24 hours after it was first, then daily. */
export const nextAsk = (askedAt: Date, now: Date): string => {
  const ageMinutes = (now.getTime() - askedAt.getTime()) / 60_000;
  const step = patienceMinutes.find((minutes) => minutes > ageMinutes);
  return step === undefined ? minutesLater(now, 1440) : minutesLater(askedAt, step);
};

/** Whether nothing has come of a mail for so long that it may be lost; before that it may be on its way. */
export const mayBeLost = (askedAt: Date, now: Date): boolean =>
  now.getTime() - askedAt.getTime() >= (patienceMinutes[0] ?? 0) * 60_000;
