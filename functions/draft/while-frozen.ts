import type { Draft } from '../domain/draft.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { readOutcome } from '../ports/release.ts';
import { newsOf, tellWaitingNews } from '../ports/waiting-news.ts';
import { forward } from './forward.ts';
import type { DraftPorts } from './ports.ts';

/**
 * What becomes of events that come while a release is frozen. Where its draft had been approved they are the next release's,
 * frozen or not. Else they wait for the thaw, which may never come, and so whoever runs Gazette is told.
 */
export const takeWhileFrozen = async (
  ports: DraftPorts,
  { release, events }: ReleaseKeys,
  latest: Draft,
): Promise<void> => {
  const untaken = events.filter((event) => !latest.events.includes(event));
  if (untaken.length === 0) return;
  const end = await readOutcome(ports.ledger, release, latest.draft);
  if (end?.outcome === 'approved') return forward(ports, latest, untaken);
  await tellWaitingNews(ports, release, newsOf(untaken));
};
