import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** Exchanges and the ways in which releases write them; the tiers of Nasdaq are one, those of NYSE are not. */
const exchanges: readonly { name: string; pattern: RegExp }[] = [
  { name: 'NYSE American', pattern: /\b(?:NYSE (?:American|MKT)|AMEX|American Stock Exchange)\b/i },
  { name: 'NYSE Arca', pattern: /\bNYSE Arca\b/i },
  { name: 'NYSE', pattern: /\b(?:NYSE(?! (?:American|MKT|Arca|Texas))|New York Stock Exchange)\b/i },
  { name: 'Nasdaq', pattern: /\bNasdaq\b/i },
  { name: 'OTC', pattern: /\bOTC(?:QB|QX|BB|MKTS)?\b/ },
  { name: 'TSX Venture', pattern: /\bTSX[ -]?V(?:enture)?\b/i },
  { name: 'TSX', pattern: /\b(?:TSX(?![ -]?V)|Toronto Stock Exchange)\b/i },
  { name: 'London Stock Exchange', pattern: /\b(?:LSE|London Stock Exchange)\b/ },
];

const namedIn = (text: string): string[] =>
  exchanges.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);

const tickers = (text: string): string[] =>
  [...text.matchAll(/:\s*([A-Z][A-Z0-9.-]*)/g)].map(([, ticker = '']) => ticker);

/** A text without the listings of other companies, such as "(Nasdaq: ATHR)" after a partner's name. */
const withoutOthers = (text: string, own: ReadonlySet<string>): string =>
  text.replace(/\([^()]*:[^()]*\)/g, (listing) =>
    tickers(listing).every((ticker) => !own.has(ticker)) ? '' : listing,
  );

/** Finds exchanges in the text that neither the ticker label names nor a transfer of the listing explains. */
export const exchangeLints = ({
  tickerLabel,
  markets,
  headline,
  paragraphs,
  boilerplate,
}: Pick<ReleaseText, 'tickerLabel' | 'markets' | 'headline' | 'paragraphs' | 'boilerplate'>): Check[] => {
  const listed = namedIn(tickerLabel);
  if (listed.length === 0) return [];
  const known = new Set([...listed, ...markets.flatMap(namedIn)]);
  const own = new Set(tickers(tickerLabel));
  const text = withoutOthers([headline, ...paragraphs, ...boilerplate].join('\n'), own);
  return namedIn(text)
    .filter((name) => !known.has(name))
    .map((name) =>
      warning(
        'exchange-differs',
        `The listing is "${tickerLabel}", and the text names ${name}. Correct one.`,
      ),
    );
};
