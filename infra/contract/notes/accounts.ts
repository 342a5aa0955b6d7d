import { type FieldNotes, votesNotes } from './common.ts';

const approvedBy = 'follows "approved by": `the Audit Committee of the Board of Directors`';

/** Fields of acts about accounts, votes, pay and instruments, by the kind of act. */
export const accountsNotes = {
  'auditor-change': {
    action: 'what happens with the firm',
    firm: 'the firm that is engaged, is dismissed, resigns or declines',
    predecessor: 'the firm that it succeeded',
    approvedBy,
    period: 'follows "for": `the fiscal year ending December 31, 2026`',
    reports:
      'what the reports of the firm that leaves said (Regulation S-K, Item 304(a)(1)(ii)); a whole sentence: `The reports of Brandt Ames LLP contained no adverse opinion`',
    disagreements: 'whether there were any with the firm that leaves; what about stands in `details`',
    reportableEvents: 'whether there were any; what about stands in `details`',
  },
  'voting-results': {
    meeting: 'where shareholders voted',
    turnout: 'stands before "were represented": `86 percent of the shares`',
    directorsElected: 'how many directors were elected; where as many are listed, all of them were',
    directors: 'the candidates, each a line of a table',
    'directors.name': 'the candidate',
    'directors.elected': 'whether he or she was elected',
    ...votesNotes('directors'),
    matters: 'what else was voted on, each a line of a table',
    'matters.matter':
      'begins with a verb, as it follows "the proposal to": `ratify the appointment of Calder & Voss LLP`',
    'matters.result': 'what became of the proposal',
    ...votesNotes('matters'),
    'matters.everyYear': 'of a vote on how often to vote on pay (Rule 14a-21(b)): votes for one year',
    'matters.everyTwoYears': 'votes for two years',
    'matters.everyThreeYears': 'votes for three years',
  },
  'bylaw-amendment': {
    instrument: 'follows "its": `bylaws`, `certificate of incorporation`',
    changes: 'what changes; each begins with a verb, as it follows "to": `allow meetings by video`',
    approvedBy,
  },
  'fiscal-year-change': {
    from: 'the day of the year: `June 30`',
    to: 'the day of the year: `December 31`',
    form: 'the form for the transition period: `Form 10-KT`',
  },
  'compensation-change': {
    person: 'for whom',
    title: 'the office; stands before the name, or alone where nobody is named',
    measure:
      'what was approved; a noun with its article, as it follows "has approved": `the accelerated vesting of unvested stock options`',
    plan: 'the name of a plan; follows "under its": `2024 Equity Incentive Plan`',
    shares: 'how many shares it concerns, or the options that it concerns are for',
    exercisePriceAbove: 'where it concerns options with an exercise price above this',
    amounts: 'sums by what they are',
    'amounts.what': 'stands before "of": `base salary`, `target bonus`',
    'amounts.amount': 'how much',
    excludes: 'follows "excludes": `options of non-employee directors`',
    omittedFromProxy:
      "whether the amount was left out of the last proxy statement's table (Form 8-K, Item 5.02(f))",
  },
  'trading-plan': {
    person: 'whose plan it is',
    title: 'stands before the name',
    change: 'what becomes of the plan',
    shares: 'how many shares it covers',
    ends: 'on which day it ends',
    purpose: 'begins with a verb, as it follows "is to": `diversify`',
  },
  restatement: {
    periods: 'each as it is printed: `the fiscal year ended December 31, 2025`',
    concludedBy: 'begins the sentence: `the Audit Committee`; the company, if it is left out',
    discussedWithAccountant:
      'whether the audit committee discussed it with the independent accountant (Form 8-K, Item 4.02(a)(3))',
    amounts: 'sums by what they are',
    'amounts.what': 'stands before "of": `overstated revenue`',
    'amounts.amount': 'how much',
    plan: 'what the company will file, and when; a whole sentence',
  },
  'delayed-filing': {
    report: 'follows "its": `Annual Report on Form 10-K for the fiscal year ended December 31, 2025`',
    due: 'the day by which it is due',
    expected: 'the day by which the company expects to file it',
  },
} satisfies Readonly<Record<string, FieldNotes>>;
