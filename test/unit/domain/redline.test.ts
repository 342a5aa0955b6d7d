import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content, Draft } from '../../../functions/domain/draft.ts';
import { draftChanges } from '../../../functions/domain/draft-changes.ts';
import { compareWords, piecesOf, redline } from '../../../functions/domain/redline.ts';
import { draftOf, unconfirmed } from '../../support/draft.ts';

const words = fc
  .array(
    fc.constantFrom('The', 'Company', 'has', 'resigned', '$1,250,000', 'June 6,', ' ', '. ', '9.5%', '\n'),
  )
  .map((list) => list.join(' '));

const { content } = draftOf();

const contents = fc
  .record({
    headline: words,
    subheads: fc.array(words, { maxLength: 2 }),
    paragraphs: fc.array(words, { maxLength: 5 }),
    rows: fc.array(fc.tuple(words, words), { maxLength: 3 }),
  })
  .map(
    ({ headline, subheads, paragraphs, rows }): Content => ({
      ...content,
      headline,
      subheads,
      sections: [
        { name: 'news', blocks: [...paragraphs, { columns: ['A', 'B'], rows }], lines: [] },
        ...content.sections.slice(1),
      ],
    }),
  );

const without = (change: 'added' | 'removed', runs: readonly { change: string; text: string }[]): string =>
  runs
    .filter((run) => run.change !== change)
    .map(({ text }) => text)
    .join('');

describe('a comparison of words', () => {
  it('makes the earlier text without what was added, and the later one without what was removed', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = compareWords(before, after);
        expect(without('added', runs)).toBe(before);
        expect(without('removed', runs)).toBe(after);
      }),
    );
  });

  it('takes a figure as one word, and a phrase together', () => {
    expect(compareWords('a charge of $1,250,000 in cash', 'a charge of $1,300,000 in cash')).toEqual([
      { change: 'same', text: 'a charge of ' },
      { change: 'removed', text: '$1,250,000' },
      { change: 'added', text: '$1,300,000' },
      { change: 'same', text: ' in cash' },
    ]);
    expect(compareWords('He left the Company today.', 'He resigned from the Company today.')).toEqual([
      { change: 'same', text: 'He ' },
      { change: 'removed', text: 'left' },
      { change: 'added', text: 'resigned from' },
      { change: 'same', text: ' the Company today.' },
    ]);
  });
});

describe('a redline', () => {
  it('holds every word of both drafts, in order', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const pieces = redline(before, after);
        const texts = (change: 'added' | 'removed'): string[] =>
          pieces.filter((piece) => piece.change !== change).map(({ runs }) => without(change, runs));
        expect(texts('removed')).toEqual(piecesOf(after).map(({ text }) => text));
        expect(
          texts('added')
            .filter((text) => text !== '')
            .toSorted(),
        ).toEqual(
          piecesOf(before)
            .map(({ text }) => text)
            .filter((text) => text !== '')
            .toSorted(),
        );
      }),
    );
  });

  it('of a long release in which every paragraph has changed compares each only with what may be its own', () => {
    const paragraph = (number: number, more: string): string =>
      Array.from({ length: 80 }, (_, at) => `word${(number * 7 + at * 13) % 997}`).join(' ') + more;
    const of = (more: string): Content => ({
      ...content,
      sections: [
        {
          name: 'news',
          blocks: Array.from({ length: 200 }, (_, number) => paragraph(number, more)),
          lines: [],
        },
      ],
    });
    const changed = redline(of(''), of(' more')).filter(({ change }) => change === 'changed');
    expect(changed).toHaveLength(200);
  }, 5000);

  it('of a draft and itself has no change', () => {
    expect(redline(content, content).every(({ change }) => change === 'same')).toBe(true);
  });

  it('shows a paragraph that changed as one, and one that is another as gone and come', () => {
    const [news, ...others] = content.sections;
    if (news === undefined) throw new Error('The draft has no news');
    const after: Content = {
      ...content,
      sections: [
        {
          ...news,
          blocks: [
            ...news.blocks.slice(0, 1),
            'W. Barry Gilbert has been appointed interim Chief Executive Officer.',
            'The facility in Newark is to be closed.',
          ],
        },
        ...others,
      ],
    };
    expect(redline(content, after).filter(({ change }) => change !== 'same')).toEqual([
      {
        part: 'paragraph',
        change: 'changed',
        runs: [
          { change: 'same', text: 'W. Barry Gilbert has been appointed ' },
          { change: 'removed', text: 'acting' },
          { change: 'added', text: 'interim' },
          { change: 'same', text: ' Chief Executive Officer.' },
        ],
      },
      {
        part: 'paragraph',
        change: 'added',
        runs: [{ change: 'added', text: 'The facility in Newark is to be closed.' }],
      },
    ]);
  });
});

describe('what changed besides the words', () => {
  it('is each finding that is gone or new, and a new deadline', () => {
    const changes = draftChanges(draftOf(unconfirmed), draftOf({ decideBy: '2002-06-08T10:00:00.000Z' }));
    expect(changes).toEqual([
      {
        change: 'removed',
        what: 'check',
        text: 'To be confirmed: title of the officer (event hr~evt-1).',
      },
      {
        change: 'moved',
        what: 'decide-by',
        was: '2002-06-07T10:00:00.000Z',
        now: '2002-06-08T10:00:00.000Z',
      },
    ]);
  });

  it('is a fact that is left out, in words and with whom it is about', () => {
    const fact: Draft['unused'][number] = {
      event: 'hr~evt-1',
      kind: 'officer-departure',
      fact: 'consulting.until',
      value: '2003-03-31',
      reason: 'An edit of the wording has left it out.',
    };
    const date: Draft['dates'][number] = {
      kind: 'officer-departure',
      person: 'Ann Lee',
      which: 'effective',
      value: 'June 30, 2002',
      unclear: false,
      events: ['hr~evt-1'],
      source: 'hr',
    };
    const textOf = (dates: Draft['dates']): unknown =>
      draftChanges(draftOf(), draftOf({ unused: [fact], dates }));
    const added = { change: 'added', what: 'unused' };
    expect(textOf([date])).toEqual([
      { ...added, text: 'consulting until of the departure of Ann Lee: 2003-03-31' },
    ]);
    expect(textOf([date, { ...date, person: 'Paul Roe' }])).toEqual([
      { ...added, text: 'consulting until of the departure: 2003-03-31' },
    ]);
  });
});
