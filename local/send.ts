import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readConfig } from '../infra/config.ts';
import { readArguments, runCommand } from './command.ts';
import { readEventFiles, UsageError } from './event-files.ts';
import { postEvent } from './post-event.ts';
import { messageOf } from './wire.ts';

const usage = `npm run send -- FILE... [--to ADDRESS] [--secrets FILE]

Signs each event as its source would and posts it. Without options it posts to
the stack that npm start runs, with the development secrets.
  --to ADDRESS     where to post; http://localhost:3000 if not given
  --secrets FILE   JSON with the secret of each source by its id`;

const developmentSecrets = join(import.meta.dirname, 'secrets.json');

const secretsSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

const readSecrets = (file: string): Record<string, string> => {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const parsed = v.safeParse(secretsSchema, readFileSync(file, 'utf8'));
  if (!parsed.success) throw new UsageError(`${file} must be JSON with the secret of each source by its id.`);
  return parsed.output;
};

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      to: { type: 'string', default: 'http://localhost:3000' },
      secrets: { type: 'string', default: developmentSecrets },
    },
    usage,
  );
  const files = readEventFiles(positionals, Object.keys(readConfig().sources));
  if (!URL.canParse(values.to) || !/^https?:/.test(values.to)) {
    throw new UsageError(`--to must be an address such as http://localhost:3000, not ${values.to}.`);
  }
  const secrets = readSecrets(values.secrets);
  for (const { file, bytes, event, source } of files) {
    const secret = secrets[source];
    if (secret === undefined)
      throw new UsageError(`${values.secrets} has no secret for the source ${source}.`);
    const answer = await postEvent(values.to, { source, secret, id: event.id, bytes }).catch(
      (cause: unknown) => {
        // fetch fails with a TypeError where nobody answers; anything else is about the secret.
        if (!(cause instanceof TypeError))
          throw new UsageError(`${values.secrets}: ${messageOf(cause)}`, { cause });
        throw new UsageError(`Nothing answers at ${values.to}. Start it with: npm start`, { cause });
      },
    );
    console.log(`${answer.status} ${file} ${JSON.stringify(answer.body)}`);
    if (answer.status !== 202) process.exitCode = 1;
  }
});
