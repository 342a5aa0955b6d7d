import type { EventFact } from './event.ts';
import { eventName } from './standing-acts.ts';

/**
 * Ids that standing events of ours say they replace and that the release has no event for: a correction that corrects
 * nothing. Other systems also take back what they have never announced, such as an envelope that nobody had signed.
 */
export const unknownReplaced = (events: readonly EventFact[], standing: readonly EventFact[]): string[] => {
  const known = new Set(events.map(eventName));
  return standing
    .filter(({ mapping }) => mapping === undefined)
    .flatMap(({ source, data }) =>
      data.replaces.map((id) => eventName({ source, id })).filter((name) => !known.has(name)),
    );
};
