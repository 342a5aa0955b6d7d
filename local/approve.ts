import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalMail } from './mail.ts';
import type { Stack } from './stack.ts';
import { type Page, visitor } from './visitor.ts';

/** Waits until something is there; says what was waited for when it does not come. */
export const waitFor = async <T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  timeoutMilliseconds = 20_000,
): Promise<T> => {
  const deadline = Date.now() + timeoutMilliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMilliseconds / 1000} s in vain for ${what}`);
    await sleep(25);
  }
};

/** The link to a review page in a mail; undefined where the mail has none. */
export const linkIn = ({ text }: LocalMail): string | undefined =>
  /https?:\/\/\S+\/r\/[a-z2-7]{32}/.exec(text)?.[0];

const codeIn = ({ text }: LocalMail): string | undefined => /^\s*(\d{6})\s*$/m.exec(text)?.[1];

const addressed = (mail: LocalMail, address: string): boolean => mail.to.some((to) => to.includes(address));

/** Opens the link of a mail, asks for the code, reads it in the next mail, and enters it: the draft as the approver has it. */
export const openDraft = async (
  stack: Pick<Stack, 'mails'>,
  address: string,
  link: string,
): Promise<{ person: ReturnType<typeof visitor>; page: Page }> => {
  const person = visitor();
  const before = new Set((await stack.mails()).map(({ id }) => id));
  const waiting = await person.submit(await person.open(link), 'send-code');
  const code = await waitFor(`the mail with a code to ${address}`, async () => {
    const mails = (await stack.mails()).filter((mail) => !before.has(mail.id) && addressed(mail, address));
    return mails.map(codeIn).find((found) => found !== undefined);
  });
  return { person, page: await person.submit(waiting, 'enter-code', { code }) };
};

/** What an approver decides on the page of a draft. */
export const decideOn = (
  person: ReturnType<typeof visitor>,
  page: Page,
  decision: { decision: 'approve' } | { decision: 'request-changes'; reason: string },
): Promise<Page> => {
  const read = /name="read" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return person.submit(page, 'decide', { ...decision, read });
};
