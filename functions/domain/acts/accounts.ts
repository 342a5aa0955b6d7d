import * as v from 'valibot';
import { localDate } from '../dates.ts';
import { line } from '../text.ts';
import { clause, clauses, common, count, meeting, money, percent, personSchema } from './common.ts';

/** The company changes its independent accountant. */
export const auditorChange = v.strictObject({
  kind: v.literal('auditor-change'),
  action: v.picklist(['engaged', 'dismissed', 'resigned', 'declined']),
  /** The firm that is engaged, dismissed, resigns or declines. */
  firm: v.optional(line(160)),
  /** The firm that it succeeded. */
  predecessor: v.optional(line(160)),
  /** As it is printed after "approved by", such as "the Audit Committee of the Board of Directors". */
  approvedBy: v.optional(line(160)),
  /** As it is printed after "for", such as "the fiscal year ending December 31, 2026". */
  period: v.optional(line(120)),
  /** What the reports of the firm that leaves said, in a sentence; Regulation S-K, Item 304(a)(1)(ii). */
  reports: v.optional(line(600)),
  /** With the firm that leaves; what they were about stands in the details. */
  disagreements: v.optional(v.picklist(['none', 'some'])),
  reportableEvents: v.optional(v.picklist(['none', 'some'])),
  ...common,
  reason: v.optional(clause),
});

const votes = {
  for: v.optional(count),
  against: v.optional(count),
  withheld: v.optional(count),
  abstained: v.optional(count),
  brokerNonVotes: v.optional(count),
  forPercent: v.optional(percent),
  withheldPercent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
};

/** What the shareholders decided at a meeting. */
export const votingResults = v.strictObject({
  kind: v.literal('voting-results'),
  meeting: v.optional(meeting),
  /** How much of the stock was there, as it is printed before "were represented", such as "86 percent of the shares". */
  turnout: v.optional(line(200)),
  /** How many directors were elected; where as many are listed, all of them were. */
  directorsElected: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  directors: v.optional(
    v.pipe(
      v.array(v.strictObject({ name: line(120), elected: v.optional(v.boolean()), ...votes })),
      v.minLength(1),
      v.maxLength(40),
    ),
  ),
  matters: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          /** As it is printed after "to", such as "ratify the appointment of Ernst & Young LLP". */
          matter: line(400),
          result: v.picklist(['approved', 'rejected']),
          ...votes,
          /** Of a vote on how often to vote on pay; Rule 14a-21(b). */
          everyYear: v.optional(count),
          everyTwoYears: v.optional(count),
          everyThreeYears: v.optional(count),
        }),
      ),
      v.minLength(1),
      v.maxLength(40),
    ),
  ),
  ...common,
});

/** The bylaws, the charter or another instrument change. */
export const bylawAmendment = v.strictObject({
  kind: v.literal('bylaw-amendment'),
  /** Such as "bylaws" or "certificate of incorporation". */
  instrument: v.optional(line(120)),
  /** What changes, each as it is printed after "to". */
  changes: v.optional(clauses),
  /** As it is printed after "approved by", such as "the Board of Directors". */
  approvedBy: v.optional(line(160)),
  ...common,
  reason: v.optional(clause),
});

/** The fiscal year ends on another day. */
export const fiscalYearChange = v.strictObject({
  kind: v.literal('fiscal-year-change'),
  /** The day of the year, such as "June 30". */
  from: v.optional(line(40)),
  to: v.optional(line(40)),
  /** The form for the transition period, such as "Form 10-KT". */
  form: v.optional(line(40)),
  ...common,
  reason: v.optional(clause),
});

/** What people are paid, or how, changes. */
export const compensationChange = v.strictObject({
  kind: v.literal('compensation-change'),
  person: v.optional(personSchema),
  title: v.optional(line(160)),
  /** What was approved, as it is printed after "approved", such as "the accelerated vesting of unvested stock options". */
  measure: v.optional(clause),
  /** As it is printed after "under its", such as "2024 Equity Incentive Plan". */
  plan: v.optional(line(160)),
  /** How many shares the measure concerns, or the options that it concerns are for. */
  shares: v.optional(count),
  /** Options with an exercise price above this. */
  exercisePriceAbove: v.optional(money),
  /** Amounts by what they are, such as "base salary" or "expense avoided in fiscal 2006". */
  amounts: v.optional(
    v.pipe(v.array(v.strictObject({ what: line(160), amount: money })), v.minLength(1), v.maxLength(12)),
  ),
  /** As it is printed after "excludes", such as "options of non-employee directors". */
  excludes: v.optional(line(160)),
  /** Whether the amount was left out of the last proxy statement's table; Form 8-K, Item 5.02(f). */
  omittedFromProxy: v.optional(v.boolean()),
  ...common,
  reason: v.optional(clause),
});

/** Somebody adopts or ends a plan to trade, Rule 10b5-1. */
export const tradingPlan = v.strictObject({
  kind: v.literal('trading-plan'),
  person: personSchema,
  title: v.optional(line(160)),
  change: v.optional(v.picklist(['adopted', 'amended', 'terminated'])),
  shares: v.optional(count),
  ends: v.optional(localDate),
  /** As it is printed after "to", such as "diversify". */
  purpose: v.optional(clause),
  ...common,
});

/** Financial statements can no longer be relied on. */
export const restatement = v.strictObject({
  kind: v.literal('restatement'),
  /** Each as it is printed, such as "the fiscal year ended December 31, 2025". */
  periods: v.optional(clauses),
  /** Who concluded it, as it is printed, such as "the Audit Committee". */
  concludedBy: v.optional(line(160)),
  /** Whether the audit committee discussed it with the independent accountant; Form 8-K, Item 4.02(a)(3). */
  discussedWithAccountant: v.optional(v.boolean()),
  reason: v.optional(clause),
  amounts: v.optional(
    v.pipe(v.array(v.strictObject({ what: line(160), amount: money })), v.minLength(1), v.maxLength(12)),
  ),
  /** What the company will file, and when, in a sentence. */
  plan: v.optional(line(400)),
  ...common,
});

/** A periodic report will be late. */
export const delayedFiling = v.strictObject({
  kind: v.literal('delayed-filing'),
  /** As it is printed after "its", such as "Annual Report on Form 10-K for the fiscal year ended December 31, 2025". */
  report: v.optional(line(200)),
  due: v.optional(localDate),
  expected: v.optional(localDate),
  reason: v.optional(clause),
  ...common,
});
