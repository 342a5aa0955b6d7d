import { Duration, Stack } from 'aws-cdk-lib';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Intake } from './intake.ts';
import type { Watch } from './watch.ts';

/** Alarms when a source says two things under one id: both deliveries are proven to be its own, so no function fails. */
export const watchIntake = (watch: Watch, { receive }: Intake): void => {
  const conflicts = new MetricFilter(watch, 'EventIdConflicts', {
    logGroup: receive.logGroup,
    filterPattern: FilterPattern.stringValue('$.code', '=', 'EVENT_ID_CONFLICT'),
    // A metric of a log has no dimension of its own that tells one stage from another.
    metricNamespace: Stack.of(watch).stackName,
    metricName: 'EventIdConflicts',
  });
  watch.alarm('EventIdConflict', conflicts.metric({ period: Duration.minutes(5), statistic: 'Sum' }), {
    what: 'A source sent an event under the id of another one.',
    errorImpact:
      'What it said was not taken, and if its secret is known to somebody else, the rest is in doubt.',
    heading: 'an-event-id-came-with-another-body',
  });
};
