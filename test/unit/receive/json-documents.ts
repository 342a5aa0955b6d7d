import fc from 'fast-check';

/** White space of JSON: any of its four characters, any number of times. */
const space = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 });

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** The ways in which JSON may write a UTF-16 unit of a string that is well-formed. */
const spellings = (character: string): string[] => {
  const code = character.charCodeAt(0);
  const escaped = [`\\u${hex(character)}`, `\\u${hex(character).toUpperCase()}`];
  const short = JSON.stringify(character).slice(1, -1);
  if (code >= 0xd800 && code <= 0xdfff) return escaped;
  if (character === '/') return [...escaped, '/', '\\/'];
  return [...escaped, short];
};

/** A string of JSON with what it says: any character, spelled in any way that JSON allows. */
const stringLiteral = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', '\\', '/', '\n', 'é', 'e\u0301', '😀', '\u2028'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary-ascii' }),
    ),
    maxLength: 8,
  })
  .chain((text) =>
    fc.tuple(...text.split('').map((unit) => fc.constantFrom(...spellings(unit)))).map((units) => ({
      text: `"${units.join('')}"`,
      value: text,
    })),
  );

/** A number of JSON that a double holds: an integer, a fraction, with a power of ten or without. */
const numberLiteral = fc
  .tuple(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.option(fc.integer({ min: 1, max: 999 })),
    fc.option(fc.integer({ min: -9, max: 9 })),
  )
  .filter(([whole, fraction, power]) => whole !== 0 || (fraction === null && power === null))
  .map(([whole, fraction, power]) => {
    const text = `${whole}${fraction === null ? '' : `.${fraction}`}${power === null ? '' : `e${power < 0 ? power : `+${power}`}`}`;
    return { text, value: Number(text) };
  });

export interface Document {
  text: string;
  value: unknown;
}

const literal = fc.constantFrom<Document>(
  { text: 'true', value: true },
  { text: 'false', value: false },
  { text: 'null', value: null },
);

const spaced = (document: fc.Arbitrary<Document>): fc.Arbitrary<Document> =>
  fc
    .tuple(space, document, space)
    .map(([before, { text, value }, after]) => ({ text: `${before}${text}${after}`, value }));

const names = stringLiteral.filter(
  ({ value }) => !(value in {}) && !value.includes('\\') && !['prototype', 'then', 'toJSON'].includes(value),
);

/** Documents of JSON's whole grammar (RFC 8259) with the value of each; no name stands twice in an object. */
export const { document } = fc.letrec<{ document: Document; array: Document; object: Document }>((tie) => ({
  document: spaced(
    fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      stringLiteral,
      numberLiteral,
      literal,
      tie('array'),
      tie('object'),
    ),
  ),
  array: fc.array(tie('document'), { maxLength: 4 }).map((items) => ({
    text: `[${items.map(({ text }) => text).join(',')}]`,
    value: items.map(({ value }) => value),
  })),
  object: fc
    .uniqueArray(fc.tuple(spaced(names), tie('document')), {
      maxLength: 4,
      selector: ([{ value }]) => String(value).normalize('NFC'),
    })
    .map((members) => ({
      text: `{${members.map(([name, item]) => `${name.text}:${item.text}`).join(',')}}`,
      value: Object.fromEntries(members.map(([name, item]) => [String(name.value), item.value])),
    })),
}));

/** Places in a document where a value may stand, as what is before and after it, with the pointer to the place. */
export const place = fc
  .array(
    fc.oneof(
      fc.constantFrom({ before: '[', after: ']', step: '/0' }, { before: '{"a":', after: '}', step: '/a' }),
      document.map(({ text }) => ({ before: `[${text},`, after: ']', step: '/1' })),
      document.map(({ text }) => ({ before: `{"b~/c":`, after: `,"d":${text}}`, step: '/b~0~1c' })),
    ),
    { maxLength: 5 },
  )
  .map((steps) => ({
    before: steps.map(({ before }) => before).join(''),
    after: steps
      .map(({ after }) => after)
      .reverse()
      .join(''),
    pointer: steps.map(({ step }) => step).join(''),
  }));
