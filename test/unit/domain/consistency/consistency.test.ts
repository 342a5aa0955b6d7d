import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '../../../../functions/domain/acts.ts';
import { consistencyChecks } from '../../../../functions/domain/consistency/consistency-checks.ts';
import { sampleActs } from '../../../support/acts.ts';
import { companyOfId } from '../../../support/examples.ts';

const company = companyOfId('halden-optics');
const announced = '2026-11-22';
const person = { name: 'Ann Lee' };

const checksOf = (...acts: object[]) =>
  consistencyChecks({
    acts: acts.map((act, index) => ({ act: v.parse(actSchema, act), event: `hr~${index + 1}` })),
    announced,
    company,
  });

const found = (...acts: object[]): string[] =>
  checksOf(...acts).map(({ severity, id }) => `${severity} ${id}`);

const dividend = (facts: object) => ({ kind: 'dividend', perShare: 0.15, ...facts });
const split = (facts: object) => ({ kind: 'stock-split', ratio: { new: 1, old: 10 }, ...facts });
const cfo = (facts: object) => ({
  kind: 'officer-departure',
  person,
  manner: 'retired',
  effective: '2026-12-31',
  ...facts,
});
const deficiency = (facts: object) => ({ kind: 'listing-deficiency', noticed: '2026-11-19', ...facts });
const votes = (facts: object) => ({
  kind: 'voting-results',
  matters: [{ matter: 'merge', result: 'approved', ...facts }],
});

describe('what an act says', () => {
  it.each<[string, object, string]>([
    [
      'a dividend is increased to less',
      dividend({ change: 'increased', previousPerShare: 0.2 }),
      'error dividend-direction',
    ],
    [
      'a dividend is reduced to as much',
      dividend({ change: 'reduced', previousPerShare: 0.15 }),
      'error dividend-direction',
    ],
    [
      'a dividend is payable before its record date',
      dividend({ payable: '2026-12-04', record: '2026-12-18' }),
      'error days-reversed',
    ],
    [
      'a split dividend is payable before its record date',
      split({ payable: '2026-12-04', record: '2026-12-18' }),
      'error days-reversed',
    ],
    [
      'the shares after a split are not those of its ratio',
      split({ sharesBefore: 62_400_000, sharesAfter: 3_120_000 }),
      'error split-ratio',
    ],
    [
      'a range runs down',
      { kind: 'facility-closing', charges: [{ amount: { from: 5, to: 3 } }] },
      'error range-reversed',
    ],
    [
      'a program grows by more than it comes to',
      { kind: 'share-repurchase', change: 'increased', increase: 50, amount: 25 },
      'error program-direction',
    ],
    [
      'somebody advises until before they leave',
      cfo({ consulting: { until: '2026-11-30' } }),
      'error days-reversed',
    ],
    [
      'a late report is expected before it is due',
      { kind: 'delayed-filing', due: '2026-12-14', expected: '2026-12-01' },
      'error days-reversed',
    ],
    [
      'the time to comply ends before the notice',
      deficiency({ cureBy: '2026-05-18' }),
      'error days-reversed',
    ],
    [
      'compliance is confirmed before the deficiency',
      { kind: 'compliance-regained', noticed: '2026-11-19', deficiencyNoticed: '2026-11-20' },
      'error days-reversed',
    ],
    [
      'notes fall due before they are sold',
      { kind: 'financing', effective: '2026-11-20', matures: '2025-12-01' },
      'error days-reversed',
    ],
    [
      '180 days end after thirteen months',
      deficiency({ cureDays: 180, cureBy: '2027-12-31' }),
      'warning cure-days-differ',
    ],
    [
      'more votes are against what is approved',
      votes({ for: 100, against: 200 }),
      'warning approved-against-votes',
    ],
    [
      'a disagreement has another reason',
      {
        kind: 'director-departure',
        person,
        manner: 'resigned',
        disagreement: true,
        reason: 'because of other commitments',
      },
      'warning disagreement-unexplained',
    ],
    [
      'a member of the audit committee is not independent',
      { kind: 'director-election', person, independent: false, committees: [{ name: 'Audit' }] },
      'warning audit-committee-independence',
    ],
    [
      'what took effect earlier does so immediately',
      cfo({ effective: { date: '2026-11-10', phrase: 'immediately' } }),
      'warning at-once-on-another-day',
    ],
    [
      'the name is in force and not in the profile',
      { kind: 'name-change', to: 'Halden Photonics, Inc.', effective: '2026-11-20' },
      'warning name-not-in-profile',
    ],
  ])('is found at odds where %s', (_, act, check) => {
    expect(found(act)).toEqual([check]);
  });

  it.each<[string, object]>([
    ['a dividend is increased to more', dividend({ change: 'increased', previousPerShare: 0.1 })],
    [
      'a dividend in another currency was more',
      dividend({ change: 'increased', previousPerShare: { amount: 0.2, currency: 'EUR' } }),
    ],
    ['a dividend is payable on its record date', dividend({ payable: '2026-12-18', record: '2026-12-18' })],
    [
      'shares after a split are rounded',
      split({ sharesBefore: 62_400_000, sharesAfter: { count: 6_200_000, qualifier: 'about' } }),
    ],
    ['the board shrinks from more to fewer', { kind: 'board-size-change', from: 9, to: 8 }],
    ['somebody advises after they leave', cfo({ consulting: { until: '2027-03-31' } })],
    ['180 days end within a few days of the one named', deficiency({ cureDays: 180, cureBy: '2027-05-18' })],
    [
      'days are added to an earlier time',
      deficiency({ cureDays: 180, cureBy: '2027-12-31', extended: true }),
    ],
    [
      'a supermajority was not reached',
      { ...votes({}), matters: [{ matter: 'merge', result: 'rejected', for: 200, against: 100 }] },
    ],
    [
      'a disagreement is told',
      { kind: 'director-departure', person, manner: 'resigned', disagreement: true, reason: 'over strategy' },
    ],
    [
      'what takes effect today does so immediately',
      cfo({ effective: { date: announced, phrase: 'immediately' } }),
    ],
    ['the name is to change', { kind: 'name-change', to: 'Halden Photonics, Inc.', effective: '2026-11-23' }],
    [
      'the profile has the new name',
      { kind: 'name-change', from: 'Halden', to: company.name, effective: '2026-11-20' },
    ],
  ])('is not where %s', (_, act) => {
    expect(found(act)).toEqual([]);
  });

  it.each(sampleActs.map((act, index): [string, Act] => [`${act.kind} ${index}`, act]))(
    'holds together in each sample: %s',
    (_, act) => {
      expect(checksOf(act).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

describe('what two acts say', () => {
  const transfer = { kind: 'listing-transfer', ticker: 'HLDN', effective: '2026-11-24' };
  const symbol = { kind: 'ticker-change', to: 'HLDO', effective: '2026-11-24' };
  const closing = { kind: 'facility-closing', facility: 'plant in Tempe, Arizona', positions: 46 };
  const layoff = { kind: 'workforce-reduction', site: 'Portland', positions: 46 };

  it.each<[string, object, object, string[]]>([
    ['the old symbol from the day of the new one', transfer, symbol, ['warning symbols-differ']],
    [
      'the new symbol before its day',
      { ...transfer, ticker: 'HLDO', effective: '2026-11-23' },
      symbol,
      ['warning symbols-differ'],
    ],
    ['the new symbol from its day', { ...transfer, ticker: 'HLDO' }, symbol, []],
    ['another symbol, of warrants', { ...transfer, ticker: 'HLDW', security: 'warrants' }, symbol, []],
    [
      'more directors than seats',
      { kind: 'board-size-change', to: 8 },
      { kind: 'director-election', person, boardSize: 9 },
      ['warning board-too-small'],
    ],
    ['as many positions', closing, layoff, ['warning may-be-one-measure']],
    [
      'one place',
      { ...closing, positions: 40 },
      { ...layoff, site: 'Tempe, Arizona' },
      ['warning may-be-one-measure'],
    ],
    ['other positions at another place', { ...closing, positions: 40 }, layoff, []],
  ])('is told of where it is %s: %#', (_, one, other, checks) => {
    expect(found(one, other)).toEqual(checks);
  });

  it('is told with both events and the two values', () => {
    expect(checksOf(closing, layoff)[0]?.message).toBe(
      'The closing and the workforce reduction tell of as many positions or of one place (events hr~1 and hr~2). If they are one measure, the release tells it twice: send it as one act.',
    );
    expect(checksOf(dividend({ payable: '2026-12-04', record: '2026-12-18' }))[0]?.message).toBe(
      'Of the dividend the payable date, December 4, 2026, is before the record date, December 18, 2026 (event hr~1). Send an event that corrects one of them.',
    );
  });
});
