import type { ActKind } from '../acts.ts';
import type { Company } from '../company.ts';
import type { GivenWords, SentAct } from './narrator.ts';

/** What a release announces, and what its events decide about its form. */
export interface Announcement {
  company: Company;
  /** In the order in which their events were decided; the house style orders the kinds. */
  acts: readonly SentAct[];
  /** The day that the release bears. */
  announced: string;
  /** The event's own headline, where it sent one. */
  headline: string | undefined;
  /** The event's own lines under the headline; none where it sent an empty list. */
  subheads: readonly string[] | undefined;
  /** The kind that leads, where an event named one. */
  leading: ActKind | undefined;
  /** What editors gave in words for facts that have no place in their act. */
  words?: readonly GivenWords[];
}
