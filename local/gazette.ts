#!/usr/bin/env node
import { runCommand } from './command.ts';
import { doctor } from './doctor.ts';
import { UsageError } from './event-files.ts';
import { send } from './send.ts';

const usage = `gazette COMMAND

  send FILE...   signs events as their sources would and posts them
  doctor FILE    says why a captured delivery does not verify

gazette COMMAND --help says more.`;

await runCommand(async () => {
  const [command, ...args] = process.argv.slice(2);
  switch (command) {
    case 'send':
      return send(args);
    case 'doctor':
      return doctor(args);
    case '--help':
      console.log(usage);
      return;
    case undefined:
      throw new UsageError(usage);
    default:
      throw new UsageError(`There is no command ${command}.\n\n${usage}`);
  }
});
