import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCosmetic, withoutLayout } from '../../../functions/domain/cosmetic.ts';
import { type Draft, seal, type UnsealedDraft } from '../../../functions/domain/draft.ts';
import { exampleDraft } from '../../support/example-draft.ts';

const draft = exampleDraft('iec-2002');

/** The same draft with another text in every place where this paragraph of the news stands. */
const withNews = (change: (text: string) => string): Draft => {
  const [, ...others] = draft.content.sections;
  const [news] = draft.content.sections;
  if (news === undefined) throw new Error('the draft has no news');
  const blocks = news.blocks.map((block) => (typeof block === 'string' ? change(block) : block));
  return seal({
    ...draft,
    content: { ...draft.content, sections: [{ ...news, blocks }, ...others] },
    html: change(draft.html),
    text: change(draft.text),
  });
};

const paragraph = draft.content.sections[0]?.blocks.find((block) => typeof block === 'string') ?? '';
const positions = fc.nat(paragraph.length - 1);

/** Changes one character of the first paragraph. */
const at = (position: number, change: (character: string) => string): Draft =>
  withNews((text) =>
    text.replace(
      paragraph,
      (all) => all.slice(0, position) + change(all.charAt(position)) + all.slice(position + 1),
    ),
  );

const layout = fc.array(
  fc.constantFrom(
    [/"/, '\u201C'],
    [/"/, '\u201D'],
    [/'/, '\u2019'],
    [/ - /, ' \u2013 '],
    [/--/, '\u2014'],
    [/ /, '  '],
    [/ /, '\u00A0'],
    [/ /, '\n'],
  ),
  { maxLength: 8 },
);

describe('a change that is only layout', () => {
  it('is a change of white space between words and of the shapes of quotes and dashes', () => {
    fc.assert(
      fc.property(layout, (changes) => {
        const changed = withNews((text) =>
          changes.reduce((all, [mark, other]) => all.replace(mark ?? '', String(other)), text),
        );
        expect(isCosmetic(draft, changed)).toBe(true);
      }),
    );
  });

  it('goes both ways, and may be made again', () => {
    const changed = withNews((text) => text.replaceAll('"', '\u201D'));
    expect(isCosmetic(changed, draft)).toBe(true);
    expect(
      isCosmetic(
        draft,
        withNews((text) => text.replaceAll(' ', '  ')),
      ),
    ).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(withoutLayout(withoutLayout(text))).toBe(withoutLayout(text));
      }),
    );
  });
});

describe('no layout', () => {
  it('is another letter, digit or comma anywhere, nor one more or one less', () => {
    const characters = fc.constantFrom(
      'a',
      'Z',
      '0',
      '9',
      ',',
      '.',
      ';',
      '(',
      '%',
      '$',
      '\u00E9',
      '\u0430',
      '\u2032',
      '\u2212',
      '\u200B',
    );
    fc.assert(
      fc.property(positions, characters, fc.constantFrom('instead', 'before'), (position, other, where) => {
        fc.pre(paragraph.charAt(position) !== other);
        const changed = at(position, (character) => (where === 'instead' ? other : other + character));
        expect(isCosmetic(draft, changed)).toBe(false);
      }),
    );
  });

  it('is a character left out, unless it is one of several spaces', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const isExtra =
          / /.test(paragraph.charAt(position)) &&
          / /.test(paragraph.charAt(position + 1) + paragraph.charAt(position - 1));
        const isEnd = position === 0 && paragraph.startsWith(' ');
        expect(
          isCosmetic(
            draft,
            at(position, () => ''),
          ),
        ).toBe(isExtra || isEnd);
      }),
    );
  });

  it('is another order of words', () => {
    expect(
      isCosmetic(
        draft,
        withNews((text) => text.replace('announced today', 'today announced')),
      ),
    ).toBe(false);
  });

  it('is a space where there was none, or a quote of another kind', () => {
    expect(
      isCosmetic(
        draft,
        withNews((text) => text.replace('announced', 'an nounced')),
      ),
    ).toBe(false);
    const quoting = withNews((text) => text.replaceAll('announced', '"announced"'));
    const otherwise = withNews((text) => text.replaceAll('announced', "'announced'"));
    expect(isCosmetic(quoting, otherwise)).toBe(false);
  });

  const today = exampleDraft('halden-2026');
  const [group] = today.groups;
  const { content, disclosure } = today;
  it.each<[string, Partial<UnsealedDraft>]>([
    ['who decides', { groups: group === undefined ? [] : [{ ...group, needed: group.needed + 1 }] }],
    ['what the checks found', { checks: [...today.checks, { id: 'x', severity: 'warning', message: 'x' }] }],
    ['what is to be filed', { disclosure: { ...disclosure, items: disclosure.items.slice(1) } }],
    ['which day it bears', { announced: '2026-11-20' }],
    ['the order of its paragraphs', { content: { ...content, sections: content.sections.toReversed() } }],
    ['what is missing', { missing: [{ event: 'x', kind: 'death', act: 0, fact: 'x' }] }],
    [
      'where its paragraphs end',
      {
        content: {
          ...content,
          sections: content.sections.map((section) => ({
            ...section,
            blocks: [section.blocks.map(String).join(' ')],
          })),
        },
      },
    ],
  ])('is a change of %s', (_what, change) => {
    expect(isCosmetic(today, today)).toBe(true);
    expect(isCosmetic(today, seal({ ...today, ...change }))).toBe(false);
  });
});
