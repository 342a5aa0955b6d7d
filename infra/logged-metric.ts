import { Duration, Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Watch } from './watch.ts';

/** Counts the lines of a log that bear a code, for every five minutes; `dimensions` tell one from another by a field. */
export const loggedMetric = (
  watch: Watch,
  logGroup: ILogGroup,
  [metricName, code]: readonly [string, string],
  dimensions?: Record<string, string>,
): Metric =>
  new MetricFilter(watch, metricName, {
    logGroup,
    filterPattern: FilterPattern.stringValue('$.code', '=', code),
    // A metric of a log has no dimension of its own that tells one stage from another.
    metricNamespace: Stack.of(watch).stackName,
    metricName,
    ...(dimensions && { dimensions }),
  }).metric({ period: Duration.minutes(5), statistic: 'Sum' });
