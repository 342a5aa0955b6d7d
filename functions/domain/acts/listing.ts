import * as v from 'valibot';
import { localDate } from '../dates.ts';
import { line } from '../text.ts';
import { clause, common } from './common.ts';

/** What is listed, as it is printed, such as "common stock" or "warrants". */
const security = v.optional(line(80));
const ticker = v.optional(line(20));
const market = v.optional(line(120));
const identifier = v.optional(line(20));

const days = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));

/** What a notice has of what every act may have; it takes effect when it comes. */
const { effective: _, ...noticeCommon } = common;

/** A listing moves from one market to another. */
export const listingTransfer = v.strictObject({
  kind: v.literal('listing-transfer'),
  from: market,
  to: market,
  ticker,
  security,
  ...common,
});

/** A security is listed on a market for the first time. */
export const newListing = v.strictObject({
  kind: v.literal('new-listing'),
  market,
  ticker,
  security,
  ...common,
});

/** The symbol under which a security trades changes. */
export const tickerChange = v.strictObject({
  kind: v.literal('ticker-change'),
  from: ticker,
  to: ticker,
  market,
  security,
  cusip: identifier,
  ...common,
  /** On what it still depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
});

/** The company takes another name. */
export const nameChange = v.strictObject({
  kind: v.literal('name-change'),
  from: v.optional(line(120)),
  to: v.optional(line(120)),
  ticker,
  cusip: identifier,
  ...common,
  reason: v.optional(clause),
  /** On what it still depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
});

/** A security leaves its market. */
export const delisting = v.strictObject({
  kind: v.literal('delisting'),
  /** Whether the company leaves of itself, its shareholders have approved that, or the market has decided it. */
  manner: v.optional(v.picklist(['voluntary', 'approved', 'determined'])),
  market,
  ticker,
  security,
  ...common,
  lastTradingDay: v.optional(localDate),
  reason: v.optional(clause),
  /** The market's rule, as it is printed. */
  rule: v.optional(line(160)),
  /** Until when the company may appeal, and whether it will. */
  appealBy: v.optional(localDate),
  willAppeal: v.optional(v.boolean()),
  /** Where the security trades afterwards, as it is printed after "on". */
  to: market,
  /** On what it depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
});

/** A market has told the company that it does not meet a rule. */
export const listingDeficiency = v.strictObject({
  kind: v.literal('listing-deficiency'),
  market,
  rule: v.optional(line(160)),
  /** What the rule asks, as it is printed after "requires", such as "a minimum bid price of $1.00 per share". */
  requirement: v.optional(clause),
  /** How the company falls short, in a sentence. */
  shortfall: v.optional(line(400)),
  security,
  ...noticeCommon,
  /** True where the notice gives the company more time. */
  extended: v.optional(v.boolean()),
  cureRule: v.optional(line(160)),
  cureDays: days,
  cureMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  cureBy: v.optional(localDate),
  /** What cures it, in a sentence. */
  cure: v.optional(line(400)),
  /** False where the notice has no immediate effect on the listing. */
  immediateEffect: v.optional(v.boolean()),
  /** What the company means to do, as it is printed after "intends to". */
  plan: v.optional(clause),
  /** How long the company has to submit a plan to the market. */
  planDays: days,
  planBy: v.optional(localDate),
});

/** A market has told the company that it meets a rule again. */
export const complianceRegained = v.strictObject({
  kind: v.literal('compliance-regained'),
  market,
  rule: v.optional(line(160)),
  requirement: v.optional(clause),
  /** When the notice came that is now settled. */
  deficiencyNoticed: v.optional(localDate),
  metOn: v.optional(localDate),
  /** How it was met, in a sentence. */
  how: v.optional(line(400)),
  ...noticeCommon,
});
