import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemeOf } from '../functions/sources/source.ts';
import { readTimestamp, units } from '../functions/sources/timestamp.ts';
import { readConfig } from '../infra/config.ts';
import { readArguments } from './command.ts';
import { readCapture } from './doctor/capture.ts';
import { diagnose } from './doctor/diagnose.ts';
import { readSecretFile } from './doctor/secrets.ts';
import { UsageError } from './event-files.ts';

const usage = `gazette doctor FILE --source ID [--secret-file FILE] [--at TIME]

Says whether a captured delivery verifies, and if not why. FILE is an HTTP
request as text (headers, an empty line, the body), JSON with headers and body,
as API Gateway hands it over, or a curl command as gazette send --dry-run prints
it. Nothing is sent anywhere, and neither a
secret nor a signature is shown. Ends with 0 if it verifies, else with 1.
  --source ID          the source that it claims to be from
  --secret-file FILE   its secret, or JSON with current and previous, or JSON
                       with secrets by source; the development secrets if not given
  --at TIME            when it came, such as 2026-11-17T18:20:00Z; now if neither
                       this nor the capture says so`;

const developmentSecrets = join(import.meta.dirname, 'secrets.json');

const readBytes = (file: string): Buffer => {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return readFileSync(file);
};

const readTime = (text: string): Date => {
  const time = readTimestamp(text, units);
  if (time === undefined) throw new UsageError('--at must be a time such as 2026-11-17T18:20:00Z.');
  return time;
};

/** Diagnoses a captured delivery, as `gazette doctor` was asked to. Throws UsageError. */
export const doctor = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    { source: { type: 'string' }, 'secret-file': { type: 'string' }, at: { type: 'string' } },
    usage,
    args,
  );
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`Name one captured delivery.\n\n${usage}`);
  const { sources } = readConfig();
  const id = values.source ?? '';
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined)
    throw new UsageError(`--source must be one of ${Object.keys(sources).join(', ')}.`);
  const secretFile = values['secret-file'] ?? developmentSecrets;
  if (!existsSync(secretFile)) throw new UsageError(`There is no file ${secretFile}.`);
  const capture = readCapture(readBytes(file));
  const { verifies, findings } = diagnose(capture, {
    scheme: schemeOf(source),
    secrets: readSecretFile(secretFile, id),
    at: values.at === undefined ? (capture.receivedAt ?? new Date()) : readTime(values.at),
    toleranceSeconds: source.toleranceSeconds,
  });
  if (verifies) {
    console.log(findings.join('\n'));
    return;
  }
  console.log(['It does not verify.', ...findings.map((finding) => `- ${finding}`)].join('\n'));
  process.exitCode = 1;
};
