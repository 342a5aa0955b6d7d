/** A file that comes with a mail; its content is text. */
export interface Attachment {
  name: string;
  /** Its media type. */
  type: string;
  content: string;
}

/** A mail as it goes out: one recipient, a text part and an HTML part. */
export interface OutgoingMail {
  to: { name: string; email: string };
  subject: string;
  text: string;
  html: string;
  /** Names the conversation that mail clients put it in; an id of ours, never an address. */
  thread: string;
  attachments?: readonly Attachment[];
}

/** Whatever sends mail; answers with the id that it gave the message. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<string>;
}
