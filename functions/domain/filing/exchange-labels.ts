/** A place where securities are listed and whose rules of timing are kept here. */
export type Market =
  | 'nasdaq'
  | 'nyse'
  | 'london'
  | 'aim'
  | 'frankfurt-or-euronext'
  | 'toronto'
  | 'australia'
  | 'tokyo'
  | 'hong-kong'
  | 'malaysia';

/** Nasdaq of the United States, and not its sisters of the same name in the north of Europe and the Gulf. */
const nasdaq =
  /\bnasdaq\b(?![ -](?:OMX[ -])?(?:First North|Nordic|Baltic|Stockholm|Copenhagen|Helsinki|Iceland|Riga|Tallinn|Vilnius|Dubai))/i;

const otherUsExchange =
  /\b(NYSE|AMEX|Cboe BZX)\b|(New York|American|Boston|Chicago|Pacific|Philadelphia) Stock Exchange/i;

/** Whether a market is a national securities exchange of the United States by its name; OTC markets are none. */
export const isUsExchange = (name: string): boolean => nasdaq.test(name) || otherUsExchange.test(name);

const patterns: readonly (readonly [Market, RegExp])[] = [
  ['nasdaq', nasdaq],
  // NYSE American and its sisters have rulebooks of their own.
  ['nyse', /(\bNYSE\b|New York Stock Exchange)(?! ?(American|Arca|MKT|Texas))/i],
  ['aim', /\bAIM\b/i],
  ['london', /\b(LSE|LON)\b|London/i],
  ['frankfurt-or-euronext', /\b(FSE|FWB|XETRA)\b|Frankfurt|Euronext/i],
  ['toronto', /\bTSX([ .-]?V)?\b|Toronto/i],
  ['australia', /\bASX\b|Australia/i],
  ['tokyo', /\bTSE\b|Tokyo/i],
  ['hong-kong', /\b(HKEX|SEHK|HKSE)\b|Hong Kong/i],
  ['malaysia', /\bBursa\b|Malaysia/i],
];

/** What stands before the ticker, so that a ticker such as AIM is not taken for the market. */
const exchangePart = (listing: string): string =>
  listing
    .slice(0, listing.includes(':') ? listing.lastIndexOf(':') : undefined)
    .replace(/[()]/g, '')
    .trim();

/** Whether a part of a label names no market: a number of the security, or one more ticker on the market before it. */
const namesNoMarket = (part: string, earlier: readonly string[]): boolean =>
  /^\(?(ISIN|WKN|CUSIP)\b/i.test(part) ||
  (/^[A-Z0-9.-]+$/.test(part) && earlier.some((one) => one.includes(':')));

/** The listings of a label such as `Nasdaq: AAA; TSX: AAA`, each with the markets that it names; none if unknown. */
export const listingsOf = (label: string): { exchange: string; markets: Market[] }[] =>
  label
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part, index, parts) => !namesNoMarket(part, parts.slice(0, index)))
    .map(exchangePart)
    .filter((exchange) => exchange !== '')
    .map((exchange) => {
      const named = patterns.filter(([, pattern]) => pattern.test(exchange)).map(([market]) => market);
      // "LSE: AIM" is AIM, to which the listing rules of the main market do not apply.
      return { exchange, markets: named.filter((market) => market !== 'london' || !named.includes('aim')) };
    });
