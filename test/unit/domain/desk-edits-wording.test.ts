import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import { isCosmetic } from '../../../functions/domain/cosmetic.ts';
import type { Desk } from '../../../functions/domain/desk-edits/desk-edits.ts';
import { placesOf, wordedContent } from '../../../functions/domain/desk-edits/places.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { wireNames } from '../../../functions/domain/house-styles.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { deskEvent, wordingOf } from '../../support/desk.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = { ...companyOfId('halden-optics'), wires: [...wireNames] };

const drafted = (events: readonly EventFact[], number = 1): Draft => {
  const now = new Date(`2026-11-19T18:0${number}:00Z`);
  const draft = makeDraft({ company, release: 'halden-optics.x', number, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

const sending = (name: string, ...acts: Act[]): EventFact => {
  const event = eventOf(name);
  return { ...event, data: { ...event.data, announce: '2026-11-19', acts } };
};

const dividend: Act = {
  kind: 'dividend',
  perShare: 0.17,
  record: '2026-12-04',
  payable: '2026-12-18',
};
const departure: Act = {
  kind: 'officer-departure',
  person: { name: 'Ann Lee' },
  title: 'Treasurer',
  manner: 'resigned',
  effective: '2026-12-31',
  reason: 'to move to Oslo',
};
const events = [sending('hr~1', departure), sending('board~2', dividend)];
const first = drafted(events);

const edited = (edits: Partial<Desk>, ...later: EventFact[]): Draft =>
  drafted([...events, deskEvent(first, edits), ...later], 2);

/** What an edit makes of the first draft, under the number of that. */
const twin = (edits: Partial<Desk>): Draft => drafted([...events, deskEvent(first, edits)], 1);

const errors = ({ checks }: Draft): string[] =>
  checks.filter(({ severity }) => severity === 'error').map(({ id }) => id);

const newsOf = ({ content }: Draft): unknown[] =>
  content.sections.flatMap(({ name, blocks }) => (name === 'news' ? blocks : []));

describe('an edit of the wording', () => {
  const words = 'Halden Optics, Inc. said that its Treasurer, Ann Lee, will leave on December 31, 2026.';
  const draft = edited({ wording: [wordingOf(first, 'news.0', words)] });

  it('stands in the exhibit, the HTML, every wire and the Form 8-K', () => {
    expect(draft.text.replaceAll(/\s+/g, ' ')).toContain(words);
    expect(draft.html).toContain(words);
    expect(draft.wires.map(({ text }) => text.includes(words))).toEqual(wireNames.map(() => true));
    expect(draft.form8k).toContain(words);
    expect(draft.form8k).not.toContain('has resigned');
  });

  it('of the first paragraph leaves the Form 8-K without the words that announce it', () => {
    const [composed = ''] = first.edits.places.find(({ place }) => place === 'news.0')?.text ?? [];
    expect(composed).toMatch(/^Halden Optics, Inc. \(NYSE: HLDN\) today announced that Ann Lee has resigned/);
    const longer = composed.replace(' today announced', '  today announced').replace('Oslo', 'Oslo for good');
    const { form8k, text } = edited({ wording: [wordingOf(first, 'news.0', longer)] });
    expect(text.replaceAll(/\s+/g, ' ')).toContain('today announced that');
    expect(form8k).toContain('(b) Ann Lee has resigned');
    expect(form8k).toContain('Oslo for good');
    expect(form8k).not.toContain('announced that');
  });

  it('of its layout alone leaves the Form 8-K as it was composed, in every paragraph', () => {
    for (const place of ['news.0', 'news.1']) {
      const text = first.edits.places.find((one) => one.place === place)?.text ?? [];
      const spaced = text.map((one) => one.replaceAll(' ', '  ').replaceAll("'", '\u2019'));
      const next = twin({ wording: [wordingOf(first, place, ...spaced)] });
      expect(next.text).not.toBe(first.text);
      expect(next.form8k).toBe(first.form8k);
      expect(isCosmetic(first, next)).toBe(true);
    }
  });

  it('leaves the dateline to the house style, and to that of each wire', () => {
    const [lead] = newsOf(draft);
    expect(lead).toBe(`PORTLAND, Ore., Nov. 19, 2026 -- ${words}`);
    const byWire = Object.fromEntries(draft.wires.map(({ wire, text }) => [wire, text]));
    expect(byWire['globenewswire']).toContain(`(GLOBE NEWSWIRE) -- ${words}`);
    expect(byWire['businesswire']).toContain(`--(BUSINESS WIRE)--${words}`);
  });

  it('says in the draft what was composed, who wrote what stands for it, and when', () => {
    expect(draft.edits.wording).toEqual([
      {
        place: 'news.0',
        event: 'desk~0001',
        by: 'daniel-frost',
        at: '2026-11-19T18:02:00.000Z',
        composed: first.edits.places.find(({ place }) => place === 'news.0')?.text,
        text: [words],
        stands: true,
      },
    ]);
  });

  it('that leaves a fact out lists it as unused, and says why', () => {
    expect(first.unused.map(({ value }) => value)).not.toContain('to move to Oslo');
    expect(draft.unused).toContainEqual({
      event: 'hr~1',
      kind: 'officer-departure',
      fact: 'reason',
      value: 'to move to Oslo',
      reason: 'An edit of the wording has left it out.',
    });
  });

  it('of the dateline says nothing of an act, though it holds the day of one', () => {
    const dated = edited({
      wording: [
        wordingOf(first, 'dateline', 'PORTLAND, Ore., December 31, 2026 --'),
        wordingOf(first, 'news.0', 'Treasurer Ann Lee has resigned to move to Oslo.'),
      ],
    });
    expect(newsOf(dated)[0]).toMatch(/^PORTLAND, Ore., December 31, 2026 -- Treasurer/);
    expect(dated.unused.map(({ fact }) => fact)).toEqual(['effective.date']);
  });

  it.each<[string, string[], (draft: Draft) => unknown]>([
    ['headline', ['Ann Lee to Leave Halden'], ({ content }) => content.headline],
    ['subheads', ['One Line', 'Another Line'], ({ content }) => content.subheads],
    [
      'boilerplate.0',
      ['Halden makes lenses.'],
      ({ content }) => content.sections.find(({ name }) => name === 'boilerplate')?.blocks,
    ],
    [
      'boilerplate.heading',
      ['About Us'],
      ({ content }) => content.sections.find(({ name }) => name === 'boilerplate')?.heading,
    ],
    [
      'contact.lines',
      ['Priya Raman', '(503) 555-0100'],
      ({ content }) => content.sections.find(({ name }) => name === 'contact')?.lines,
    ],
  ])('of %s stands there', (place, text, shown) => {
    const found = shown(edited({ wording: [wordingOf(first, place, ...text)] }));
    expect([found].flat()).toEqual(text);
  });

  it('may make several paragraphs of one, or leave one out', () => {
    expect(newsOf(edited({ wording: [wordingOf(first, 'news.1', 'One.', 'Two.')] })).slice(1)).toEqual([
      'One.',
      'Two.',
    ]);
    expect(newsOf(edited({ wording: [wordingOf(first, 'news.1')] }))).toHaveLength(1);
  });

  it('of the dateline stands in the exhibit, and each wire keeps its own', () => {
    const { content, wires } = edited({
      wording: [wordingOf(first, 'dateline', 'SALEM, Ore., Nov. 19, 2026 --')],
    });
    expect(JSON.stringify(content)).toContain('SALEM, Ore., Nov. 19, 2026 -- Halden Optics');
    expect(wires.filter(({ text }) => text.includes('SALEM'))).toEqual([]);
  });

  it('moves with the paragraph that it was made for', () => {
    const split = sending('board~4', {
      kind: 'stock-split',
      ratio: { new: 2, old: 1 },
      effective: '2027-01-04',
    });
    const paragraphs = newsOf(first).length;
    const moved = edited({ wording: [wordingOf(first, 'news.1', 'A dividend was declared.')] }, split);
    expect(newsOf(moved)).toHaveLength(paragraphs + 1);
    expect(newsOf(moved)).toContain('A dividend was declared.');
    expect(errors(moved)).toEqual([]);
  });

  it('does not stand once what it was made for is composed otherwise, and the draft says both', () => {
    const more = sending('hr~3', { ...departure, leavesBoard: true });
    const outdated = edited({ wording: [wordingOf(first, 'news.0', words)] }, more);
    expect(errors(outdated)).toEqual(['edit-outdated']);
    const message = outdated.checks.find(({ id }) => id === 'edit-outdated')?.message;
    expect(message).toContain('has resigned');
    expect(message).toContain(words);
    expect(outdated.html).not.toContain(words);
    expect(outdated.edits.wording.map(({ stands }) => stands)).toEqual([false]);
  });

  it('that does not stand is gone once an editor gives it up', () => {
    const more = sending('hr~3', { ...departure, leavesBoard: true });
    const edit = deskEvent(first, { wording: [wordingOf(first, 'news.0', words)] });
    const outdated = drafted([...events, edit, more], 2);
    const settled = deskEvent(outdated, { givenUp: [{ event: 'desk~0001', place: 'news.0' }] });
    const draft = drafted([...events, edit, more, settled], 3);
    expect(errors(draft)).toEqual([]);
    expect(draft.edits.wording).toEqual([]);
  });

  it('gives way to a later one of the same place, and is gone where that puts back what is composed', () => {
    const one = deskEvent(first, { wording: [wordingOf(first, 'headline', 'One')] });
    const second = drafted([...events, one], 2);
    const two = deskEvent(second, { wording: [wordingOf(second, 'headline', 'Two')] });
    const third = drafted([...events, one, two], 3);
    expect(third.content.headline).toBe('Two');
    expect(third.edits.wording.map(({ text }) => text)).toEqual([['Two']]);
    const back = deskEvent(third, { wording: [wordingOf(third, 'headline', first.content.headline)] });
    const fourth = drafted([...events, one, two, back], 4);
    expect(fourth.content).toEqual(first.content);
    expect(fourth.edits.wording).toEqual([]);
  });
});

describe('the places of a release', () => {
  it('put back as they are leave it as it is, and hold every word that is not in a table', () => {
    const { content } = first;
    const dateline = 'PORTLAND, Ore., Nov. 19, 2026 -- ';
    const places = placesOf(content, dateline);
    fc.assert(
      fc.property(fc.subarray(places), (some) => {
        const live = new Map(some.map(({ place, text }) => [place, text]));
        expect(wordedContent(content, dateline, live)).toEqual(content);
      }),
    );
    const words = places.flatMap(({ text }) => text).join('\n');
    for (const { blocks, lines } of content.sections)
      for (const text of [...blocks, ...lines]) expect(words).toContain(String(text).replace(dateline, ''));
  });
});
