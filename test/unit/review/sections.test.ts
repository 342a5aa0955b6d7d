import { describe, expect, it } from 'vitest';
import type { Content } from '../../../functions/domain/draft.ts';
import { decisionSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { readFact } from '../../../functions/ports/ledger.ts';
import { partsOf } from '../../../functions/review/sections.ts';
import { draftOf, release } from '../../support/draft.ts';
import { openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields } from '../../support/visitor.ts';

const { content } = draftOf();
const withNews = (blocks: Content['sections'][number]['blocks']): Content => ({
  ...content,
  sections: [{ name: 'news', blocks, lines: [] }],
});

const decisionOn = async (form: Readonly<Record<string, string>>) => {
  const office = await openOffice();
  const witness = await enterAs(office, 'margaret-osei');
  const visitor = await enterAs(office, 'helen-marsh');
  const fields = { decision: 'request-changes', reason: 'The day is wrong.', read: '1' };
  const answer = await visitor.post({ ...fields, ...hiddenFields(await visitor.get()), ...form });
  const decision = await readFact(office.facts, keys.decision(release, 1, 'helen-marsh'), decisionSchema);
  return { witness, answer, decision };
};

describe('the parts of a release', () => {
  it('are the headline, what stands under it, each paragraph of the news, and every other section', () => {
    expect(partsOf(content).map(({ id }) => id)).toEqual([
      'headline',
      'subheads',
      'news-1',
      'news-2',
      'boilerplate',
      'safe-harbor',
      'contact',
    ]);
  });

  it('are known by how they begin, cut between words', () => {
    expect(partsOf(content).find(({ id }) => id === 'news-1')?.begins).toBe(
      'Newark, New York - June 6, 2002 - IEC ...',
    );
    expect(partsOf(withNews(['Short.'])).at(-1)?.begins).toBe('Short.');
  });

  it('name a table by its caption, else by its columns', () => {
    const table = { columns: ['Nominee', 'For'], rows: [] };
    const parts = partsOf(withNews([{ ...table, caption: 'Votes' }, table]));
    expect(parts.slice(-2).map(({ begins }) => begins)).toEqual(['Votes', 'Nominee, For']);
  });

  it('are one part for news of more than 20 paragraphs', () => {
    const parts = partsOf(withNews(Array.from({ length: 21 }, (_, n) => `Paragraph ${n}.`)));
    expect(parts.filter(({ name }) => name === 'news').map(({ id }) => id)).toEqual(['news']);
  });
});

describe('a request for changes', () => {
  it('can name parts of the release, which the others read by their names', async () => {
    const { witness, decision } = await decisionOn({ section: 'news-2' });
    expect(decision).toMatchObject({ decision: 'request-changes', sections: ['news-2'] });
    const page = ((await witness.get()).body ?? '').replaceAll(/\s+/g, ' ');
    expect(page).toContain('<strong>Helen Marsh</strong>, Director, asked for changes on June 6, 2002');
    expect(page).toContain(
      '<li>Paragraph 2: &ldquo;W. Barry Gilbert has been appointed acting Chief ...&rdquo;</li>',
    );
  });

  it('names none where none is chosen', async () => {
    expect((await decisionOn({})).decision).not.toHaveProperty('sections');
  });

  it.each([
    ['a part that the draft does not have', { section: 'news-9' }, 'is not in this draft'],
    [
      'parts beside an approval',
      { section: 'headline', decision: 'approve', reason: '' },
      'An approval is of the whole release',
    ],
  ])('is not recorded with %s, and the list stands open at what is wrong', async (_what, form, words) => {
    const { answer, decision } = await decisionOn(form);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('<a href="#section">');
    expect(answer.body).toMatch(/<details class="fold" open>\s*<summary>Which parts/);
    expect(decision).toBeUndefined();
  });
});
