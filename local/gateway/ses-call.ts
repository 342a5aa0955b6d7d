import * as v from 'valibot';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire.ts';
import { type Call, jsonOf, unknownCall } from './call.ts';

/** What the template says of senders. */
export interface Senders {
  /** The ARN of the verified identity that covers an address, and the configuration set that it names. */
  identityOf(address: string): { arn: string; configurationSet: string | undefined } | undefined;
  configurationSetArn(name: string): string | undefined;
}

const addresses = v.optional(v.array(v.string()), []);

const mail = v.object({
  FromEmailAddress: v.string(),
  ConfigurationSetName: v.optional(v.string()),
  Destination: v.optional(
    v.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
    {},
  ),
  Content: v.object({ Raw: v.optional(v.unknown()) }),
});

/** The address in `Name <address>`. */
export const bareAddress = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim();

/** A call to SES v2; throws ServiceError for a sender or a configuration set that the template does not define. */
export const sesCall = (request: WireRequest, senders: Senders): Call => {
  if (request.method !== 'POST' || request.path !== '/v2/email/outbound-emails')
    return unknownCall(`ses ${request.method} ${request.path}`);
  const { FromEmailAddress, ConfigurationSetName, Destination, Content } = v.parse(mail, jsonOf(request));
  const subject = bareAddress(FromEmailAddress);
  const identity = senders.identityOf(subject);
  if (identity === undefined)
    throw new ServiceError(
      400,
      'MessageRejected',
      'Email address is not verified: no identity covers the sender',
    );
  const set = ConfigurationSetName ?? identity.configurationSet;
  const setArn = set === undefined ? undefined : senders.configurationSetArn(set);
  if (set !== undefined && setArn === undefined)
    throw new ServiceError(404, 'NotFoundException', `Configuration set <${set}> does not exist`);

  // SES authorises a ready-made MIME message under a name of its own.
  const action = Content.Raw === undefined ? 'ses:SendEmail' : 'ses:SendRawEmail';
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination;
  const context = {
    'aws:securetransport': 'true',
    'ses:fromaddress': subject,
    'ses:recipients': [...ToAddresses, ...CcAddresses, ...BccAddresses].map(bareAddress),
  };
  const demand = (resource: string) => ({ action, resource, context });
  return {
    service: 'ses',
    operation: 'SendEmail',
    subject,
    demands: [demand(identity.arn), ...(setArn === undefined ? [] : [demand(setArn)])],
  };
};
