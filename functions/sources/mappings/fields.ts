import * as v from 'valibot';
import { line } from '../../domain/text.ts';

/** Text that may be missing, null or blank; the spaces that come with typing fall away, and so do line breaks at an end. */
export const text = (limit: number) =>
  v.pipe(
    v.nullish(v.pipe(v.string(), v.trim())),
    v.transform((given) => given || undefined),
    v.optional(line(limit)),
  );

/** Text that must be there. */
export const requiredText = (limit: number) => v.pipe(v.string(), v.trim(), line(limit));

/** A date as it was sent, to be read later. */
export const sentDate = text(80);

/** An id, which some systems write as a number; one that a double does not keep is refused rather than rounded. */
export const vendorId = v.pipe(
  v.union(
    [requiredText(80), v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String))],
    'must be an id: text, or a whole number that JSON readers keep',
  ),
);

/** An id that may be missing, null or blank. */
export const optionalId = v.pipe(
  v.nullish(v.union([v.pipe(v.string(), v.trim()), v.number()])),
  v.transform((given) => (given === null || given === '' ? undefined : given)),
  v.optional(vendorId),
);

/** The parts of a name that are there, as one; undefined where none is. */
export const joinedName = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined).join(' ') || undefined;

/** The value at one name or a path of names, which says what a delivery is about. */
export const at = (...path: readonly [string, ...string[]]): v.GenericSchema<unknown, string> => {
  const [name, next, ...rest] = path;
  return v.pipe(
    v.object({ [name]: next === undefined ? requiredText(120) : at(next, ...rest) }),
    v.transform((object) => object[name] ?? ''),
  );
};
