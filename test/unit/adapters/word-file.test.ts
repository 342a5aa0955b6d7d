import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wordFile } from '../../../functions/adapters/word-file.ts';
import { textsOfBlock } from '../../../functions/domain/content-texts.ts';
import type { Content, Section } from '../../../functions/domain/draft.ts';
import { spansOf } from '../../../functions/domain/marks.ts';
import { exampleDraft } from '../../support/example-draft.ts';
import { unzip } from '../../support/unzip.ts';

const { content, createdAt } = exampleDraft('halden-2026');
const header = 'DRAFT 1, 52EC-8B93, NOT FOR RELEASE';
const section: Section = {
  name: 'news',
  heading: 'R&D <Results>',
  blocks: [
    'It was [TO BE CONFIRMED: the office of Jane Roe] who left.',
    { caption: 'Votes', columns: ['Nominee', 'For'], rows: [['Zoë "Z" Roe', '1,200']] },
  ],
  lines: ['Line one', 'Line two'],
};
const full: Content = {
  ...content,
  releaseLine: 'Press Release dated June 6, 2002',
  above: [section],
  subheads: ['A Subhead'],
  endMark: '###',
};

const partsOf = async (of: Content): Promise<Map<string, { text: string; time: number }>> =>
  unzip(await wordFile({ content: of, header, createdAt }));

const part = async (of: Content, name: string): Promise<string> =>
  (await partsOf(of)).get(name)?.text ?? `there is no ${name}`;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of each paragraph, and its style; lines that are set close are apart by a space. */
const paragraphsOf = (xml: string): { style: string; text: string }[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? 'Normal',
    text: [...inner.matchAll(/<w:t\b[^>]*>(.*?)<\/w:t>|<w:br\/>/gs)]
      .map(([, text = '\n']) => text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? ''))
      .join(''),
  }));

const wordsOf = ({ heading, blocks, lines }: Section): string[] => [
  ...(heading === undefined ? [] : [heading]),
  ...blocks.flatMap(textsOfBlock),
  ...(lines.length === 0 ? [] : [lines.join('\n')]),
];

describe('the Word file of a release', () => {
  it.each([
    ['as drafted', content],
    ['with every part that a release can have', full],
  ])('says the whole release %s, in its order', async (_, of) => {
    const told = paragraphsOf(await part(of, 'word/document.xml')).map(({ text }) => text);
    expect(told.filter((text) => text !== '')).toEqual([
      of.exhibitLabel,
      ...(of.releaseLine === undefined ? [] : [of.releaseLine]),
      ...of.above.flatMap(wordsOf),
      of.headline,
      ...of.subheads,
      ...of.sections.flatMap(wordsOf),
      ...(of.endMark === undefined ? [] : [of.endMark]),
    ]);
  });

  it("sets headline and headings in Word's own styles", async () => {
    const xml = await part(full, 'word/document.xml');
    const styled = paragraphsOf(xml).filter(({ style }) => style !== 'Normal');
    expect(styled.map(({ style, text }) => `${style}: ${text}`)).toEqual([
      'Heading2: R&D <Results>',
      'Heading2: Votes',
      `Heading1: ${content.headline}`,
      'Heading2: A Subhead',
      ...content.sections.flatMap(({ heading }) => (heading === undefined ? [] : [`Heading2: ${heading}`])),
    ]);
    const styles = await part(full, 'word/styles.xml');
    expect(styles).toMatch(/w:styleId="Heading1"[^>]*><w:name w:val="Heading 1"/);
  });

  it('highlights what is to be confirmed, and nothing else', async () => {
    const xml = await part(full, 'word/document.xml');
    const highlighted = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:highlight w:val="yellow"\/>.*?<\/w:r>/gs)];
    expect(highlighted.map(([run]) => paragraphsOf(`<w:p>${run}</w:p>`)[0]?.text)).toEqual(
      spansOf(section.blocks.filter((block) => typeof block === 'string').join(''))
        .filter(({ missing }) => missing)
        .map(({ text }) => text),
    );
  });

  it('says on every page which draft it is and that it is not for release', async () => {
    expect(paragraphsOf(await part(content, 'word/header1.xml'))[0]?.text).toBe(header);
  });

  it('is on letter paper', async () => {
    expect(await part(content, 'word/document.xml')).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
  });
});

describe('the bytes of a Word file', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are the same whenever it is made', async () => {
    vi.setSystemTime('2026-11-19T18:00:00Z');
    const first = await wordFile({ content: full, header, createdAt });
    vi.setSystemTime('2027-03-01T07:30:11Z');
    expect(Buffer.from(await wordFile({ content: full, header, createdAt })).equals(first)).toBe(true);
  });

  it('bear the time of the draft, and no other', async () => {
    const parts = await partsOf(content);
    expect(parts.get('docProps/core.xml')?.text).toContain(createdAt);
    expect([...new Set([...parts.values()].map(({ time }) => time))]).toEqual([0x00210000]);
  });
});
