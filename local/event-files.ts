import { readFileSync } from 'node:fs';
import { type CloudEvent, cloudEventSchema } from '../functions/domain/event.ts';
import { Problem } from '../functions/domain/problem.ts';
import { parseBy, requireObject } from '../functions/domain/validation.ts';
import { toleranceOf } from '../functions/receive/cloud-event.ts';
import { readJson } from '../functions/receive/json.ts';
import type { Source } from '../functions/sources/source.ts';
import { hintFor } from './event-hints.ts';

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

/** What is wrong with a file, as receive would say it of a body, and what may help. */
const sayProblem = ({ title, message, errors }: Problem, value: unknown): string[] =>
  errors.length === 0
    ? [`${title}. ${message}`]
    : errors.map(({ pointer, detail }) => {
        const said = `${detail}${hintFor(value, pointer, detail)}`;
        return pointer === '' ? said : `${pointer}: ${said}`;
      });

const sayUnreadable = (cause: unknown): string[] => {
  if (!(cause instanceof Error && 'code' in cause)) throw cause;
  return [cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${String(cause.code)})`];
};

const hasVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'specversion' in value;

const foreign = 'If another system sends this, send it as it is: gazette send FILE --source ID';

/** What begins as a JSON object, and stops being one, is more likely an event with a slip in it. */
const isMeantAsEvent = (bytes: Buffer | undefined): boolean =>
  bytes?.toString('utf8').trimStart().startsWith('{') ?? false;

const sayTime = ({ time }: CloudEvent, source: Source): string[] => {
  const ahead = toleranceOf(source);
  return Date.parse(time) > Date.now() + ahead * 1000
    ? [`/time: has not come; the receiver takes what is at most ${ahead} seconds ahead`]
    : [];
};

/** Reads event files and checks each as receive does; one error lists every file and field that is wrong. */
export const readEventFiles = (
  files: readonly string[],
  sources: Readonly<Record<string, Source>>,
): EventFile[] => {
  if (files.length === 0)
    throw new UsageError('Name at least one event file, such as examples/iec-2002/*.json.');
  const wrong: string[] = [];
  const hints = new Set<string>();
  const read = files.flatMap((file) => {
    const report = (faults: readonly string[]) => {
      wrong.push(...faults.map((fault) => `${file}: ${fault}`));
      return [];
    };
    let bytes: Buffer | undefined;
    let value: unknown;
    try {
      bytes = readFileSync(file);
      value = readJson(bytes);
      if (!hasVersion(value)) hints.add(foreign);
      const event = parseBy(cloudEventSchema, requireObject(value, ''));
      const source = event.source.split('/').find((part) => part !== '') ?? '';
      const configured = Object.hasOwn(sources, source) ? sources[source] : undefined;
      if (configured === undefined)
        return report([
          `/source: must begin with a configured source (${Object.keys(sources).join(', ')}), such as "/hr/payroll"`,
        ]);
      const early = sayTime(event, configured);
      return early.length > 0 ? report(early) : [{ file, bytes, event, source }];
    } catch (cause) {
      if (!(cause instanceof Problem)) return report(sayUnreadable(cause));
      if (cause.kind === 'json' && !isMeantAsEvent(bytes)) hints.add(foreign);
      return report(sayProblem(cause, value));
    }
  });
  if (wrong.length > 0) throw new UsageError([...wrong, ...hints].join('\n'));
  return read;
};
