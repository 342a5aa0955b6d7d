import { deskSource } from '../domain/desk-edits/desk-edits.ts';
import { waitingKeys } from '../domain/desk-keys.ts';
import { releaseMark } from '../domain/release.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';

/** What is news to a release that is frozen, among events as `{source}~{id}`: an edit is made on the draft that the freeze ended. */
export const newsOf = (events: readonly string[]): string[] =>
  events.filter((event) => !event.startsWith(`${deskSource}~`)).sort();

/**
 * Tells whoever runs Gazette that these news wait for a release to be thawed, as an alarm counts the line: once for the same
 * news, once a day for each release, and again where a process dies right after. What comes on a day on which they were told
 * is left to sweep, which looks on the next.
 */
export const tellWaitingNews = async (
  { desk, log, now }: { desk: Pick<Desk, 'get' | 'put'>; log: Log; now: () => Date },
  release: string,
  news: readonly string[],
): Promise<void> => {
  if (news.length === 0) return;
  const told = [waitingKeys.news(release, news), waitingKeys.day(release, now())];
  for (const key of told) if ((await desk.get(key)) !== undefined) return;
  log('ERROR', 'EVENT_WHILE_FROZEN', { release: releaseMark(release) });
  for (const key of told) await desk.put(key, '{}');
};
