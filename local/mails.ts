import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mustache from 'mustache';
import { sendEmailInput } from '../functions/adapters/mail-ses.ts';
import type { OutgoingMail } from '../functions/ports/mail.ts';
import { readTemplates } from '../infra/templates.ts';
import { readArguments, runCommand } from './command.ts';
import { decodeWords } from './encoded-words.ts';
import { samples } from './mail-samples/list.ts';
import { sender, sendMassChange, sendSample } from './mail-samples/send.ts';

const usage = `npm run mails

Writes every mail that Gazette sends, with what an example makes of it, to
.local/mails, and prints the address of a page that shows them all: as on a
phone and on a desktop, the text part, the headers and what is attached.
Nothing needs to run, and nothing is sent.`;

const directory = join(import.meta.dirname, '..', '.local', 'mails');

const page = readFileSync(join(import.meta.dirname, 'pages', 'mails.mustache'), 'utf8');

/** The headers of a mail as SES is given them. */
const headersOf = (mail: OutgoingMail): string => {
  const input = sendEmailInput(mail, { from: sender, configurationSet: 'mails' });
  const named = input.Content?.Simple?.Headers ?? [];
  return [
    `From: ${input.FromEmailAddress ?? ''}`,
    ...(input.Destination?.ToAddresses ?? []).map((to) => `To: ${decodeWords(to)}`),
    `Subject: ${input.Content?.Simple?.Subject?.Data ?? ''}`,
    ...named.map(({ Name, Value }) => `${Name}: ${Value}`),
  ].join('\n');
};

await runCommand(async () => {
  readArguments({}, usage);
  const templates = await readTemplates(['release', 'mail']);
  const mails: { name: string; mail: OutgoingMail }[] = [];
  for (const sample of samples) mails.push({ name: sample.name, mail: await sendSample(sample, templates) });
  mails.push({ name: 'mass-change', mail: await sendMassChange(templates) });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const { name, mail } of mails) writeFileSync(join(directory, `${name}.html`), mail.html);
  const view = {
    mails: mails.map(({ name, mail }) => ({
      name,
      text: mail.text,
      html: mail.html,
      headers: headersOf(mail),
      attachments: mail.attachments ?? [],
    })),
  };
  const index = join(directory, 'index.html');
  writeFileSync(index, mustache.render(page, view));
  console.log(`${mails.length} mails: ${pathToFileURL(index).href}`);
});
