import { createHash } from 'node:crypto';
import { redlineFile } from '../../functions/adapters/word-file.ts';
import { type Company, ownerReader } from '../../functions/domain/company.ts';
import type { Draft } from '../../functions/domain/draft.ts';
import type { MailAsk } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { mailIds } from '../../functions/domain/mail-ids.ts';
import type { RandomBytes } from '../../functions/domain/tokens.ts';
import { makeWork } from '../../functions/notify/handler.ts';
import type { NotifyPorts } from '../../functions/notify/ports.ts';
import type { Desk } from '../../functions/ports/desk.ts';
import { type Ledger, putFact } from '../../functions/ports/ledger.ts';
import type { LogFields } from '../../functions/ports/log.ts';
import type { OutgoingMail } from '../../functions/ports/mail.ts';
import type { ReviewPorts } from '../../functions/review/ports.ts';
import { company, draftOf, putDraft } from './draft.ts';
import { memoryDesk } from './memory-desk.ts';
import { bytesIn, memoryLedger, storedIn } from './memory-ledger.ts';
import { signer } from './signer.ts';
import { templates } from './templates.ts';

export const baseUrl = 'https://gazette.example.com';

/** Whoever runs Gazette. */
export const operations = { name: 'Gazette operations', email: 'ops@gazette.example.com' };

/** Bytes that look random, never repeat, and are the same in every run. */
export const repeatableBytes = (): RandomBytes => {
  let count = 0;
  return (size) => {
    count += 1;
    return createHash('shake256', { outputLength: size }).update(String(count)).digest();
  };
};

/** A clock that stands still until a test moves it. */
export const makeClock = (start = '2002-06-06T12:00:00.000Z') => {
  let time = Date.parse(start);
  return {
    now: (): Date => new Date(time),
    pass: (minutes: number): void => {
      time += minutes * 60_000;
    },
  };
};

/** Review and notify at work in memory: a ledger with a draft, a desk, a clock, and the mails that went out. */
export const openOffice = async (
  options: { draft?: Draft; company?: Company; ledger?: Ledger; desk?: Desk } = {},
) => {
  const clock = makeClock();
  const facts = memoryLedger(new Map(), clock.now);
  const papers = memoryDesk();
  const draft = await putDraft(facts, options.draft ?? draftOf());
  const profile = options.company ?? company;
  const mails: OutgoingMail[] = [];
  const logged: { code: string; fields: LogFields | undefined }[] = [];
  const ports = {
    ledger: options.ledger ?? facts,
    bytesOf: bytesIn(facts),
    storedKeys: storedIn(facts),
    desk: options.desk ?? papers,
    operations,
    sender: 'no-reply@gazette.example.com',
    companies: new Map([[profile.id, profile]]),
    templates,
    baseUrl,
    now: clock.now,
    randomBytes: repeatableBytes(),
    redlineFile,
    sign: signer,
    isOutage: () => false,
    log: (_level, code, fields) => {
      // It names the company and the subject, before anybody may know of either.
      if (JSON.stringify(fields ?? {}).includes(draft.release)) throw new Error(`${code} names its release`);
      logged.push({ code, fields });
    },
  } satisfies ReviewPorts & Pick<NotifyPorts, 'operations' | 'sender'>;
  const notify = makeWork({
    ...ports,
    ledger: facts,
    desk: papers,
    mailer: {
      send: async (mail) => {
        mails.push(mail);
        return `message-${mails.length}`;
      },
    },
  });

  /** Sends every mail of the outbox that was not sent yet, as the queue would have it. */
  const deliver = async (): Promise<void> => {
    for (const key of await facts.list(keys.releases)) if (key.endsWith('.mail.json')) await notify(key);
  };

  let invitations = 0;

  /** The path of the link in a mail of a kind to a reader, which is sent now; undefined where none is. */
  const mailLink = async (
    kind: 'ask' | 'link',
    approver: string,
    number: number,
  ): Promise<string | undefined> => {
    const ask: MailAsk = { kind, draft: number, approver, askedAt: clock.now().toISOString() };
    invitations += 1;
    const id = `${mailIds.of(kind, number, approver)}-${invitations}`;
    await putFact(facts, keys.mail(draft.release, id), ask);
    const before = mails.length;
    const address =
      profile.approvers.find(({ id: other }) => other === approver)?.email ?? profile.owner.email;
    await deliver();
    const link = mails
      .slice(before)
      .findLast(({ to, text }) => to.email === address && text.includes('/r/'))
      ?.text.match(/https:\S+/)?.[0];
    return link === undefined ? undefined : new URL(link).pathname;
  };

  /** Asks an approver about a draft, in a mail of its own each time, and answers with the path of the link that was mailed. */
  const invite = async (approver: string, number = draft.draft): Promise<string> => {
    // Who is not asked, such as the owner, is mailed a new link.
    const asked = approver === ownerReader ? undefined : await mailLink('ask', approver, number);
    const link = asked ?? (await mailLink('link', approver, number));
    if (link === undefined) throw new Error('No link was mailed');
    return link;
  };

  /** The newest code that was mailed. */
  const newestCode = (): string => {
    const code = mails.findLast(({ text }) => text.startsWith('Your code'))?.text.match(/^ +(\d{6})$/m)?.[1];
    if (code === undefined) throw new Error('No code was mailed');
    return code;
  };

  return { ports, facts, papers, draft, clock, mails, logged, notify, deliver, invite, newestCode };
};

export type Office = Awaited<ReturnType<typeof openOffice>>;
