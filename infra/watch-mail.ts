import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { configurationSetDimension, type Mail } from './mail.ts';
import type { Watch } from './watch.ts';

const lost = 'Somebody who waits for a mail did not get it, and will get none until this is put right.';

const reputation = {
  errorImpact: 'SES may stop all our mail, and then nobody can decide.',
  heading: 'the-reputation-of-our-mail-falls',
};

/** Alarms when a mail does not arrive, or when SES is about to stop us from sending. */
export const watchMail = (watch: Watch, { configurationSet }: Mail): void => {
  const counted = (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/SES',
      metricName,
      dimensionsMap: { [configurationSetDimension]: configurationSet.configurationSetName },
      period: Duration.minutes(5),
      statistic,
    });

  watch.alarm('MailBounced', counted('Bounce', 'Sum'), {
    what: 'A mail bounced.',
    errorImpact: lost,
    heading: 'a-mail-bounced',
  });
  watch.alarm('MailRejected', counted('Reject', 'Sum'), {
    what: 'SES rejected a mail.',
    errorImpact: lost,
    heading: 'a-mail-bounced',
  });
  watch.alarm('MailComplaint', counted('Complaint', 'Sum'), {
    what: 'A recipient marked a mail as spam.',
    errorImpact: lost,
    heading: 'a-recipient-complained',
  });
  // SES puts an account under review from 5 percent bounces or 0.1 percent complaints.
  watch.alarm(
    'BounceRate',
    counted('Reputation.BounceRate', 'Maximum'),
    { what: 'Five percent of our mails bounce.', ...reputation },
    { threshold: 0.05 },
  );
  watch.alarm(
    'ComplaintRate',
    counted('Reputation.ComplaintRate', 'Maximum'),
    { what: 'One recipient in a thousand complains.', ...reputation },
    { threshold: 0.001 },
  );
};
