const substitutes: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '--',
  '\u2026': '...',
  '\u00A0': ' ',
  '\u00AE': '(R)',
  '\u00A9': '(C)',
  '\u2122': '(TM)',
  '\u00DF': 'ss',
  '\u00C6': 'AE',
  '\u00E6': 'ae',
  '\u00D8': 'O',
  '\u00F8': 'o',
  '\u0141': 'L',
  '\u0142': 'l',
  '\u0110': 'D',
  '\u0111': 'd',
  '\u00D0': 'D',
  '\u00F0': 'd',
  '\u00DE': 'Th',
  '\u00FE': 'th',
  '\u0152': 'OE',
  '\u0153': 'oe',
  '\u0131': 'i',
};

/** The characters that EDGAR takes in a text exhibit (Filer Manual 5.2.1): printable ASCII but for the caret. */
const foreign = /[^\x20-\x5D\x5F-\x7E]/u;

const everyForeign = new RegExp(foreign.source, 'gu');

const inAscii = (character: string): string => {
  const substitute = substitutes[character];
  if (substitute !== undefined) return substitute;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && !foreign.test(bare) ? bare : character;
};

/** Writes text with the characters that EDGAR takes; what has no such form stays as it is, for the checks to find. */
export const toAscii = (text: string): string => {
  // A text has many letters and few different ones; each is looked up once.
  const known = new Map<string, string>();
  return text.replace(everyForeign, (character) => {
    const found = known.get(character) ?? inAscii(character);
    known.set(character, found);
    return found;
  });
};
