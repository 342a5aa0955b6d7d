import type { EventFact } from '../event.ts';

/**
 * The events by which editors changed something, among those that no draft took in before its release was approved: they came
 * in the very moment, and there is no next draft for them. Asking everyone anew changes nothing.
 */
export const lateEdits = (events: readonly EventFact[]): EventFact[] =>
  events.filter(
    ({ desk }) =>
      desk !== undefined &&
      (desk.announce !== undefined || desk.facts.length + desk.wording.length + desk.givenUp.length > 0),
  );
