#!/usr/bin/env node
import { runCommand } from './command.ts';
import { doctor } from './doctor.ts';
import { UsageError } from './event-files.ts';
import { evidence } from './evidence.ts';
import { send } from './send.ts';
import { thaw } from './thaw.ts';
import { verify } from './verify.ts';

const usage = `gazette COMMAND

  send FILE...       signs events as their sources would and posts them
  doctor FILE        says why a captured delivery does not verify
  evidence RELEASE   writes every fact of a release into one file
  verify FILE        checks such a file, and needs nothing else for it
  thaw RELEASE       lets a release go on that somebody froze

A RELEASE is named by its id, or by the reference that stands in mails.

gazette COMMAND --help says more.`;

await runCommand(async () => {
  const [command, ...args] = process.argv.slice(2);
  switch (command) {
    case 'send':
      return send(args);
    case 'doctor':
      return doctor(args);
    case 'evidence':
      return evidence(args);
    case 'verify':
      return verify(args);
    case 'thaw':
      return thaw(args);
    case '--help':
      console.log(usage);
      return;
    case undefined:
      throw new UsageError(usage);
    default:
      throw new UsageError(`There is no command ${command}.\n\n${usage}`);
  }
});
