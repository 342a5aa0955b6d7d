import { Buffer } from 'node:buffer';
import type { SESv2Client, SendEmailCommandInput, Attachment as SesAttachment } from '@aws-sdk/client-sesv2';
import type { Attachment, Mailer, OutgoingMail } from '../ports/mail.ts';
import { headerValue, mailbox } from './mail-headers.ts';

interface SesSender {
  /** The address that mails come from. */
  from: string;
  configurationSet: string;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).replace(/>$/, '');

const attachmentInput = ({ name, type, content }: Attachment): SesAttachment => ({
  FileName: headerValue(name),
  ContentType: headerValue(type),
  ContentDisposition: 'ATTACHMENT',
  ContentTransferEncoding: 'BASE64',
  RawContent: Buffer.from(content),
});

/**
 * A mail as SES takes it: to one recipient, marked as automatic so that no absence note answers it. SES sets the
 * Message-ID itself; mail clients keep a conversation together by a constant subject and a constant id referred to.
 */
export const sendEmailInput = (
  mail: OutgoingMail,
  { from, configurationSet }: SesSender,
): SendEmailCommandInput => {
  const { attachments = [] } = mail;
  const thread = headerValue(`<${mail.thread}@${domainOf(from)}>`);
  return {
    FromEmailAddress: headerValue(from),
    Destination: { ToAddresses: [mailbox(mail.to)] },
    ConfigurationSetName: configurationSet,
    // Whatever the account or the set says: tracking puts an image into the mail and rewrites its link.
    ConfigurationOverrides: {
      Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
    },
    Content: {
      Simple: {
        // Without a charset SES takes ASCII, and so sends the parts as they are.
        Subject: { Data: headerValue(mail.subject) },
        Body: {
          Text: { Data: mail.text },
          Html: { Data: mail.html },
        },
        Headers: [
          { Name: 'Auto-Submitted', Value: 'auto-generated' },
          { Name: 'X-Auto-Response-Suppress', Value: 'OOF, AutoReply, DR, RN, NRN' },
          { Name: 'References', Value: thread },
          { Name: 'In-Reply-To', Value: thread },
        ],
        ...(attachments.length > 0 && { Attachments: attachments.map(attachmentInput) }),
      },
    },
  };
};

/** Sends by Amazon SES. The SDK's client is loaded when the first mail goes out, which keeps it out of the cold start. */
export const sesMailer = (sender: SesSender): Mailer => {
  let client: SESv2Client | undefined;
  return {
    send: async (mail) => {
      const input = sendEmailInput(mail, sender);
      const ses = await import('@aws-sdk/client-sesv2');
      client ??= new ses.SESv2Client({});
      const { MessageId } = await client.send(new ses.SendEmailCommand(input));
      if (MessageId === undefined) throw new Error('SES took a mail without giving it an id');
      return MessageId;
    },
  };
};
