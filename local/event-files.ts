import { readFileSync } from 'node:fs';
import { type CloudEvent, cloudEventSchema } from '../functions/domain/event.ts';
import { Problem } from '../functions/domain/problem.ts';
import { parseBy, requireObject } from '../functions/domain/validation.ts';
import { readJson } from '../functions/receive/json.ts';

/** Something that a person gave on the command line is not as it must be; its message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface EventFile {
  file: string;
  /** The bytes of the file, which are what is signed and sent. */
  bytes: Buffer;
  event: CloudEvent;
  /** The configured source that sends it: the first part of the event's `source`, such as `hr` of `/hr/payroll`. */
  source: string;
}

/** What is wrong with a file, as receive would say it of a body. */
const sayProblem = ({ title, message, errors }: Problem): string[] =>
  errors.length === 0
    ? [`${title}. ${message}`]
    : errors.map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer}: ${detail}`));

const sayUnreadable = (cause: unknown): string[] => {
  if (!(cause instanceof Error && 'code' in cause)) throw cause;
  return [cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${String(cause.code)})`];
};

const hasVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'specversion' in value;

const foreign =
  'What another system sends is no event of ours. Send it as it is: gazette send FILE --source ID';

/** Reads event files and checks each as receive does; one error lists every file and field that is wrong. */
export const readEventFiles = (files: readonly string[], sources: readonly string[]): EventFile[] => {
  if (files.length === 0)
    throw new UsageError('Name at least one event file, such as examples/iec-2002/*.json.');
  const wrong: string[] = [];
  const hints = new Set<string>();
  const read = files.flatMap((file) => {
    const report = (faults: readonly string[]) => {
      wrong.push(...faults.map((fault) => `${file}: ${fault}`));
      return [];
    };
    try {
      const bytes = readFileSync(file);
      const value = readJson(bytes);
      if (!hasVersion(value)) hints.add(foreign);
      const event = parseBy(cloudEventSchema, requireObject(value, ''));
      const source = event.source.split('/').find((part) => part !== '') ?? '';
      if (!sources.includes(source))
        return report([
          `/source: must begin with a configured source (${sources.join(', ')}), such as "/hr/payroll"`,
        ]);
      return [{ file, bytes, event, source }];
    } catch (cause) {
      if (!(cause instanceof Problem)) return report(sayUnreadable(cause));
      if (cause.kind === 'json') hints.add(foreign);
      return report(sayProblem(cause));
    }
  });
  if (wrong.length > 0) throw new UsageError([...wrong, ...hints].join('\n'));
  return read;
};
