import { loggedMetric } from './logged-metric.ts';
import type { Sweeping } from './sweeping.ts';
import type { Watch } from './watch.ts';

/** Alarms when a draft may not pass in time, or news wait for a thaw, which is no failure of any function. */
export const watchSweeping = (watch: Watch, { sweep }: Sweeping): void => {
  // What draft was not told of in time, sweep finds.
  watch.alarm('NewsWaiting', loggedMetric(watch, sweep.logGroup, ['NewsWhileFrozen', 'EVENT_WHILE_FROZEN']), {
    what: 'News that came to a release which is frozen wait for it to be thawed, and nobody was told when they came.',
    errorImpact: 'They are in no draft, and a filing that they make due may be late.',
    heading: 'news-wait-for-a-release-that-is-frozen',
  });
  watch.alarm('ReleaseAtRisk', loggedMetric(watch, sweep.logGroup, ['ReleasesAtRisk', 'RELEASE_AT_RISK']), {
    what: 'A release may not be approved in time, or cannot be.',
    errorImpact:
      'Its report may be filed late, as those who must decide are away, not reached by mail or too few.',
    heading: 'a-release-may-not-pass-in-time',
  });
};
