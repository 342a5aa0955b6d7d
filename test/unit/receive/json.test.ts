import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../functions/domain/problem.ts';
import { readJson } from '../../../functions/receive/json.ts';
import { document, place } from './json-documents.ts';

/** What is wrong with a document: the kind of the problem, and its errors. */
const faults = (text: string | Buffer): string[] => {
  try {
    readJson(Buffer.from(text));
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.status).toBe(400);
    return [error.kind, ...error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`)];
  }
};

const notJson = ['json'];
const unsafe = (...errors: string[]): string[] => ['json-unsafe', ...errors];
const twice = 'stands twice in its object';
const changed = 'is a number that would not be kept as it is sent';
const half = 'has half of a surrogate pair';

describe('what the grammar of JSON takes', () => {
  it('is read as JSON.parse reads it, however it is spelled', () => {
    fc.assert(
      fc.property(document, ({ text, value }) => {
        expect(readJson(Buffer.from(text))).toEqual(value);
        expect(JSON.parse(text)).toEqual(value);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same again after it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const found = faults(text);
        if (found.length === 0) expect(JSON.stringify(readJson(Buffer.from(text)))).toBe(text);
        else expect(found[0]).toBe('json-unsafe');
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['an empty object', '{}'],
    ['an empty name', '{"":0}'],
    ['a lone string', '"x"'],
    ['a number of 15 digits', '123456789012345'],
    ['the largest safe integer', '9007199254740991'],
    ['a fraction of 17 digits that is exact', '0.30000000000000004'],
    ['a zero with a power', '0e5'],
    ['zeros at its end', '1.50e3'],
    ['many zeros', '0.0000000000000000000000'],
    ['a capital power', '-1E-2'],
    ['a pair of surrogates', '"\\uD83D\\uDE00"'],
    ['a character that is none, for the schema to refuse', '"\\uDBFF\\uDFFE"'],
    ['a backslash before what looks like a surrogate', '"\\\\uD800"'],
    ['a name in one object and in another', '[{"a":1},{"a":{"a":2}}]'],
    ['the same string as name and as value', '{"a":"a","b":["a","a"]}'],
    ['32 levels', '['.repeat(32) + ']'.repeat(32)],
    ['names that differ in case', '{"id":1,"ID":2}'],
    ['names that begin like those of objects', '{"thenable":1,"constructors":2,"to":3}'],
    ['the names of objects as values', '["__proto__","constructor","then"]'],
  ])('is taken: %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });
});

/** Classes of what is not JSON, each wherever a value may stand. */
const foreign: Record<string, readonly string[]> = {
  'a comma too many': ['[1,]', '[,1]', '[1,,2]', '{"a":1,}', '{,}', '{"a":1,,"b":2}'],
  'a comma or colon too few': ['[1 2]', '["a" "b"]', '{"a" 1}', '{"a":1 "b":2}', '{"a"}', '{"a":}', '{:1}'],
  'another name': ['{a:1}', "{'a':1}", '{1:1}', '{null:1}', '{[]:1}'],
  'another number': ['01', '-01', '+1', '.5', '5.', '1.e1', '1e', '1e+', '--1', '- 1', '0x10', '1_000', '１'],
  'no number': ['NaN', 'Infinity', '-Infinity', '1e1.5', '1.2.3', '-', '1-2'],
  'another literal': ['True', 'nul', 'undefined', 'truefalse', 'nil', 'TRUE'],
  'another string': ["'a'", '`a`', '"a', 'a"', '"\\x41"', '"\\u12"', '"\\u{41}"', '"\\\'"', '"\\"', '"\\a"'],
  'a control character': ['"a\tb"', '"a\nb"', '"\0"', '"\u001f"'],
  'a comment': ['/* */1', '1//', '#1', '1 -- x'],
  'other white space': ['\u00a01', '\u20281', '\v1', '\f1', '\ufeff1', '\u30001'],
  'no value at all': ['()', '<a/>', '{"a":1', '[1', '{', '[', '"', '}', ']', '[}', '{]', '*'],
  'nothing, where something must be': ['[1,]', '{"a":]', '{"a":1,]', '[,]', '[[],]'],
};

describe('what the grammar of JSON does not take', () => {
  it.each(Object.entries(foreign))('is refused wherever it stands: %s', (_, bad) => {
    fc.assert(
      fc.property(place, fc.constantFrom(...bad), ({ before, after }, token) => {
        expect(faults(`${before}${token}${after}`)).toEqual(notJson);
      }),
    );
  });

  it('is refused after a document', () => {
    const more = fc.constantFrom('{}', ' 1', ',', '[]', '//c', '\n{"a":1}', '\0', '}', ']', '"', 'x');
    fc.assert(
      fc.property(document, more, ({ text }, rest) => {
        expect(faults(`${text} ${rest}`)).toEqual(notJson);
      }),
    );
  });

  it.each(['', ' ', '\n\n', '\t'])('is refused where there is none: %j', (text) => {
    expect(faults(text)).toEqual(notJson);
  });

  it('is refused where a document is cut off', () => {
    fc.assert(
      fc.property(document, fc.nat(), ({ text }, where) => {
        const whole = text.trim();
        fc.pre(/^["[{]/.test(whole));
        expect(faults(whole.slice(0, where % whole.length))).toEqual(notJson);
      }),
    );
  });

  it.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
    ['UTF-16 without', [0x7b, 0x00, 0x7d, 0x00]],
    ['Latin 1', [0x22, 0xe9, 0x22]],
    ['a lone continuation byte', [0x22, 0x81, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character beyond Unicode', [0x22, 0xf4, 0xbf, 0xbf, 0xbf, 0x22]],
    ['a character that is cut off', [0x22, 0xe0, 0xff, 0x22]],
  ])('is refused as bytes: %s', (_, bytes) => {
    expect(faults(Buffer.from(bytes))).toEqual(notJson);
  });
});

/** What somebody is told to do who sent text that is not JSON. */
const advice = (text: string): string => {
  try {
    readJson(Buffer.from(text));
    return '';
  } catch (error) {
    return error instanceof Problem ? error.message : String(error);
  }
};

describe('who sends what is not JSON is told', () => {
  const rule = 'Send one JSON object in UTF-8 without a byte order mark.';
  const base64 = 'The body looks like base64: send the JSON itself.';

  it.each([
    ['where it stops', '{\n  "a": 1,\n  b: 2\n}', `It stops being JSON at line 3, column 3. ${rule}`],
    ['where a string is broken', '{"a": "x\ny"}', `It stops being JSON at line 1, column 9. ${rule}`],
    ['that it ends too early', '{"a":', `It ends too early. ${rule}`],
    ['that it is base64', Buffer.from('{"a":1}').toString('base64'), `${base64} ${rule}`],
    [
      'that it is base64, in spite of a line break',
      `${Buffer.from('{}').toString('base64')}\n`,
      `${base64} ${rule}`,
    ],
    ['only the rule, where the place is not known', '{"a":secret}', rule],
    ['only the rule, where a text looks like a place', '{"a":x at position 9 (line 9 column 9)', rule],
    ['only the rule, where base64 holds something else', Buffer.from('<a/>').toString('base64'), rule],
  ])('%s', (_, text, expected) => {
    expect(advice(text)).toBe(expected);
  });

  it('nothing of the text itself', () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('secret', '"secret', "'secret'", '"secret\n"'),
        ({ before, after }, bad) => {
          expect(advice(`${before}${bad}${after}`)).not.toContain('secret');
        },
      ),
    );
  });
});

describe('what JSON.parse would hide', () => {
  it.each<[string, string, string[]]>([
    ['a name twice', '{"type":"a","type":"b"}', [`/type ${twice}`]],
    ['a name twice with one value', '{"a":1,"a":1}', [`/a ${twice}`]],
    ['a name three times', '{"a":1,"a":2,"a":3}', [`/a ${twice}`, `/a ${twice}`]],
    ['a name twice, deep', '{"data":[0,{"officer":"A","b":{},"officer":"B"}]}', [`/data/1/officer ${twice}`]],
    ['an object twice', '{"data":{"officer":"A"},"data":{"officer":"B"}}', [`/data ${twice}`]],
    ['a name that escapes hide', '{"id":1,"\\u0069d":2}', [`/id ${twice}`]],
    ['a name with a slash', '{"a/b":1,"a\\/b":2}', [`/a~1b ${twice}`]],
    ['names that only a normal form tells apart', '{"\u00e9":1,"e\u0301":2}', [`/\u00e9 ${twice}`]],
    ['such names with escapes', '{"\\u00e9":1,"e\\u0301":2}', [`/\u00e9 ${twice}`]],
    ['an empty name twice', '{"":1,"":2}', [`/ ${twice}`]],
    ['the prototype', '{"__proto__":{"approved":true}}', ['/__proto__ is a name that Gazette does not take']],
    [
      'the prototype, hidden by escapes',
      '{"\\u005f_proto__":1}',
      ['/__proto__ is a name that Gazette does not take'],
    ],
    [
      'the constructor',
      '{"constructor":{"prototype":{"approved":true}}}',
      [
        '/constructor is a name that Gazette does not take',
        '/constructor/prototype is a name that Gazette does not take',
      ],
    ],
    ...['hasOwnProperty', 'toString', 'valueOf', 'then', 'toJSON', '__defineGetter__'].map(
      (name): [string, string, string[]] => [
        `the name ${name}`,
        `[{"${name}":0}]`,
        [`/0/${name} is a name that Gazette does not take`],
      ],
    ),
    ['an id as a number', '{"id":3332882804594373380}', [`/id ${changed}`]],
    ['20 digits', '[12345678901234567890]', [`/0 ${changed}`]],
    ['one above the safe integers', '9007199254740992', [` ${changed}`]],
    ['beyond a double', '[1E400,-1e400]', [`/0 ${changed}`, `/1 ${changed}`]],
    ['below a double', '[1e-400]', [`/0 ${changed}`]],
    ['a power beyond all numbers', '[1e99999999999999999999]', [`/0 ${changed}`]],
    ['a zero with a minus', '[-0,-0.0,-0e1]', [`/0 ${changed}`, `/1 ${changed}`, `/2 ${changed}`]],
    ['a fraction that is longer than a double', '[0.1234567890123456789]', [`/0 ${changed}`]],
    ['a number of 100,000 digits', `[1${'0'.repeat(100_000)}1]`, [`/0 ${changed}`]],
    ['the first half of a pair', '["\\uD800"]', [`/0 ${half}`]],
    ['the second half', '["\\uDC00"]', [`/0 ${half}`]],
    ['halves in the wrong order', '{"a":"\\uDC00\\uD800"}', [`/a ${half}`]],
    ['a half before a letter', '["\\uD800n"]', [`/0 ${half}`]],
    ['a half after a backslash', '["\\\\\\uD800"]', [`/0 ${half}`]],
    ['a half in a name', '{"\\uDFAA":0}', [`/\uDFAA ${half} in its name`]],
  ])('is refused: %s', (_, text, errors) => {
    expect(faults(text)).toEqual(unsafe(...errors));
  });

  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(place, document, document, ({ before, after, pointer }, one, other) => {
        expect(faults(`${before}{"x":${one.text},"y":0,"\\u0078":${other.text}}${after}`)).toEqual(
          unsafe(`${pointer}/x ${twice}`),
        );
        expect(faults(`${before}"\\ud834"${after}`)).toEqual(unsafe(`${pointer} ${half}`));
        expect(faults(`${before}1E400${after}`)).toEqual(unsafe(`${pointer} ${changed}`));
      }),
    );
  });

  it('is not told of what is not JSON at all', () => {
    expect(faults('{"a":1,"a":2')).toEqual(notJson);
    expect(faults('{"a":1,"a":01}')).toEqual(notJson);
  });

  it('is told twenty times at most', () => {
    expect(faults(`{${'"a":1,'.repeat(99)}"a":1}`)).toHaveLength(21);
  });
});

describe('names with an escape', () => {
  it('are read as they are, whatever was sent before', () => {
    faults('{"b":1,"b\\\\":2}');
    expect(readJson(Buffer.from('{"b":1,"b\\u004c":2}'))).toEqual({ b: 1, bL: 2 });
  });
});

describe('a document has bounds', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const names = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"n${n}":0`).join()}}`;

  it.each<[string, string, string]>([
    ['33 levels', deep(33), `${'/0'.repeat(32)} is more than 32 levels deep`],
    ['100,000 levels', deep(100_000), `${'/0'.repeat(32)} is more than 32 levels deep`],
    [
      '33 levels of objects',
      `${'{"a":'.repeat(33)}0${'}'.repeat(33)}`,
      `${'/a'.repeat(32)} is more than 32 levels deep`,
    ],
    ['100,000 levels that never end', '['.repeat(100_000), `${'/0'.repeat(32)} is more than 32 levels deep`],
    ['20,001 values', `[${'0,'.repeat(20_000)}0]`, ' has more than 20000 values'],
    ['501 names', `{"a":[0,${names(501)}]}`, '/a/1 has more than 500 names'],
    ['a name of 257 characters', `[{"${'n'.repeat(257)}":0}]`, '/0 has a name of more than 256 characters'],
    ['a name with a backslash', '[{"a\\\\":0}]', '/0 has a backslash in a name, which Gazette does not take'],
  ])('and is refused beyond them: %s', (_, text, error) => {
    expect(faults(text)).toEqual(unsafe(error));
  });

  it.each([
    ['20,000 values', `[${'0,'.repeat(19_999)}0]`],
    ['500 names', names(500)],
    ['a name of 256 characters', `{"${'n'.repeat(256)}":0}`],
  ])('and is taken within them: %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });
});
