import * as v from 'valibot';
import { localDate } from '../dates.ts';
import { line } from '../text.ts';
import { clause, clauses, common, count, money, percent, when } from './common.ts';

const security = v.optional(line(80));

/** The board declares a dividend. */
export const dividend = v.strictObject({
  kind: v.literal('dividend'),
  change: v.optional(v.picklist(['declared', 'increased', 'reduced', 'initiated'])),
  /** As it is printed before "dividend", such as "quarterly" or "special cash". */
  frequency: v.optional(line(40)),
  perShare: v.optional(money),
  previousPerShare: v.optional(money),
  annual: v.optional(money),
  security,
  record: v.optional(localDate),
  payable: v.optional(localDate),
  ...common,
});

/** The board suspends the dividend. */
export const dividendSuspension = v.strictObject({
  kind: v.literal('dividend-suspension'),
  frequency: v.optional(line(40)),
  security,
  ...common,
  reason: v.optional(clause),
});

const part = v.pipe(v.number(), v.gtValue(0), v.maxValue(100_000));

/** Shares are split, or joined where `new` is less than `old`. */
export const stockSplit = v.strictObject({
  kind: v.literal('stock-split'),
  /** Two new shares for one old share: `{ "new": 2, "old": 1 }`. */
  ratio: v.optional(v.strictObject({ new: part, old: part })),
  /** As it is printed after "in the form of a", such as "100 percent stock dividend". */
  form: v.optional(line(80)),
  security,
  record: v.optional(localDate),
  payable: v.optional(localDate),
  ...common,
  /** The time of day, as it is printed after "at", such as "12:01 a.m. Eastern Time". */
  time: v.optional(line(40)),
  sharesBefore: v.optional(count),
  sharesAfter: v.optional(count),
  /** What becomes of fractions, in a sentence. */
  fractions: v.optional(line(300)),
  cusip: v.optional(line(20)),
  parValue: v.optional(money),
  /** Who approved it and within what, in a sentence. */
  approval: v.optional(line(400)),
  /** As it is printed after "to", such as "meet the minimum bid price". */
  purpose: v.optional(clause),
  transferAgent: v.optional(line(120)),
});

/** The company may buy back its own shares. */
export const shareRepurchase = v.strictObject({
  kind: v.literal('share-repurchase'),
  /** Whether a program begins, grows, goes on or has ended. */
  change: v.optional(v.picklist(['new', 'increased', 'extended', 'completed'])),
  /** How much may be bought, or was; where the program grows, to how much. */
  amount: v.optional(money),
  shares: v.optional(count),
  percent: v.optional(percent),
  /** By how much the program grows. */
  increase: v.optional(money),
  security,
  ...common,
  expires: v.optional(localDate),
  /** Each as it is printed after "through", such as "open market purchases". */
  methods: v.optional(clauses),
  /** Rules under the Exchange Act, such as "Rule 10b-18". */
  rules: v.optional(clauses),
  /** As it is printed after "from", such as "available cash". */
  funding: v.optional(line(160)),
  /** What was bought before, in a sentence. */
  prior: v.optional(line(400)),
  /** True where the release is to say that the company may stop at any time. */
  mayStop: v.optional(v.boolean()),
});

/** The company raises or borrows money. */
export const financing = v.strictObject({
  kind: v.literal('financing'),
  stage: v.optional(v.picklist(['announced', 'agreed', 'completed', 'amended'])),
  /** As it is printed after "a" or, in the plural, after "of", such as "revolving loan" or "convertible notes due 2031"; what is amended after "its". */
  instrument: v.optional(line(160)),
  amount: v.optional(money),
  /** The most that it can come to. */
  maximum: v.optional(money),
  counterparty: v.optional(line(160)),
  /** As it is printed after "interest at", such as "6.75 percent a year". */
  rate: v.optional(line(80)),
  matures: v.optional(when),
  /** As it is printed after "for", such as "general corporate purposes". */
  use: v.optional(clause),
  /** Each as it is printed after "include", such as "a first lien on receivables". */
  terms: v.optional(clauses),
  ...common,
});

/** The company comes to other terms with its creditors. */
export const debtRestructuring = v.strictObject({
  kind: v.literal('debt-restructuring'),
  /** The debt, as it is printed, such as "$100 million of 6.75% Convertible Subordinated Debentures due 2003". */
  debt: v.optional(line(200)),
  /** What creditors get, as it is printed after "for", such as "90 percent of its common stock". */
  exchange: v.optional(clause),
  /** The proceeding, as it is printed after "under", such as "Chapter 11 of the Bankruptcy Code". */
  proceeding: v.optional(line(160)),
  /** How many of the creditors who voted approved it. */
  vote: v.optional(
    v.strictObject({
      deadline: v.optional(localDate),
      amountPercent: v.optional(percent),
      holdersPercent: v.optional(percent),
    }),
  ),
  /** Each as it is printed after "include", such as "the cancellation of the debentures". */
  terms: v.optional(clauses),
  ...common,
});

/** Options or other awards are granted. */
export const optionGrant = v.strictObject({
  kind: v.literal('option-grant'),
  /** As it is printed after the number, such as "stock options". */
  award: v.optional(line(120)),
  total: v.optional(count),
  price: v.optional(money),
  /** To whom, as it is printed after "to". */
  grantees: v.optional(line(200)),
  /** As it is printed after "expire", such as "on November 18, 2036" or "five years after the grant". */
  expires: v.optional(line(120)),
  /** In a sentence. */
  vesting: v.optional(line(400)),
  /** As it is printed after "under its", such as "2024 Equity Incentive Plan". */
  plan: v.optional(line(160)),
  ...common,
});
