import * as v from 'valibot';
import { restKey } from '../domain/desk-keys.ts';
import { sha256Of } from '../domain/digest.ts';
import { releaseMark } from '../domain/release.ts';
import type { SweepPorts } from './ports.ts';

const bookSchema = v.record(v.string(), v.string());

/** On which releases of a company there was nothing to do, and what keys they had then. */
export interface RestBook {
  /** Whether there was nothing to do on a release when it had these very keys, so that there is nothing now. */
  rests(release: string, keys: readonly string[]): boolean;
  /** Notes whether there is nothing to do on a release with these keys. */
  note(release: string, keys: readonly string[], rests: boolean): void;
  /** Puts the book back, where something was noted that it did not say. */
  save(): Promise<void>;
}

/** No fact is ever changed, so that the same keys are the same facts. */
const printOf = (keys: readonly string[]): string => sha256Of(keys.join('\n')).slice(0, 16);

/** Opens the book of a company; one that is gone or is none is begun anew, and its releases are looked at. */
export const openRestBook = async (
  { desk, now }: Pick<SweepPorts, 'desk' | 'now'>,
  company: string,
): Promise<RestBook> => {
  const key = restKey(company, now());
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), bookSchema), await desk.get(key));
  const known = new Map(Object.entries(read.success ? read.output : {}));
  let isChanged = false;
  return {
    rests: (release, keys) => known.get(releaseMark(release)) === printOf(keys),
    note: (release, keys, rests) => {
      const mark = releaseMark(release);
      const print = rests ? printOf(keys) : undefined;
      if (known.get(mark) === print) return;
      isChanged = true;
      if (print === undefined) known.delete(mark);
      else known.set(mark, print);
    },
    save: async () => {
      if (isChanged) await desk.put(key, JSON.stringify(Object.fromEntries(known)));
      isChanged = false;
    },
  };
};
