import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../functions/domain/ascii.ts';
import { companySchema } from '../../../functions/domain/company.ts';
import { localDate } from '../../../functions/domain/dates.ts';
import { cloudEventSchema, eventId } from '../../../functions/domain/event.ts';
import {
  accentedWords,
  hiddenCharacters,
  isCrowded,
  lookalikeWords,
} from '../../../functions/domain/odd-characters.ts';
import { nameKey } from '../../../functions/domain/policy.ts';
import { subjectSlug } from '../../../functions/domain/release.ts';
import { instant, line, sha256Hex, slug } from '../../../functions/domain/text.ts';
import { readCeHeader } from '../../../functions/receive/ce-headers.ts';
import { readJson } from '../../../functions/receive/json.ts';
import { readMediaType } from '../../../functions/receive/media-type.ts';
import { sourceSchema } from '../../../functions/sources/source.ts';
import { delivery, receiver, withData } from './receiver.ts';

/**
 * Texts that make a careless pattern try every way to cut them: 50,000 characters, on which work that grows with the
 * square takes minutes and work in proportion a few milliseconds.
 */
const probes: Record<string, string> = {
  letters: `${'a'.repeat(50_000)}!`,
  spaces: `${' '.repeat(50_000)}x`,
  'spaces after a letter': `x${' '.repeat(50_000)}x`,
  tabs: `${'\t'.repeat(50_000)}x`,
  digits: '1'.repeat(50_000),
  'digits and hyphens': '1-'.repeat(25_000),
  initials: 'A.'.repeat(25_000),
  brackets: '('.repeat(50_000),
  honorifics: 'Mr. '.repeat(12_500),
  hyphens: `a${'-'.repeat(50_000)}`,
  'letters and hyphens': `${'a-'.repeat(25_000)}!`,
  'an address': `a@${'a.'.repeat(25_000)}!`,
  'at signs': 'a@'.repeat(25_000),
  quotes: '"'.repeat(50_000),
  backslashes: `"${'\\'.repeat(50_000)}`,
  percents: '%'.repeat(50_000),
  'encoded spaces': '%20'.repeat(16_000),
  semicolons: `a/b${' ;'.repeat(25_000)}x`,
  parameters: `a/b${';a=b'.repeat(12_000)},`,
  accents: 'é'.repeat(50_000),
  marks: `a${'\u0301'.repeat(50_000)}`,
  'marks in disorder': `a${'\u0301\u0316'.repeat(25_000)}`,
  'hidden characters': '\u200b'.repeat(50_000),
  'Cyrillic letters': `${'а'.repeat(50_000)}z`,
  surrogates: '\ud83d\ude00'.repeat(25_000),
};

/** Everything that looks at a text before anything is known of it, or that a person wrote into the configuration. */
const validators: Record<string, (text: string) => unknown> = {
  line: (text) => v.safeParse(line(), text),
  slug: (text) => v.safeParse(slug, text),
  instant: (text) => v.safeParse(instant, text),
  localDate: (text) => v.safeParse(localDate, text),
  eventId: (text) => v.safeParse(eventId, text),
  sha256: (text) => v.safeParse(sha256Hex, text),
  email: (text) => v.safeParse(companySchema, { owner: { email: text }, timeZone: text }),
  origin: (text) => v.safeParse(sourceSchema, { allowedOrigins: [text] }),
  event: (text) => v.safeParse(cloudEventSchema, { source: text, datacontenttype: text, subject: text }),
  mediaType: readMediaType,
  header: readCeHeader,
  toAscii,
  hiddenCharacters,
  lookalikeWords,
  isCrowded,
  accentedWords,
};

/** What looks at a line that has been let in, and brings it into a normal form, which takes the square of its marks. */
const longestLine = 2000;
const readers: Record<string, (text: string) => unknown> = { subjectSlug, nameKey };

/** Milliseconds of CPU that something takes: the least of three, because what else the machine does only adds. */
const cpuMs = async (work: () => unknown): Promise<number> => {
  const runs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    runs.push((user + system) / 1000);
  }
  return Math.min(...runs);
};

const slowProbes = async (read: (text: string) => unknown, length: number): Promise<string[]> => {
  const slow: string[] = [];
  for (const [name, text] of Object.entries(probes)) {
    const ms = await cpuMs(() => read(text.slice(0, length)));
    if (ms >= 50) slow.push(`${name}: ${ms} ms`);
  }
  return slow;
};

describe('50,000 characters take less than 50 ms', () => {
  it.each(Object.entries(validators))('of %s', async (_, read) => {
    expect(await slowProbes(read, 60_000)).toEqual([]);
  });
});

describe('the longest line that is let in takes less than 50 ms', () => {
  it.each(Object.entries(readers))('of %s', async (_, read) => {
    expect(await slowProbes(read, longestLine)).toEqual([]);
  });
});

const kilobytes = 250;
const fill = (piece: string, [before, after]: readonly [string, string] = ['[', '0]']): string =>
  before + piece.repeat(Math.floor((kilobytes * 1024) / Buffer.byteLength(piece))) + after;

describe('250 KB of JSON take less than 50 ms, whatever is in them', () => {
  it.each([
    ['brackets', fill('[', ['', ''])],
    ['nested objects', fill('{"a":', ['', ''])],
    ['small numbers', fill('0,')],
    ['empty objects', fill('{},')],
    ['one number', fill('1', ['[', ']'])],
    ['one number with a zero at either end', fill('0', ['[1', '1]'])],
    ['one string', fill('a', ['"', '"'])],
    ['one name', fill('a', ['{"', '":0}'])],
    ['one name of marks in disorder', fill('\u0301\u0316', ['{"', '":0}'])],
    ['one name of escapes', fill('\\u0061', ['{"', '":0}'])],
    ['names of marks', fill(`{"${'\u0301\u0316'.repeat(60)}":0},`)],
    ['backslashes', fill('\\', ['"', '"'])],
    ['quotes with a backslash', fill('\\"', ['"', '"'])],
    ['strings with a backslash', fill('"\\\\",')],
    ['halves of pairs', fill('"\\ud800",')],
    ['halves of pairs in one string', fill('\\ud800', ['"', '"'])],
    ['one name again and again', fill('"a":0,', ['{', '"a":0}'])],
    [
      'objects of 500 names of one length',
      `[${`{${Array.from({ length: 500 }, (_, n) => `"${String(n).padStart(4, '0')}":0`).join()}},`.repeat(40)}0]`,
    ],
    ['white space', fill(' ', ['[', ']'])],
    ['no JSON', fill('x', ['', ''])],
    ['quotes that are never closed', fill('"', ['[', ''])],
  ])('%s', async (_, text) => {
    const bytes = Buffer.from(text);
    const ms = await cpuMs(() => {
      try {
        readJson(bytes);
      } catch {
        // Whether it is refused is told by the tests of the reader.
      }
    });
    expect(ms).toBeLessThan(50);
  });
});

describe('a delivery takes less than 100 ms, whatever is in it', () => {
  it.each(Object.entries(probes))('%s', async (_, text) => {
    const { answer } = receiver();
    const acts = [
      { kind: 'officer-departure', person: { name: text }, title: text, manner: text, effective: text },
    ];
    const event = delivery(withData({ acts, headline: text, decided: text }).slice(0, 260_000));
    expect(await cpuMs(() => answer(event))).toBeLessThan(100);
  });
});
