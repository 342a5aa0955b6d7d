import type { Hearing } from './hearing.ts';
import { loggedMetric } from './logged-metric.ts';
import type { Watch } from './watch.ts';

/** Alarms when SES tells that a mail will not reach somebody whose decision is awaited. */
export const watchHearing = (watch: Watch, { hear }: Hearing): void => {
  const unreachable = loggedMetric(watch, hear.logGroup, ['ApproversUnreachable', 'APPROVER_UNREACHABLE']);
  watch.alarm('ApproverUnreachable', unreachable, {
    what: 'An approver cannot be reached by mail.',
    errorImpact: 'They do not know that they must decide, and a filing may be late for it.',
    heading: 'an-approver-cannot-be-reached-by-mail',
  });
};
