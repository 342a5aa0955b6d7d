import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { BusEvent, EventBus } from './event-bus.ts';
import { bareAddress } from './gateway/ses-call.ts';
import type { World } from './template/physical.ts';
import type { Resources } from './template/resource-types.ts';
import type { WireHandler, WireRequest } from './wire.ts';

/** What SES tells of a mail, by the name of its event type in a configuration set. */
interface Feedback {
  matching: 'bounce' | 'complaint';
  detailType: string;
  detail: (recipient: string, timestamp: string) => Readonly<Record<string, unknown>>;
}

const bounce = (bounceSubType: string): Feedback => ({
  matching: 'bounce',
  detailType: 'Email Bounced',
  detail: (emailAddress, timestamp) => ({
    eventType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bounceSubType,
      bouncedRecipients: [
        { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ],
      timestamp,
      feedbackId: randomUUID(),
    },
  }),
});

const complaint: Feedback = {
  matching: 'complaint',
  detailType: 'Email Complaint Received',
  detail: (emailAddress, timestamp) => ({
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress }],
      timestamp,
      feedbackId: randomUUID(),
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
    },
  }),
};

/** The addresses of https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html; the others take every mail. */
const simulated: Readonly<Record<string, Feedback>> = {
  bounce: bounce('General'),
  suppressionlist: bounce('Suppressed'),
  complaint,
};

const mail = v.object({
  FromEmailAddress: v.string(),
  ConfigurationSetName: v.string(),
  Destination: v.object({ ToAddresses: v.array(v.string()) }),
  Content: v.object({ Simple: v.object({ Subject: v.object({ Data: v.string() }) }) }),
});
const answered = v.pipe(v.string(), v.parseJson(), v.object({ MessageId: v.string() }));

/** What the simulator of SES would tell of a mail to an address; a label such as that of `bounce+ana@` changes nothing. */
const feedbackFor = (address: string): Feedback | undefined => {
  const [, name = ''] = /^([^@+]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  return simulated[name.toLowerCase()];
};

/** Wraps SES so that it tells of mails to the addresses of its mailbox simulator, as far as the configuration set wants it. */
export const simulateMailboxes = (
  ses: WireHandler,
  resources: Resources,
  { region, account }: World,
  bus: EventBus,
): WireHandler => {
  const destinations = resources('AWS::SES::ConfigurationSetEventDestination').map(
    ({ properties }) => properties,
  );
  const isWanted = (set: string, { matching }: Feedback): boolean =>
    destinations.some(
      ({ ConfigurationSetName, EventDestination: { MatchingEventTypes, EventBridgeDestination } }) =>
        ConfigurationSetName === set &&
        EventBridgeDestination !== undefined &&
        MatchingEventTypes.includes(matching),
    );

  const eventsOf = (request: WireRequest, messageId: string): BusEvent[] => {
    const sent = v.parse(mail, JSON.parse(request.body.toString()));
    const { FromEmailAddress: source, ConfigurationSetName: set, Destination, Content } = sent;
    const timestamp = new Date().toISOString();
    return Destination.ToAddresses.map(bareAddress).flatMap((recipient) => {
      const feedback = feedbackFor(recipient);
      if (feedback === undefined || !isWanted(set, feedback)) return [];
      const subject = Content.Simple.Subject.Data;
      const about = { timestamp, source, sendingAccountId: account, messageId, destination: [recipient] };
      const headers = { commonHeaders: { to: Destination.ToAddresses, subject } };
      const tags = { 'ses:configuration-set': [set] };
      return {
        version: '0',
        id: randomUUID(),
        source: 'aws.ses',
        'detail-type': feedback.detailType,
        account,
        time: timestamp.replace(/\.\d+/, ''),
        region,
        resources: [],
        detail: { ...feedback.detail(recipient, timestamp), mail: { ...about, ...headers, tags } },
      };
    });
  };

  return async (request) => {
    const answer = await ses(request);
    if (answer.status !== 200) return answer;
    const { MessageId } = v.parse(answered, String(answer.body));
    for (const event of eventsOf(request, MessageId)) await bus.put(event);
    return answer;
  };
};
