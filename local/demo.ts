import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { keys } from '../functions/domain/keys.ts';
import { schemeOf } from '../functions/sources/source.ts';
import { readConfig } from '../infra/config.ts';
import { decideOn, linkIn, openDraft, waitFor } from './approve.ts';
import { readArgument, readArguments, runCommand } from './command.ts';
import { readEventFiles, UsageError } from './event-files.ts';
import { portOption } from './options.ts';
import { postEvent } from './post-event.ts';
import { developmentSecrets, runLocal } from './run.ts';
import type { Stack } from './stack.ts';

const usage = `npm run demo -- [--once] [--port N]

Starts Gazette on this machine, posts the events of the release of 6 June 2002
as its two sources would, and says which pages to open.
  --once     approves by itself through the mails and pages, prints the
             published release and ends
  --port N   where the API listens; 3000 if not given, any free one with --once`;

const root = join(import.meta.dirname, '..');
const examples = join(root, 'examples', 'iec-2002');
const shown = (path: string): string => relative(process.cwd(), path);

/** Ends with advice where a port is taken, before anything is changed. */
const requireFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(new UsageError(`Port ${port} is taken. Try: npm run demo -- --port ${port + 1}`)),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });

let step = 'starting the stack';
const begin = (next: string): void => {
  step = next;
  console.log(`\n${next.charAt(0).toUpperCase()}${next.slice(1)}`);
};
const say = (text: string): void => console.log(`  ${text}`);

const postEvents = async (stack: Stack): Promise<string> => {
  begin('posting five events, signed by two sources');
  const secrets = developmentSecrets();
  const { sources } = readConfig();
  const files = readdirSync(examples)
    .sort()
    .map((name) => join(examples, name));
  let release = '';
  for (const { file, bytes, event, source } of readEventFiles(files, sources)) {
    const { status, body } = await postEvent(stack.baseUrl, {
      source,
      secret: secrets[source] ?? '',
      id: event.id,
      bytes,
      scheme: schemeOf(sources[source] ?? { scheme: 'standard-webhooks' }),
    });
    if (status !== 202) throw new Error(`${shown(file)} was answered ${status} ${JSON.stringify(body)}`);
    say(`${source.padEnd(6)} ${event.data.acts.map(({ kind }) => kind).join(', ')}: ${status} accepted`);
    release = typeof body === 'object' && body !== null && 'release' in body ? String(body.release) : release;
  }
  return release;
};

const waitForMails = async (stack: Stack, release: string) => {
  begin('waiting for the draft and its mails');
  const company = readConfig().companies.find(({ id }) => release.startsWith(`${id}.`));
  const draft = join(stack.buckets.ledger.directory, keys.draft(release, 1));
  const { approvers } = await waitFor('the draft', () =>
    existsSync(draft) ? JSON.parse(readFileSync(draft, 'utf8')) : undefined,
  );
  say(`draft 1 is at ${shown(draft)}`);
  const asked = [];
  for (const { id, name, recused } of approvers) {
    const email = company?.approvers.find((approver) => approver.id === id)?.email ?? '';
    if (recused !== undefined) {
      say(`${name} is not asked: ${recused.charAt(0).toLowerCase()}${recused.slice(1)}`);
      continue;
    }
    const mail = await waitFor(`the mail to ${name}`, async () =>
      (await stack.mails()).find(({ to }) => to.some((address) => address.includes(email))),
    );
    say(`${name} was mailed: "${mail.subject}"`);
    asked.push({ name, email, link: linkIn(mail) ?? '' });
  }
  return asked;
};

const approveAll = async (stack: Stack, asked: Awaited<ReturnType<typeof waitForMails>>): Promise<void> => {
  begin('approving as each approver, through the mails and the pages');
  for (const { name, email, link } of asked) {
    const { person, page } = await openDraft(stack, email, link);
    if (!person.hasForm(page, 'decide')) {
      say(`${name} entered a code, and finds that nothing is left to decide`);
      continue;
    }
    const { status, heading } = await decideOn(person, page, { decision: 'approve' });
    if (status !== 200) throw new Error(`The decision of ${name} was answered ${status}: ${heading}`);
    say(`${name} entered a code, read draft 1, and approved it`);
  }
};

const collect = async (stack: Stack, release: string, target: string): Promise<void> => {
  begin('waiting for the publication');
  const ledger = stack.buckets.ledger.directory;
  const manifest = join(ledger, keys.published(release));
  await waitFor('published.json', () => (existsSync(manifest) ? true : undefined));
  mkdirSync(target, { recursive: true });
  cpSync(join(ledger, keys.publishedFile(release, '')), target, { recursive: true });
  cpSync(manifest, join(target, 'published.json'));
  say(`the published files are in ${shown(target)}: ${readdirSync(target).join(', ')}`);
  console.log(`\n${readFileSync(join(target, 'exhibit99-1.txt'), 'utf8')}`);
};

const invite = (stack: Stack, release: string): void => {
  const published = join(stack.buckets.ledger.directory, keys.publishedFile(release, ''));
  console.log(`
Now it is your turn.
  Inbox   ${stack.inboxUrl}   open a mail, follow its link, ask for a code
  Ledger  ${stack.ledgerUrl}  every fact, as a file
Legal needs 1 of 2 approvals and the board needs 2. Then the release is published, to
${shown(published)}.

Press Ctrl-C to stop.`);
};

await runCommand(async () => {
  const { values } = readArguments(
    { once: { type: 'boolean', default: false }, port: { type: 'string' } },
    usage,
  );
  const port = readArgument(portOption, values.port ?? (values.once ? '0' : '3000'));
  if (port !== 0) await requireFree(port);
  // A demo of its own for each address, so that one never takes the ledger from under another.
  const dataDirectory = join(root, '.local', port === 3000 ? 'demo' : `demo-${port === 0 ? 'once' : port}`);
  rmSync(dataDirectory, { recursive: true, force: true });
  let stack: Stack | undefined;
  try {
    console.log('Starting Gazette on this machine');
    stack = await runLocal({ dataDirectory, port });
    const release = await postEvents(stack);
    const asked = await waitForMails(stack, release);
    if (!values.once) {
      invite(stack, release);
      await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
      return;
    }
    await approveAll(stack, asked);
    await collect(stack, release, join(dataDirectory, 'published'));
  } catch (error) {
    console.error(`\nStopped while ${step}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await stack?.stop();
  }
});
