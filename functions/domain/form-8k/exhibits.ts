import type { Reported } from '../filing/reported-items.ts';
import type { View } from '../templates.ts';

interface AskedExhibit {
  number: string;
  /** What it is, as words that stand after "To be confirmed". */
  fact: string;
  isAsked: (reported: Reported) => boolean;
}

/** What items want attached (Regulation S-K Item 601), in order of number. */
const askedExhibits: readonly AskedExhibit[] = [
  {
    number: '3',
    fact: 'the text of the amendment, as Exhibit 3.1 (articles) or 3.2 (bylaws)',
    isAsked: ({ item, sent }) => item === '5.03' && sent.act.kind !== 'fiscal-year-change',
  },
  {
    number: '16.1',
    fact: 'the letter of the former accountant, or that it follows by amendment',
    isAsked: ({ item, sent: { act } }) =>
      item === '4.01' &&
      !(act.kind === 'auditor-change' && act.action === 'engaged' && act.predecessor === undefined),
  },
  {
    number: '17.1',
    fact: 'the letter of the director, or that there is none',
    isAsked: ({ item }) => item === '5.02(a)',
  },
];

/** The exhibits that the items of a report ask for, besides the release and the cover page. */
export const askedExhibitViews = (reported: readonly Reported[]): View[] =>
  askedExhibits.filter(({ isAsked }) => reported.some(isAsked)).map(({ number, fact }) => ({ number, fact }));
