import type { Drafting } from './drafting.ts';
import { loggedMetric } from './logged-metric.ts';
import type { Watch } from './watch.ts';

/** Alarms when drafting went as it should and somebody must look all the same. */
export const watchDrafting = (watch: Watch, { draft }: Drafting): void => {
  const logged = (metricName: string, code: string) =>
    loggedMetric(watch, draft.logGroup, [metricName, code]);

  watch.alarm('EventTooLate', logged('EventsAfterPublication', 'EVENT_AFTER_PUBLICATION'), {
    what: 'An event corrects or takes back what was approved.',
    errorImpact:
      'The public may hold for true what its source no longer says, until the owner and counsel act.',
    heading: 'a-correction-or-withdrawal-came-too-late',
  });
  watch.alarm('EventWhileFrozen', logged('EventsWhileFrozen', 'EVENT_WHILE_FROZEN'), {
    what: 'News came to a release that is frozen, and wait for it to be thawed.',
    errorImpact: 'They are in no draft, and a filing that they make due may be late.',
    heading: 'news-wait-for-a-release-that-is-frozen',
  });
  watch.alarm('MassChange', logged('MassChanges', 'MASS_CHANGE'), {
    what: 'More releases than may began from one source at once.',
    errorImpact: 'Those that are held have no draft, and nobody is asked to approve them.',
    heading: 'a-source-changes-much-at-once',
  });
};
