import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import { figuresIn } from '../../../functions/domain/desk-edits/figures.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { deskEvent, wordingOf } from '../../support/desk.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = companyOfId('halden-optics');
const editor = company.owner.name;

const drafted = (events: readonly EventFact[], number = 1): Draft => {
  const now = new Date(`2026-11-19T18:0${number}:00Z`);
  const draft = makeDraft({ company, release: 'halden-optics.x', number, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

const sending = (name: string, ...acts: Act[]): EventFact => {
  const event = eventOf(name);
  return { ...event, data: { ...event.data, announce: '2026-11-19', headline: 'Halden to Pay $0.20', acts } };
};

const words = 'We thank Ann for nine years of service.';
const events = [
  sending(
    'board~1',
    { kind: 'dividend', perShare: 0.2, record: '2026-12-04', payable: '2026-12-18' },
    {
      kind: 'workforce-reduction',
      positions: 180,
      percent: 35,
      charges: [{ amount: { from: 14e6, to: 16e6 }, for: 'severance' }],
    },
    {
      kind: 'statement',
      speaker: { name: 'Jonas Keller' },
      title: 'Chief Executive Officer',
      paragraphs: [words],
    },
  ),
];
const first = drafted(events);

const placeWith = (text: string): Draft['edits']['places'][number] => {
  const found = first.edits.places.find(
    ({ place, text: composed }) => place.startsWith('news.') && composed.join().includes(text),
  );
  if (found === undefined) throw new Error(`nothing says ${text}`);
  return found;
};

const edited = (...wording: [place: string, ...text: string[]][]): Draft =>
  drafted(
    [
      ...events,
      deskEvent(first, {
        by: 'owner',
        wording: wording.map(([place, ...text]) => wordingOf(first, place, ...text)),
      }),
    ],
    2,
  );

const remarks = ({ checks }: Draft, wanted: string): string[] =>
  checks.filter(({ id, severity }) => id === wanted && severity === 'warning').map(({ message }) => message);

/** The draft with the words of one paragraph of the news changed. */
const changing = (from: string, to: string): Draft => {
  const { place, text } = placeWith(from);
  return edited([place, ...text.map((one) => one.replace(from, to))]);
};

const where = (text: string): string => `paragraph ${Number(placeWith(text).place.slice(5)) + 1} of the news`;

describe('a figure that an editor writes', () => {
  it.each<[string, string, string]>([
    ['an amount', '$0.20', '$0.25'],
    ['a percentage', '35 percent', '45 percent'],
    ['a number of positions', '180', '190'],
    ['a day', 'December 18, 2026', 'December 28, 2026'],
    ['a range', '$14 million', '$12 million'],
  ])('and no event has is remarked on, with who wrote it and where: %s', (_what, from, to) => {
    expect(remarks(changing(from, to), 'figure-unsent')).toEqual([
      `${to} in ${where(from)}, written by ${editor}, is in no event.`,
    ]);
  });

  it('is remarked on in the headline too, each figure once', () => {
    const draft = edited(['headline', 'Halden to Pay $0.25 on December 28, 2026, and Again $0.25']);
    expect(remarks(draft, 'figure-unsent')).toEqual([
      `December 28, 2026 and $0.25 in the headline, written by ${editor}, are in no event.`,
    ]);
  });

  it.each<[string, string, string]>([
    ['in cents', '$0.20', '20 cents'],
    ['in millions', '$14 million', '$14,000,000'],
    ['with a sign', '35 percent', '35%'],
    ['as newswires do', 'December 18, 2026', 'Dec. 18'],
  ])('needs no remark where an event has it, written %s', (_how, from, to) => {
    expect(remarks(changing(from, to), 'figure-unsent')).toEqual([]);
  });

  it('needs no remark where it was composed, or is moved from another paragraph', () => {
    const dividend = placeWith('$0.20');
    const draft = edited([dividend.place], ['headline', dividend.text.join(' ')]);
    expect(remarks(draft, 'figure-unsent')).toEqual([]);
  });

  it('is none in an address, a telephone number or the name of a form', () => {
    expect(remarks(edited(['contact.lines', 'Priya Raman', '(503) 555-0199']), 'figure-unsent')).toEqual([]);
    expect(figuresIn('Form 8-K, Rule 10b5-1, COVID-19, the 2nd quarter, Class A')).toEqual([]);
  });

  it('is found as it is written, with the amount that it says', () => {
    const found = figuresIn('$14 to $16.5 million, 3-for-2, CAD 250,000, five, Nov. 19, 2026 at 9:30 a.m.');
    expect(found.map(({ text }) => text)).toEqual([
      'Nov. 19, 2026',
      '$14',
      '$16.5 million',
      '3',
      '2',
      'CAD 250,000',
      'five',
    ]);
    expect(found.map(({ key }) => key)).toEqual([
      '2026-11-19',
      '$14000000',
      '$16500000',
      '3',
      '2',
      '$250000',
      '5',
    ]);
  });
});

describe('a figure that an editor takes out of a place', () => {
  it('is remarked on where another place still says it', () => {
    const draft = edited([
      placeWith('$0.20').place,
      ...placeWith('$0.20').text.map((one) => one.replaceAll('$0.20', 'a dividend')),
    ]);
    expect(first.content.headline).toContain('$0.20');
    expect(remarks(draft, 'figure-dropped')).toEqual([
      `${editor} took $0.20 out of ${where('$0.20')}, and it still stands in the headline.`,
    ]);
  });

  it('needs no remark where the paragraph is left out, or nothing else says it', () => {
    expect(remarks(edited([placeWith('$0.20').place]), 'figure-dropped')).toEqual([]);
    expect(remarks(changing('December 18, 2026', 'soon'), 'figure-dropped')).toEqual([]);
  });
});

describe('words in quotation marks that an editor writes', () => {
  it('are remarked on where no event has them, whoever is said to say them', () => {
    const { place, text } = placeWith('$0.20');
    expect(
      remarks(
        edited([place, ...text, '"We are proud," said Mary Poe. \u201CVery proud.\u201D']),
        'quotation-unsent',
      ),
    ).toEqual([
      `Words that no event has are given in quotation marks in ${where('$0.20')}, written by ${editor}: "We are proud," "Very proud."`,
    ]);
  });

  it('are remarked on in the headline', () => {
    expect(remarks(edited(['headline', 'Halden "Proud"']), 'quotation-unsent')).toHaveLength(1);
  });

  it('need no remark where they were sent, broken by who says them, or moved', () => {
    const { place, text } = placeWith(words);
    const broken = edited([place, '"We thank Ann," said Mr. Keller, "for nine years of service."']);
    expect(remarks(broken, 'quotation-unsent')).toEqual([]);
    const moved = edited([place], [placeWith('$0.20').place, ...placeWith('$0.20').text, ...text]);
    expect(remarks(moved, 'quotation-unsent')).toEqual([]);
  });
});
