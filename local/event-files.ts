import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type CloudEvent, cloudEventSchema } from '../functions/domain/event.ts';
import { describeIssue } from '../functions/domain/issues.ts';

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

/** Reads event files and checks each by the schema; one error lists every file and field that is wrong. */
export const readEventFiles = (files: readonly string[], sources: readonly string[]): EventFile[] => {
  const wrong: string[] = [];
  const read = files.flatMap((file) => {
    try {
      const bytes = readFileSync(file);
      const parsed = v.safeParse(
        v.pipe(v.string(), v.parseJson(undefined, 'is not JSON'), cloudEventSchema),
        bytes.toString('utf8'),
      );
      if (!parsed.success) {
        for (const issue of parsed.issues)
          wrong.push(`${file}: ${v.getDotPath(issue) ?? 'file'}: ${describeIssue(issue)}`);
        return [];
      }
      const event = parsed.output;
      const source = event.source.split('/').find((part) => part !== '') ?? '';
      if (!sources.includes(source)) {
        wrong.push(
          `${file}: source: must begin with a configured source (${sources.join(', ')}), such as "/hr/payroll"`,
        );
      }
      return [{ file, bytes, event, source }];
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause)) throw cause;
      wrong.push(
        `${file}: ${cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${String(cause.code)})`}`,
      );
      return [];
    }
  });
  if (files.length === 0)
    throw new UsageError('Name at least one event file, such as examples/iec-2002/*.json.');
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return read;
};
