import type { EventFact } from './event.ts';
import { eventName, retractionsOf, standingActs } from './standing-acts.ts';
import { isOneMatter } from './told-elsewhere.ts';

/**
 * The events of a release whose retractions meet nothing there and take back what another release tells of, each with
 * those retractions alone: what else it says is said where it was sent.
 */
export const strayRetractions = (from: readonly EventFact[], to: readonly EventFact[]): EventFact[] => {
  const { events, retractions } = standingActs(from);
  const { tellings } = standingActs(to);
  const present = new Set(to.map(eventName));
  return events.flatMap((event) => {
    const name = eventName(event);
    if (present.has(name)) return [];
    const strays = retractions.filter(({ by, met }) => by === name && met.length === 0);
    const retracts = event.data.retracts.filter(({ kind, person }) =>
      strays.some((stray) => stray.kind === kind && stray.person === person),
    );
    const { company } = event.data;
    const alone: EventFact = { ...event, data: { company, acts: [], replaces: [], retracts } };
    const isMet = retractionsOf(alone, tellings).some(({ met }) =>
      met.some(({ at }) => isOneMatter(at, Date.parse(event.time))),
    );
    return isMet ? [alone] : [];
  });
};
