import { loggedMetric } from './logged-metric.ts';
import type { Sweeping } from './sweeping.ts';
import type { Watch } from './watch.ts';

/** Alarms when a draft may not pass in time, which is no failure of any function. */
export const watchSweeping = (watch: Watch, { sweep }: Sweeping): void => {
  watch.alarm('ReleaseAtRisk', loggedMetric(watch, sweep.logGroup, ['ReleasesAtRisk', 'RELEASE_AT_RISK']), {
    what: 'A release may not be approved in time, or cannot be.',
    errorImpact:
      'Its report may be filed late, as those who must decide are away, not reached by mail or too few.',
    heading: 'a-release-may-not-pass-in-time',
  });
};
