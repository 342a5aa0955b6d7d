import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { votingResults } from '../../../../functions/domain/acts/accounts.ts';
import type { ActOf } from '../../../../functions/domain/acts.ts';
import { toldTogether } from '../../../support/told.ts';

const lead = { lead: true };
/** A house that leaves commas open. */
const open = { company: 'iec-electronics' };

type Options = Parameters<typeof toldTogether>[1];

describe('a change of auditor', () => {
  it('from one firm to another is a change in the headline, whichever is told first', () => {
    const dismissed = { kind: 'auditor-change', action: 'dismissed', firm: 'Old LLP' } as const;
    const engaged = { kind: 'auditor-change', action: 'engaged', firm: 'New LLP' } as const;
    expect(toldTogether([dismissed, engaged]).headline).toBe('Halden Changes Independent Auditor');
    expect(toldTogether([engaged, dismissed]).headline).toBe('Halden Changes Independent Auditor');
    expect(toldTogether([dismissed, dismissed]).headline).toContain('Dismissal');
  });

  const cases: [string, Omit<ActOf<'auditor-change'>, 'kind'>, Options, string, string][] = [
    [
      'that engages a firm',
      { action: 'engaged', firm: 'Calder & Voss LLP' },
      lead,
      'it has engaged Calder & Voss LLP as its independent registered public accounting firm.',
      'Halden Engages Calder & Voss LLP as Independent Auditor',
    ],
    [
      'that engages a firm in place of another',
      {
        action: 'engaged',
        firm: 'Calder & Voss LLP',
        predecessor: 'Brandt Ames LLP',
        period: 'the fiscal year ending December 31, 2027',
        approvedBy: 'the Audit Committee',
        decided: '2026-11-16',
        effective: '2027-01-01',
        reason: 'following a request for proposals',
        reports: 'The reports of Brandt Ames LLP held no adverse opinion',
        disagreements: 'none',
        reportableEvents: 'none',
      },
      {},
      "Halden has engaged Calder & Voss LLP as its independent registered public accounting firm for the fiscal year ending December 31, 2027, succeeding Brandt Ames LLP, effective January 1, 2027, following a request for proposals. The engagement was approved by the Audit Committee on November 16, 2026. The reports of Brandt Ames LLP held no adverse opinion. During Halden's two most recent fiscal years and the subsequent interim period before the change, there were no disagreements with Brandt Ames LLP on any matter of accounting principles or practices, financial statement disclosure, or auditing scope or procedure that, if not resolved to the satisfaction of that firm, would have caused it to refer to the subject matter of the disagreements in its report. During the same period, there were no reportable events as defined in Item 304(a)(1)(v) of Regulation S-K.",
      'Halden Engages Calder & Voss LLP as Independent Auditor',
    ],
    [
      'that engages a firm after one without a name',
      { action: 'engaged', firm: 'Calder & Voss LLP', decided: '2026-11-16', disagreements: 'none' },
      {},
      "Halden has engaged Calder & Voss LLP as its independent registered public accounting firm. The decision was made on November 16, 2026. During Halden's two most recent fiscal years and the subsequent interim period before the change, there were no disagreements with the former firm on any matter of accounting principles or practices, financial statement disclosure, or auditing scope or procedure that, if not resolved to the satisfaction of that firm, would have caused it to refer to the subject matter of the disagreements in its report.",
      'Halden Engages Calder & Voss LLP as Independent Auditor',
    ],
    [
      'that dismisses a firm',
      {
        action: 'dismissed',
        firm: 'Brandt Ames LLP',
        predecessor: 'Ott LLP',
        approvedBy: 'the Audit Committee',
        reason: 'after a review of fees',
        reportableEvents: 'none',
      },
      {},
      "Halden has dismissed Brandt Ames LLP as its independent registered public accounting firm after a review of fees. Brandt Ames LLP had succeeded Ott LLP. The dismissal was approved by the Audit Committee. During Halden's two most recent fiscal years and the subsequent interim period before the change, there were no reportable events as defined in Item 304(a)(1)(v) of Regulation S-K.",
      'Halden Announces Dismissal of Independent Auditor',
    ],
    [
      'in which a firm resigns over disagreements',
      {
        action: 'resigned',
        firm: 'Brandt Ames LLP',
        noticed: '2026-11-13',
        decided: '2026-11-16',
        disagreements: 'some',
        reportableEvents: 'some',
      },
      lead,
      "Brandt Ames LLP has resigned as its independent registered public accounting firm. Halden received notice of the resignation on November 13, 2026. During Halden's two most recent fiscal years and the subsequent interim period before the change, there were disagreements with Brandt Ames LLP of the kind that Item 304(a)(1)(iv) of Regulation S-K describes: [TO BE CONFIRMED: what the disagreements were about]. During the same period, there were reportable events as defined in Item 304(a)(1)(v) of Regulation S-K: [TO BE CONFIRMED: what the reportable events were].",
      'Halden Announces Resignation of Independent Auditor',
    ],
    [
      'whose disagreements the details tell',
      {
        action: 'resigned',
        firm: 'Brandt Ames LLP',
        disagreements: 'some',
        details: ['The disagreements were about inventory.'],
      },
      {},
      "Brandt Ames LLP has resigned as Halden's independent registered public accounting firm. During Halden's two most recent fiscal years and the subsequent interim period before the change, there were disagreements with Brandt Ames LLP of the kind that Item 304(a)(1)(iv) of Regulation S-K describes. The disagreements were about inventory.",
      'Halden Announces Resignation of Independent Auditor',
    ],
    [
      'in which a firm declines',
      {
        action: 'declined',
        firm: 'Brandt Ames LLP',
        approvedBy: 'the Audit Committee',
        noticed: '2026-11-13',
        effective: '2026-12-31',
      },
      {},
      "Brandt Ames LLP has declined to stand for reappointment as Halden's independent registered public accounting firm, effective December 31, 2026. Halden received notice of the decision on November 13, 2026. The change was approved by the Audit Committee.",
      'Halden Announces Change of Independent Auditor',
    ],
    [
      'of which nothing was sent',
      { action: 'dismissed' },
      {},
      'Halden has dismissed [TO BE CONFIRMED: the accounting firm that leaves] as its independent registered public accounting firm.',
      'Halden Announces Dismissal of Independent Auditor',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'auditor-change', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a vote on how often to vote on pay', () => {
  const vote = (votes: object, ...matters: object[]) =>
    toldTogether([
      v.parse(votingResults, {
        kind: 'voting-results',
        meeting: { type: '2026 annual', date: '2026-11-18' },
        matters: [...matters, { matter: 'advise on how often to vote on pay', result: 'approved', ...votes }],
      }),
    ]);

  it('says what most votes were for, and that nothing was approved by it', () => {
    const merger = { matter: 'approve the merger', result: 'approved' };
    const { text, missing } = vote({ everyYear: 9, everyTwoYears: 1, everyThreeYears: 2 }, merger);
    expect(text).toContain(
      'shareholders approved the proposal to approve the merger. On the proposal to advise on how often to vote on pay, most votes were for every year.',
    );
    expect(missing).toEqual([]);
  });

  it.each([
    [{ everyYear: 1, everyTwoYears: 9, everyThreeYears: 2 }, 'every two years.'],
    [{ everyYear: 1, everyTwoYears: 2, everyThreeYears: 9 }, 'every three years.'],
  ])('stands alone, and is counted: %j', (votes, choice) => {
    expect(vote(votes).text).toContain(
      `shareholders voted on how often to vote on executive pay. On the proposal to advise on how often to vote on pay, most votes were for ${choice}`,
    );
  });

  it.each([
    [{ everyYear: 9, everyTwoYears: 9, everyThreeYears: 2 }],
    [{ everyYear: 9 }],
    [{ everyYear: { phrase: 'most' }, everyTwoYears: 9, everyThreeYears: 2 }],
  ])('is asked for where the counts do not tell: %j', (votes) => {
    expect(vote(votes).missing).toEqual(['how often the shareholders want to vote on pay']);
  });
});

describe('the results of a meeting', () => {
  const cases: [string, Omit<ActOf<'voting-results'>, 'kind'>, Options, string, string][] = [
    [
      'that elected all, with a table',
      {
        meeting: { type: '2026 annual', date: '2026-11-18' },
        turnout: '86 percent of the shares',
        directors: [
          { name: 'Ann Lee', elected: true, for: 10 },
          { name: 'Bo Chen', elected: true, for: 9 },
          { name: 'Cy Diaz', elected: true, for: 8 },
        ],
        matters: [{ matter: 'ratify the appointment of Calder & Voss LLP', result: 'approved' }],
      },
      lead,
      'at its 2026 annual meeting of shareholders on November 18, 2026, shareholders elected all three nominees for director and approved the proposal to ratify the appointment of Calder & Voss LLP. At the meeting, 86 percent of the shares were represented.',
      'Halden Announces Results of 2026 Annual Meeting of Shareholders',
    ],
    [
      'that elected all, without votes',
      {
        meeting: { type: '2026 annual', date: '2026-11-18' },
        directors: [
          { name: 'Ann Lee', elected: true },
          { name: 'Bo Chen', elected: true },
          { name: 'Cy Diaz', elected: true },
        ],
      },
      {},
      "At Halden's 2026 annual meeting of shareholders on November 18, 2026, shareholders elected all three nominees for director (Ann Lee, Bo Chen, and Cy Diaz).",
      'Halden Announces Results of 2026 Annual Meeting of Shareholders',
    ],
    [
      'that elected both',
      {
        meeting: { type: 'special', date: '2026-11-18' },
        directorsElected: 2,
        directors: [{ name: 'Ann Lee' }, { name: 'Bo Chen' }],
      },
      open,
      "At IEC's special meeting of shareholders on November 18, 2026 shareholders elected both nominees for director (Ann Lee and Bo Chen).",
      'IEC Announces Results of Special Meeting of Shareholders',
    ],
    [
      'that elected one, and not others',
      {
        meeting: { type: 'annual', date: '2026-11-18' },
        directors: [
          { name: 'Ann Lee', elected: true, for: 10 },
          { name: 'Bo Chen', elected: false },
          { name: 'Cy Diaz', elected: false },
        ],
      },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected Ann Lee as a director. Bo Chen and Cy Diaz were not elected.",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'that elected some, and nobody said whether another',
      {
        meeting: { type: 'annual', date: '2026-11-18' },
        directors: [
          { name: 'Ann Lee', elected: true },
          { name: 'Bo Chen', elected: true },
          { name: 'Cy Diaz' },
        ],
      },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected Ann Lee and Bo Chen as directors. [TO BE CONFIRMED: whether Cy Diaz was elected].",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'that elected nobody',
      { meeting: { type: 'annual', date: '2026-11-18' }, directors: [{ name: 'Ann Lee', elected: false }] },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders voted on the election of directors. Ann Lee was not elected.",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'that elected a number',
      { meeting: { type: 'annual', date: '2026-11-18' }, directorsElected: 13 },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected 13 directors.",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'that elected one director',
      { meeting: { type: 'annual', date: '2026-11-18' }, directorsElected: 1 },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected one director.",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'whose number is another than its names',
      {
        meeting: { type: 'annual', date: '2026-11-18' },
        directorsElected: 5,
        directors: [{ name: 'Ann Lee', elected: true }],
      },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected Ann Lee as a director [TO BE CONFIRMED: how many directors were elected, sent as 5 with 1 named].",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'that approved and rejected proposals',
      {
        meeting: { type: 'annual and special', date: '2026-11-18' },
        matters: [
          { matter: 'ratify the auditor', result: 'approved' },
          { matter: 'split the stock', result: 'rejected' },
          { matter: 'approve the pay of officers', result: 'approved' },
        ],
        effective: '2027-01-01',
      },
      {},
      "At Halden's annual and special meeting of shareholders on November 18, 2026, shareholders approved the proposals to ratify the auditor and to approve the pay of officers, and rejected the proposal to split the stock. The results take effect on January 1, 2027.",
      'Halden Announces Results of Annual and Special Meeting of Shareholders',
    ],
    [
      'that elected two of three and approved a proposal',
      {
        meeting: { type: 'annual', date: '2026-11-18' },
        directors: [
          { name: 'Ann Lee', elected: true },
          { name: 'Bo Chen', elected: true },
          { name: 'Cy Diaz', elected: false },
        ],
        matters: [{ matter: 'ratify the auditor', result: 'approved' }],
      },
      {},
      "At Halden's annual meeting of shareholders on November 18, 2026, shareholders elected Ann Lee and Bo Chen as directors, and approved the proposal to ratify the auditor. Cy Diaz was not elected.",
      'Halden Announces Results of Annual Meeting of Shareholders',
    ],
    [
      'whose decisions took effect',
      {
        meeting: { type: 'special', date: '2026-11-18' },
        matters: [{ matter: 'split the stock', result: 'rejected' }],
        effective: '2026-11-18',
      },
      {},
      "At Halden's special meeting of shareholders on November 18, 2026, shareholders rejected the proposal to split the stock. The results took effect on November 18, 2026.",
      'Halden Announces Results of Special Meeting of Shareholders',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      "At Halden's [TO BE CONFIRMED: whether the meeting was an annual or a special one] meeting of shareholders on [TO BE CONFIRMED: the day of the meeting], shareholders [TO BE CONFIRMED: what the shareholders decided].",
      'Halden Announces Voting Results',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'voting-results', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a change in compensation', () => {
  const cases: [string, Omit<ActOf<'compensation-change'>, 'kind'>, Options, string, string][] = [
    [
      'of a person',
      {
        person: { name: 'Leila Haddad' },
        title: 'Chief Financial Officer',
        amounts: [
          { what: 'base salary', amount: 450000 },
          { what: 'target bonus', amount: 300000 },
        ],
        omittedFromProxy: true,
        decided: '2026-11-16',
        effective: '2027-01-01',
      },
      lead,
      'it has approved a change in compensation for Chief Financial Officer Leila Haddad, effective January 1, 2027. The change will result in a base salary of $450,000 and a target bonus of $300,000. The decision was made on November 16, 2026.',
      'Halden Announces Change in Compensation',
    ],
    [
      'of an office',
      {
        title: 'Chief Financial Officer',
        amounts: [{ what: 'base salary', amount: 450000 }],
        effective: '2026-11-02',
      },
      {},
      'Halden has approved a change in compensation for its Chief Financial Officer, effective November 2, 2026. The change resulted in a base salary of $450,000.',
      'Halden Announces Change in Compensation',
    ],
    [
      'that speeds up options',
      {
        measure: 'the accelerated vesting of unvested stock options',
        plan: '2024 Equity Incentive Plan',
        shares: { count: 397000, qualifier: 'about' },
        exercisePriceAbove: 10,
        excludes: 'options of non-employee directors',
        reason: 'to avoid expense in future periods',
        amounts: [{ what: 'expense avoided in fiscal 2027', amount: 1200000 }],
      },
      {},
      'Halden has approved the accelerated vesting of unvested stock options under its 2024 Equity Incentive Plan to avoid expense in future periods. The change covers options to purchase about 397,000 shares with an exercise price above $10.00 and excludes options of non-employee directors. The change results in expense avoided in fiscal 2027 of $1.2 million.',
      'Halden Announces Accelerated Vesting of Unvested Stock Options',
    ],
    [
      'that covers one share',
      {
        measure: 'a bonus in stock for the holders of options granted in the years from 2019 to 2023',
        shares: 1,
      },
      {},
      'Halden has approved a bonus in stock for the holders of options granted in the years from 2019 to 2023. The change covers one share.',
      'Halden Announces Change in Compensation',
    ],
    [
      'that excludes some',
      { measure: 'a retention plan', excludes: 'officers' },
      {},
      'Halden has approved a retention plan. The change excludes officers.',
      'Halden Announces Retention Plan',
    ],
    [
      'that covers options',
      { measure: 'an option exchange', exercisePriceAbove: 12.5 },
      {},
      'Halden has approved an option exchange. The change covers options with an exercise price above $12.50.',
      'Halden Announces Option Exchange',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden has approved [TO BE CONFIRMED: what was approved].',
      'Halden Announces Change in Compensation',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'compensation-change', ...facts }], options)).toMatchObject({
      text,
      headline,
    });
  });
});

describe('a trading plan', () => {
  const cases: [string, Omit<ActOf<'trading-plan'>, 'kind'>, Options, string, string][] = [
    [
      'that an officer adopts',
      {
        person: { name: 'Jonas Keller' },
        title: 'Chief Executive Officer',
        change: 'adopted',
        shares: 50000,
        ends: '2027-11-30',
        purpose: 'diversify',
        decided: '2026-11-17',
        effective: '2027-02-19',
      },
      lead,
      'Chief Executive Officer Jonas Keller has adopted a Rule 10b5-1 trading plan under the Securities Exchange Act of 1934, effective February 19, 2027. The plan was adopted on November 17, 2026. The plan covers 50,000 shares and ends on November 30, 2027. The purpose of the plan is to diversify.',
      'Halden Announces Adoption of Rule 10b5-1 Trading Plan by CEO',
    ],
    [
      'that is amended',
      { person: { name: 'Ann Lee' }, title: 'director', change: 'amended', ends: '2026-10-30' },
      {},
      'Director Ann Lee has amended a Rule 10b5-1 trading plan under the Securities Exchange Act of 1934. The plan ended on October 30, 2026.',
      'Halden Announces Amendment of Rule 10b5-1 Trading Plan by Director',
    ],
    [
      'that is terminated',
      {
        person: { name: 'Ann Lee' },
        change: 'terminated',
        shares: 1,
        ends: '2027-11-30',
        purpose: 'diversify',
      },
      {},
      'Ann Lee has terminated a Rule 10b5-1 trading plan under the Securities Exchange Act of 1934. The plan covered one share and was to end on November 30, 2027. The purpose of the plan was to diversify.',
      'Halden Announces Termination of Rule 10b5-1 Trading Plan',
    ],
    [
      'for shares only',
      { person: { name: 'Ann Lee' }, change: 'adopted', shares: { count: 50000, qualifier: 'up to' } },
      {},
      'Ann Lee has adopted a Rule 10b5-1 trading plan under the Securities Exchange Act of 1934. The plan covers up to 50,000 shares.',
      'Halden Announces Adoption of Rule 10b5-1 Trading Plan',
    ],
    [
      'of which nothing was sent',
      { person: { name: 'Ann Lee' }, title: 'Director' },
      {},
      'Director Ann Lee has [TO BE CONFIRMED: whether the trading plan was adopted, amended or terminated] a Rule 10b5-1 trading plan under the Securities Exchange Act of 1934.',
      'Halden Announces Rule 10b5-1 Trading Plan of Director',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'trading-plan', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a restatement', () => {
  const cases: [string, Omit<ActOf<'restatement'>, 'kind'>, Options, string, string][] = [
    [
      'that a committee concludes',
      {
        concludedBy: 'the Audit Committee',
        periods: ['the fiscal year ended December 31, 2025', 'the quarter ended March 31, 2026'],
        reason: 'because revenue was recorded before delivery',
        decided: '2026-11-16',
        discussedWithAccountant: true,
      },
      lead,
      "the Audit Committee concluded on November 16, 2026, that Halden's previously issued financial statements for the fiscal year ended December 31, 2025, and the quarter ended March 31, 2026, should no longer be relied upon because revenue was recorded before delivery. The audit committee has discussed the matter with Halden's independent registered public accounting firm.",
      'Halden Announces Non-Reliance on Previously Issued Financial Statements',
    ],
    [
      'that a committee concludes, in another sentence',
      {
        concludedBy: 'the Audit Committee',
        periods: ['the fiscal year ended December 31, 2025'],
        reason: 'because revenue was recorded before delivery',
        decided: '2026-11-16',
        discussedWithAccountant: false,
        amounts: [
          { what: 'overstated revenue in fiscal 2025', amount: 4200000 },
          { what: 'overstated net income', amount: 2600000 },
        ],
        plan: 'Halden expects to file amended reports by January 29, 2027',
      },
      {},
      "The Audit Committee concluded on November 16, 2026, that Halden's previously issued financial statements for the fiscal year ended December 31, 2025, should no longer be relied upon because revenue was recorded before delivery. The amounts concerned are overstated revenue in fiscal 2025 of $4.2 million and overstated net income of $2.6 million. Halden expects to file amended reports by January 29, 2027. The audit committee has not discussed the matter with Halden's independent registered public accounting firm.",
      'Halden Announces Non-Reliance on Previously Issued Financial Statements',
    ],
    [
      'that the company concludes, in a house that leaves commas open',
      {
        periods: ['the fiscal year ended December 31, 2025'],
        details: ['The errors are in inventory.'],
        decided: '2026-11-16',
        effective: '2026-11-16',
        amounts: [{ what: 'overstated inventory', amount: 800000 }],
      },
      open,
      'IEC concluded on November 16, 2026 that its previously issued financial statements for the fiscal year ended December 31, 2025 should no longer be relied upon, effective November 16, 2026. The amount concerned is overstated inventory of $800,000. The errors are in inventory.',
      'IEC Announces Non-Reliance on Previously Issued Financial Statements',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden concluded [TO BE CONFIRMED: the day of the conclusion] that its previously issued financial statements for [TO BE CONFIRMED: the periods of the financial statements] should no longer be relied upon, [TO BE CONFIRMED: the facts behind the conclusion].',
      'Halden Announces Non-Reliance on Previously Issued Financial Statements',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'restatement', ...facts }], options)).toMatchObject({ text, headline });
  });
});

describe('a delayed filing', () => {
  const cases: [string, Omit<ActOf<'delayed-filing'>, 'kind'>, Options, string, string][] = [
    [
      'of a report that is due',
      {
        report: 'Annual Report on Form 10-K for the fiscal year ended September 30, 2026',
        due: '2026-12-14',
        reason: 'because a review is not complete',
        expected: '2027-01-29',
      },
      lead,
      'it will not file its Annual Report on Form 10-K for the fiscal year ended September 30, 2026, by the due date of December 14, 2026, because a review is not complete. Halden expects to file the report by January 29, 2027.',
      'Halden Announces Delay in Filing of Annual Report on Form 10-K',
    ],
    [
      'of a report that was due',
      { report: 'Quarterly Report on Form 10-Q', due: '2026-11-09', expected: '2026-12-04' },
      {},
      'Halden did not file its Quarterly Report on Form 10-Q by the due date of November 9, 2026. Halden expects to file the report by December 4, 2026.',
      'Halden Announces Delay in Filing of Quarterly Report on Form 10-Q',
    ],
    [
      'of a report that is due on the day of the release, in a house that leaves commas open',
      {
        report: 'Annual Report on Form 10-K for the fiscal year ended September 30, 2026',
        due: '2026-11-19',
      },
      open,
      'IEC will not file its Annual Report on Form 10-K for the fiscal year ended September 30, 2026 by the due date of November 19, 2026.',
      'IEC Announces Delay in Filing of Annual Report on Form 10-K',
    ],
    [
      'of a report without a day',
      {
        report: 'Annual Report on Form 10-K',
        reason: 'because a review is not complete',
        effective: '2026-12-15',
      },
      {},
      'Halden will delay the filing of its Annual Report on Form 10-K, effective December 15, 2026, because a review is not complete.',
      'Halden Announces Delay in Filing of Annual Report on Form 10-K',
    ],
    [
      'of which nothing was sent',
      {},
      {},
      'Halden will delay the filing of its [TO BE CONFIRMED: the report that is delayed].',
      'Halden Announces Delay in Filing of Periodic Report',
    ],
  ];

  it.each(cases)('%s', (_, facts, options, text, headline) => {
    expect(toldTogether([{ kind: 'delayed-filing', ...facts }], options)).toMatchObject({ text, headline });
  });
});
