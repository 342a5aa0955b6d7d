import { describe, expect, it } from 'vitest';
import { voteTables } from '../../../../functions/domain/compose/vote-tables.ts';

describe('the votes of a meeting', () => {
  it('stand in a table for directors and one for other matters, with the columns that were sent', () => {
    const tables = voteTables({
      kind: 'voting-results',
      directors: [
        { name: 'Ann Lee', elected: true, for: 6_591_360, withheld: 0 },
        { name: 'Bo Chen', elected: false, for: 1_200_000, withheld: 5_391_360, brokerNonVotes: 610_000 },
      ],
      matters: [
        {
          matter: 'ratify the appointment of Calder & Voss LLP',
          result: 'approved',
          for: 6_400_000,
          against: { count: 90_000, qualifier: 'about' },
          abstained: 101_360,
        },
        {
          matter: 'split the stock',
          result: 'rejected',
          forPercent: { percent: 41.5, qualifier: 'less than' },
        },
      ],
    });
    expect(tables).toEqual([
      {
        caption: 'Election of Directors',
        columns: ['Nominee', 'For', 'Withheld', 'Broker Non-Votes'],
        rows: [
          ['Ann Lee', '6,591,360', '0', '-'],
          ['Bo Chen', '1,200,000', '5,391,360', '610,000'],
        ],
      },
      {
        caption: 'Other Matters',
        columns: ['Proposal', 'For', 'Against', 'Abstentions', 'For %'],
        rows: [
          ['Ratify the appointment of Calder & Voss LLP', '6,400,000', 'about 90,000', '101,360', '-'],
          ['Split the stock', '-', '-', '-', 'less than 41.5'],
        ],
      },
    ]);
  });

  it('have the percentage of those withheld, though it is none', () => {
    const directors = [{ name: 'Ann Lee', forPercent: 100, withheld: 0, withheldPercent: 0 }];
    expect(voteTables({ kind: 'voting-results', directors })[0]).toMatchObject({
      columns: ['Nominee', 'Withheld', 'For %', 'Withheld %'],
      rows: [['Ann Lee', '0', '100', '0']],
    });
  });

  it('are not on other matters where there is no election', () => {
    const matters = [{ matter: 'split the stock', result: 'approved' as const, forPercent: 76 }];
    expect(voteTables({ kind: 'voting-results', matters }).map(({ caption }) => caption)).toEqual([
      'Votes on Proposals',
    ]);
  });

  it('on how often to vote have a table of their own, and what has none has no row', () => {
    const result = 'approved' as const;
    const tables = voteTables({
      kind: 'voting-results',
      matters: [
        { matter: 'ratify the auditor', result, for: 10 },
        { matter: 'adopt the minutes', result },
        { matter: 'vote on pay every year', result, everyYear: 8, everyTwoYears: 1, everyThreeYears: 3 },
      ],
    });
    expect(tables).toEqual([
      { caption: 'Votes on Proposals', columns: ['Proposal', 'For'], rows: [['Ratify the auditor', '10']] },
      {
        caption: 'Frequency of Votes',
        columns: ['Proposal', 'One Year', 'Two Years', 'Three Years'],
        rows: [['Vote on pay every year', '8', '1', '3']],
      },
    ]);
  });

  it('have no table where nobody sent them', () => {
    const directors = [{ name: 'Ann Lee', elected: true }];
    const matters = [{ matter: 'split the stock', result: 'approved' as const }];
    expect(voteTables({ kind: 'voting-results', directors, matters })).toEqual([]);
    expect(voteTables({ kind: 'voting-results' })).toEqual([]);
  });
});
