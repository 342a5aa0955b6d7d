import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readConfig } from '../infra/config.ts';
import { readArguments, runCommand } from './command.ts';
import { readEventFiles, UsageError } from './event-files.ts';
import { postEvent } from './post-event.ts';

const usage = `npm run send -- FILE... [--to ADDRESS] [--secrets FILE]

Signs each event as its source would and posts it. Without options it posts to
the stack that npm start runs, with the development secrets.
  --to ADDRESS     where to post; http://localhost:3000 if not given
  --secrets FILE   JSON with the secret of each source by its id`;

const developmentSecrets = join(import.meta.dirname, 'secrets.json');

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      to: { type: 'string', default: 'http://localhost:3000' },
      secrets: { type: 'string', default: developmentSecrets },
    },
    usage,
  );
  const files = readEventFiles(positionals, Object.keys(readConfig().sources));
  const secrets = v.parse(
    v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())),
    readFileSync(values.secrets, 'utf8'),
  );
  for (const { file, bytes, event, source } of files) {
    const secret = secrets[source];
    if (secret === undefined)
      throw new UsageError(`${values.secrets} has no secret for the source ${source}.`);
    const answer = await postEvent(values.to, { source, secret, id: event.id, bytes }).catch(
      (cause: unknown) => {
        throw new UsageError(`Nothing answers at ${values.to}. Start it with: npm start`, { cause });
      },
    );
    console.log(`${answer.status} ${file} ${JSON.stringify(answer.body)}`);
    if (answer.status !== 202) process.exitCode = 1;
  }
});
