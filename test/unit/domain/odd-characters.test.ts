import { describe, expect, it } from 'vitest';
import { isApprovable } from '../../../functions/domain/draft.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { hiddenCharacters, isCrowded, lookalikeWords } from '../../../functions/domain/odd-characters.ts';
import { nameKey } from '../../../functions/domain/policy.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

/** Names that people have, and words that companies use. */
const ordinary = [
  "O'Neill",
  'O\u2019Neill',
  "d'Alembert",
  'Nguy\u1ec5n Th\u1ecb',
  'Nguye\u0302\u0303n Thi\u0323',
  'يوسف',
  'مُحَمَّد',
  'בְּרֵאשִׁית',
  '李小龍',
  'สมศักดิ์',
  'X Æ A-12',
  'Madonna',
  'Işık Çelik',
  'Bjørn Łukasz',
  'Москва',
  'Ελένη',
  'naïve, 1º, Mª, m², ½',
  'Acme™ (R) 3M',
  'AT&T 24/7',
];

describe('characters that cannot be seen', () => {
  it.each([
    ['an override of direction', 'Jane \u202eeoD\u202c', ['U+202E', 'U+202C']],
    ['isolates', '\u2066x\u2069', ['U+2066', 'U+2069']],
    ['marks of direction', '\u200fx\u200e\u061c', ['U+200F', 'U+200E', 'U+061C']],
    ['zero width', 'Ja\u200bn\u200ce\u200d\u2060', ['U+200B', 'U+200C', 'U+200D', 'U+2060']],
    ['a byte order mark', 'x\ufeffy', ['U+FEFF']],
    ['a soft hyphen', 'x\u00ady', ['U+00AD']],
    ['a Mongolian separator', 'x\u180ey', ['U+180E']],
    ['tags', 'x\u{e0041}\u{e007f}', ['U+E0041', 'U+E007F']],
    ['selectors', 'x\ufe0f\u{e0100}\u180b', ['U+FE0F', 'U+E0100', 'U+180B']],
    ['fillers', '\u3164\uffa0\u115f\u17b4', ['U+3164', 'U+FFA0', 'U+115F', 'U+17B4']],
    ['invisible operators', 'x\u2062y\u206f', ['U+2062', 'U+206F']],
    ['a joiner of graphemes', 'x\u034fy', ['U+034F']],
    ['notes between lines', '\ufff9x\ufffb', ['U+FFF9', 'U+FFFB']],
    ['an empty cell', '\u2800', ['U+2800']],
    ['private use', '\ue000\u{f0000}', ['U+E000', 'U+F0000']],
    ['shorthand controls', '\u{1bca0}\u{1d173}', ['U+1BCA0', 'U+1D173']],
  ])('are named: %s', (_, text, characters) => {
    expect(hiddenCharacters(text)).toEqual(characters);
  });
});

describe('words that look like others', () => {
  it.each([
    ['one Cyrillic letter', 'Аpple Inc.', ['Аpple']],
    ['nearly all Cyrillic', 'раураl', ['раураl']],
    ['all Cyrillic', 'the ТСА of раура', ['ТСА', 'раура']],
    ['Greek', 'ΑΒC', ['ΑΒC']],
    ['Armenian', 'Ցompany', ['Ցompany']],
    ['Cherokee', 'Ꮪmith', ['Ꮪmith']],
    ['full width', 'ＣＦＯ', ['ＣＦＯ']],
    ['mathematical', '𝐂hief 𝓔xecutive', ['𝐂hief', '𝓔xecutive']],
    ['circled', 'ⒸFO', ['ⒸFO']],
    ['a ligature', 'ﬁnance', ['ﬁnance']],
    ['the Kelvin sign', '\u212aelvin', ['\u212aelvin']],
  ])('are named: %s', (_, text, words) => {
    expect(lookalikeWords(text)).toEqual(words);
  });
});

describe('marks', () => {
  it('are too many where no language writes so many', () => {
    expect(isCrowded(`Z${'\u0351'.repeat(50)}algo`)).toBe(true);
    expect(isCrowded(`Z${'\u0316\u0301\u0317\u0302\u0318'}algo`)).toBe(true);
  });
});

describe('what is ordinary', () => {
  it.each(ordinary)('passes without a word: %s', (text) => {
    expect([hiddenCharacters(text), lookalikeWords(text), isCrowded(text)]).toEqual([[], [], false]);
  });
});

describe('a name for matching', () => {
  it.each([
    ['José García', 'Jose\u0301 Garci\u0301a'],
    ['Işık Çelik', 'ISIK CELIK'],
    ['Jane Doe', 'Ja\u200bne \u202eDoe\u202c'],
    ['Jane Doe', 'J\u0430n\u0435 D\u043e\u0435'],
    ['Kelvin Ng', '\u212aelvin Ng'],
    ['Finn CFO', 'ﬁnn ＣＦＯ'],
  ])('is one for %s and %s', (one, other) => {
    expect(nameKey(other)).toBe(nameKey(one));
  });
});

describe('a draft', () => {
  const draftNaming = (name: string) => {
    const [event] = recordedExamples('halden-2026');
    if (event === undefined) throw new Error('no example');
    const acts = [
      {
        kind: 'officer-departure',
        person: { name },
        title: 'Chief Financial Officer',
        manner: 'left',
      } as const,
    ];
    const events = [{ ...event, data: { ...event.data, acts } }];
    const now = new Date('2026-11-19T16:00:00Z');
    const company = companyOfId('halden-optics');
    const draft = makeDraft({ company, release: 'halden-optics.x', number: 1, events, now }, templates);
    if (draft === undefined) throw new Error('no draft');
    return draft;
  };
  const found = (name: string) =>
    draftNaming(name).checks.filter(({ id }) =>
      ['hidden-characters', 'lookalike-letters', 'crowded-marks'].includes(id),
    );

  it('with what cannot be seen cannot be approved, and says what it is', () => {
    expect(found('Jane \u202eeoD\u202c')).toEqual([
      {
        id: 'hidden-characters',
        severity: 'error',
        message: 'The text has characters that cannot be seen or that change its direction: U+202E, U+202C.',
      },
    ]);
    expect(isApprovable(draftNaming('Jane \u202eeoD\u202c'))).toBe(false);
  });

  it('with what looks like something else warns of it', () => {
    expect(found('J\u0430ne Doe')).toEqual([
      {
        id: 'lookalike-letters',
        severity: 'warning',
        message: '"J\u0430ne" has letters that look like others: U+0430.',
      },
    ]);
    expect(found(`Ja\u0301\u0302\u0303\u0304\u0305\u0306ne Doe`)).toEqual([
      {
        id: 'crowded-marks',
        severity: 'warning',
        message: 'The text has letters under more marks than any language writes.',
      },
    ]);
    expect(found("Conan O'Neill")).toEqual([]);
  });
});
