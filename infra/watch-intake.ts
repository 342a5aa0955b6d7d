import type { Intake } from './intake.ts';
import { loggedMetric } from './logged-metric.ts';
import type { Watch } from './watch.ts';

/**
 * Counts what receive logs and no failure of a function shows: two events under one id, both proven to be their source's;
 * a system that cannot be asked about a person; and, for each source, what was about nobody whom a company discloses.
 */
export const watchIntake = (watch: Watch, { receive }: Intake): void => {
  const count = (metricName: string, code: string, dimensions?: Record<string, string>) =>
    loggedMetric(watch, receive.logGroup, [metricName, code], dimensions);

  watch.alarm('EventIdConflict', count('EventIdConflicts', 'EVENT_ID_CONFLICT'), {
    what: 'A source sent an event under the id of another one.',
    errorImpact:
      'What it said was not taken, and if its secret is known to somebody else, the rest is in doubt.',
    heading: 'an-event-id-came-with-another-body',
  });
  watch.alarm('LookupFailed', count('LookupFailures', 'LOOKUP_FAILED'), {
    what: 'The system of a source could not be asked about a person.',
    errorImpact:
      'News of an officer waits with the sender, who gives up in the end, or a draft lacks what the system knows.',
    heading: 'a-lookup-failed',
  });
  // Shows in a rotation whether the previous secret is still in use: docs/runbook.md#rotate-a-sources-secret
  count('EventsRecorded', 'EVENT_RECORDED', { source: '$.source', key: '$.key' });
  // docs/runbook.md#nothing-came-of-a-delivery
  count('NotDisclosable', 'EVENT_NOT_DISCLOSABLE', { source: '$.source' });
};
