import { join, relative, resolve } from 'node:path';
import * as v from 'valibot';
import { parseArguments } from './arguments.ts';
import { portOption, settleOption } from './options.ts';
import { messageOf } from './wire.ts';

const usage = `Runs Gazette on this machine.

  npm start -- [options]

  --port N          where the API listens (3000)
  --data DIR        where objects, mails and logs are kept (.local)
  --settle SECONDS  how long events may gather before a draft is made of them
  --help            this text`;

const optionsSchema = v.object({
  port: portOption,
  data: v.string(),
  settle: v.optional(settleOption),
  help: v.optional(v.boolean(), false),
});

const fail = (status: number, message: string): never => {
  console.error(message);
  process.exit(status);
};

const readOptions = () => {
  try {
    const { values, positionals } = parseArguments(
      {
        port: { type: 'string', default: '3000' },
        data: { type: 'string', default: '.local' },
        settle: { type: 'string' },
        help: { type: 'boolean' },
      },
      process.argv.slice(2),
    );
    if (positionals.length > 0)
      return fail(2, `There is nothing to be done with ${positionals[0]}.\n\n${usage}`);
    return v.parse(optionsSchema, values);
  } catch (error) {
    return fail(2, `${messageOf(error)}\n\n${usage}`);
  }
};

const isPortTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';

const { port, data, settle, help } = readOptions();
if (help) {
  console.log(usage);
  process.exit(0);
}

// Only now, because CDK takes most of a second to load, and a usage text need not wait for it.
const { runLocal, unsignedSources } = await import('./run.ts');
const { removeAddress, writeAddress } = await import('./stack-address.ts');
const stack = await runLocal({
  dataDirectory: data,
  port,
  ...(settle !== undefined && { settleSeconds: settle }),
  onLog: ({ from, source, text }) => {
    if (from === 'stack') console.error(`${source}: ${text}`);
  },
}).catch((error: unknown) =>
  fail(
    1,
    isPortTaken(error) ? `Port ${port} is taken. Try: npm start -- --port ${port + 1}` : messageOf(error),
  ),
);

writeAddress(data, stack);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    removeAddress(data);
    await stack.stop();
    process.exit(0);
  });

// Queues are in memory and do not outlive the stack: what was on its way when it last stopped is found in the ledger.
stack.fire('every-day').catch((error: unknown) => console.error(`sweep: ${messageOf(error)}`));

const shown = (path: string) => relative(process.cwd(), path) || '.';
console.log(`Gazette runs on this machine.

  API      ${stack.baseUrl}  (sources post to ${stack.baseUrl}/events/{source})
  Inbox    ${stack.inboxUrl}
  Ledger   ${stack.ledgerUrl}
  Objects  ${shown(stack.buckets.ledger.directory)} and ${shown(stack.buckets.desk.directory)}
  Logs     ${shown(join(resolve(data), 'logs'))}

Press Ctrl-C to stop.`);
for (const source of unsignedSources())
  console.error(
    `\nlocal/secrets.json has no secret for the source ${source}, so that nothing here can sign for it. Add one, and start again.`,
  );
