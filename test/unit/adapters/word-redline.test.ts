import { describe, expect, it } from 'vitest';
import { redlineFile } from '../../../functions/adapters/word-file.ts';
import type { Content } from '../../../functions/domain/draft.ts';
import { piecesOf, redline } from '../../../functions/domain/redline.ts';
import { exampleDraft } from '../../support/example-draft.ts';
import { unzip } from '../../support/unzip.ts';

const { content: before, createdAt } = exampleDraft('halden-2026');
const after: Content = {
  ...before,
  headline: `${before.headline} & <More>`,
  subheads: ['A New Subhead'],
  sections: before.sections.map((section) =>
    section.name === 'news' ? { ...section, blocks: section.blocks.slice(1) } : section,
  ),
};

const documentOf = async (): Promise<string> => {
  const bytes = await redlineFile({ pieces: redline(before, after), header: 'DRAFT 2', createdAt });
  return unzip(bytes).get('word/document.xml')?.text ?? '';
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .map(([, inner = '']) =>
      [...inner.matchAll(/<w:(?:t|delText)\b[^>]*>(.*?)<\/w:(?:t|delText)>/gs)]
        .map(([, text = '']) => text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? ''))
        .join(''),
    )
    .filter((text) => text !== '');

const wordsOf = (content: Content): string[] => piecesOf(content).map(({ text }) => text);

describe('the Word file of what changed', () => {
  it('is the later draft where every change is taken, and the earlier one where every change is refused', async () => {
    const xml = await documentOf();
    const taken = xml.replaceAll(/<w:del\b(?!T)[^>]*>.*?<\/w:del>/gs, '');
    const refused = xml.replaceAll(/<w:ins\b(?!t)[^>]*>.*?<\/w:ins>/gs, '');
    expect(textsOf(taken)).toEqual(wordsOf(after));
    expect(textsOf(refused)).toEqual(wordsOf(before));
  });

  it('gives every tracked change an id of its own', async () => {
    const ids = [...(await documentOf()).matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same to the byte each time', async () => {
    expect(await documentOf()).toBe(await documentOf());
  });
});
