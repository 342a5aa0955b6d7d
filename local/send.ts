import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { InvalidSecretError } from '../functions/sources/keys.ts';
import { type Source, schemeOf } from '../functions/sources/source.ts';
import { readConfig } from '../infra/config.ts';
import { readArguments } from './command.ts';
import { curlCommand, idOfBytes, type Outgoing } from './delivery.ts';
import { readEventFiles, UsageError } from './event-files.ts';
import { postEvent } from './post-event.ts';
import { sourceSecretsSchema } from './secrets.ts';

const usage = `gazette send FILE... [--to ADDRESS] [--secrets FILE] [--dry-run]
gazette send FILE... --source ID [--content-type TYPE] ...

Signs each event as its source would and posts it. Without options it posts to
the stack that npm start runs, with the development secrets.
  --to ADDRESS         where to post; http://localhost:3000 if not given
  --secrets FILE       JSON with the secret of each source by its id
  --source ID          sends each file as it is, whatever it says, for this source
  --content-type TYPE  what such a file is; application/json if not given
  --dry-run            sends nothing and prints what would be sent, as curl`;

const developmentSecrets = join(import.meta.dirname, 'secrets.json');

const readSecrets = (file: string): Record<string, string> => {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const parsed = v.safeParse(sourceSecretsSchema, readFileSync(file, 'utf8'));
  if (!parsed.success)
    throw new UsageError(`${file} must be JSON with a secret of its own for each source, by its id.`);
  return parsed.output;
};

type Message = { file: string; source: string } & Pick<Outgoing, 'id' | 'bytes' | 'contentType'>;

/** Files as they are, for systems that send no events of ours. */
const readAsTheyAre = (files: readonly string[], source: string, contentType: string): Message[] => {
  if (files.length === 0) throw new UsageError('Name at least one file.');
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new UsageError(missing.map((file) => `There is no file ${file}.`).join('\n'));
  return files.map((file) => {
    const bytes = readFileSync(file);
    return { file, bytes, id: idOfBytes(bytes), source, contentType };
  });
};

const sourceNamed = (sources: Readonly<Record<string, Source>>, id: string): Source => {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source !== undefined) return source;
  throw new UsageError(`--source must be one of ${Object.keys(sources).join(', ')}.`);
};

// A promise, so that a secret that cannot be a key is told of as it is where something is sent.
const curlFor = async (...given: Parameters<typeof curlCommand>): Promise<string> => curlCommand(...given);

/** Sends event files, as `gazette send` was asked to. Throws UsageError. */
export const send = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    {
      to: { type: 'string', default: 'http://localhost:3000' },
      secrets: { type: 'string', default: developmentSecrets },
      source: { type: 'string' },
      'content-type': { type: 'string', default: 'application/json' },
      'dry-run': { type: 'boolean', default: false },
    },
    usage,
    args,
  );
  if (!URL.canParse(values.to) || !/^https?:/.test(values.to)) {
    throw new UsageError(`--to must be an address such as http://localhost:3000, not ${values.to}.`);
  }
  const { sources } = readConfig();
  const messages: Message[] =
    values.source === undefined
      ? readEventFiles(positionals, sources).map(({ event, ...rest }) => ({
          ...rest,
          id: event.id,
        }))
      : readAsTheyAre(positionals, values.source, values['content-type']);
  const secrets = readSecrets(values.secrets);
  for (const { file, ...message } of messages) {
    const scheme = schemeOf(sourceNamed(sources, message.source));
    const secret = secrets[message.source];
    if (secret === undefined)
      throw new UsageError(`${values.secrets} has no secret for the source ${message.source}.`);
    const outgoing = { ...message, secret, scheme };
    const explain = (cause: unknown): never => {
      if (cause instanceof InvalidSecretError)
        throw new UsageError(`${values.secrets}: ${message.source}: ${cause.message}.`, { cause });
      // fetch fails with a TypeError where nobody answers.
      if (cause instanceof TypeError)
        throw new UsageError(`Nothing answers at ${values.to}. Start it with: npm start`, { cause });
      throw cause;
    };
    if (values['dry-run']) {
      console.log(await curlFor(values.to, file, outgoing).catch(explain));
      continue;
    }
    const answer = await postEvent(values.to, outgoing).catch(explain);
    console.log(`${answer.status} ${file} ${JSON.stringify(answer.body)}`);
    if (answer.status !== 202) process.exitCode = 1;
  }
};
