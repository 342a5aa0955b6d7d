import type { SignedScheme } from '../../functions/sources/scheme.ts';
import { compileTemplate } from '../../functions/sources/template.ts';
import { readTimestamp, units, writeTimestamp } from '../../functions/sources/timestamp.ts';
import { distinct, type Variant } from './variant.ts';

const separators = ['.', '', ':', '\n', ',', '|'];

const arrangements = [
  ['{body}'],
  ['{timestamp}', '{body}'],
  ['{body}', '{timestamp}'],
  ['{id}', '{body}'],
  ['{body}', '{id}'],
  ['{id}', '{timestamp}', '{body}'],
  ['{timestamp}', '{id}', '{body}'],
  ['{id}', '{body}', '{timestamp}'],
  ['{timestamp}', '{body}', '{id}'],
  ['{body}', '{id}', '{timestamp}'],
  ['{body}', '{timestamp}', '{id}'],
];

const shown = (template: string): string => template.replaceAll('\n', '\\n');

/** What may have been signed around the body: first what the scheme says, then in other orders, and with parts missing. */
export const templates = ({ signs }: SignedScheme): Variant<string>[] => {
  const others = [
    'POST{body}',
    ...separators.flatMap((separator) => arrangements.map((parts) => parts.join(separator))),
  ];
  return distinct(
    [
      { value: signs },
      ...others.map((value) => ({
        value,
        says: `What was signed is ${shown(value)}. It must be ${shown(signs)}.`,
      })),
    ],
    (value) => value,
  );
};

/** How the time may have been written when it was signed: first as it was sent, then in each other unit. */
export const timestamps = (sent: string): Variant<string>[] => {
  const instant = readTimestamp(sent, units);
  const others =
    instant === undefined
      ? []
      : units.map((unit) => ({
          value: writeTimestamp(instant, unit),
          says: `The time was signed in another unit than it was sent in (${unit === 'iso' ? 'ISO 8601' : unit}). Sign it as it is sent.`,
        }));
  return distinct([{ value: sent }, ...others], (value) => value);
};

/** The bytes that a template makes of an id, a time and a body; undefined where it wants what is not there. */
export const signedBytes = (
  template: string,
  { id, timestamp }: { id: string; timestamp: string },
  body: Buffer,
): Buffer | undefined => {
  if (template.includes('{id}') && id === '') return undefined;
  if (template.includes('{timestamp}') && timestamp === '') return undefined;
  const [before, after] = compileTemplate(template)(id, timestamp);
  return Buffer.concat([Buffer.from(before, 'latin1'), body, Buffer.from(after, 'latin1')]);
};
