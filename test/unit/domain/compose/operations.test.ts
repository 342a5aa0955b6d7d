import { describe, expect, it } from 'vitest';
import type { Act, ActOf } from '../../../../functions/domain/acts.ts';
import { told } from '../../../support/told.ts';

const boilers = 'because of lower orders for boilers';

const reductions: [string, Omit<ActOf<'workforce-reduction'>, 'kind'>, string, string][] = [
  [
    'that has happened',
    { site: 'Erie, Pennsylvania', percent: 35, effective: '2026-11-16' },
    'it reduced its Erie, Pennsylvania workforce by 35 percent on November 16, 2026.',
    'Halden Reduces Erie, Pennsylvania Workforce',
  ],
  [
    'that is to come, and for a time only',
    { site: 'worldwide', positions: 25, temporary: true, effective: '2026-12-31' },
    'it will temporarily reduce its worldwide workforce by 25 positions on December 31, 2026.',
    'Halden to Reduce Worldwide Workforce',
  ],
  [
    'with its share and its number, its program and its reason',
    {
      site: 'Erie',
      percent: 35,
      positions: { count: 180, qualifier: 'about' },
      program: 'restructuring',
      effective: '2026-12-31',
      reason: boilers,
    },
    `it will reduce its Erie workforce by 35 percent, or about 180 positions, on December 31, 2026, as part of its restructuring, ${boilers}.`,
    'Halden to Reduce Erie Workforce',
  ],
  [
    'whose day the sender has words for',
    {
      site: 'Erie',
      facility: { region: 'Pennsylvania', type: 'plant' },
      percent: 35,
      program: 'restructuring',
      effective: { date: '2026-10-31', phrase: 'at the end of October' },
      reason: boilers,
    },
    `it reduced its Erie workforce by 35 percent at the end of October as part of its restructuring ${boilers}.`,
    'Halden Reduces Pennsylvania Plant Workforce',
  ],
  [
    'with its share and its number, and its reason alone after them',
    { site: 'Erie', percent: 35, positions: 180, reason: boilers, completion: '2027-03-31' },
    `it will reduce its Erie workforce by 35 percent, or 180 positions, ${boilers}. Halden expects to complete the reduction by March 31, 2027.`,
    'Halden to Reduce Erie Workforce',
  ],
  [
    'with its share and its number, and nothing after them',
    { site: 'Erie', percent: 35, positions: 180, completion: '2026-10-31' },
    'it reduced its Erie workforce by 35 percent, or 180 positions. Halden completed the reduction on October 31, 2026.',
    'Halden Reduces Erie Workforce',
  ],
  [
    'of which only the completion is known',
    { site: 'Erie', positions: 25, completion: '2027-03-31', decided: '2026-11-16' },
    'it will reduce its Erie workforce by 25 positions. Halden expects to complete the reduction by March 31, 2027. The decision was made on November 16, 2026.',
    'Halden to Reduce Erie Workforce',
  ],
];

describe('a workforce reduction', () => {
  it.each(reductions)('%s is told', (_, act, text, headline) => {
    const { missing, ...said } = told({ kind: 'workforce-reduction', ...act }, { lead: true });
    expect([said, missing]).toEqual([{ texts: [text], headline }, []]);
  });

  it('names the company where it does not lead', () => {
    const act = { site: 'Erie', percent: 35, effective: '2026-11-16' };
    expect(told({ kind: 'workforce-reduction', ...act }).texts).toEqual([
      'Halden reduced its Erie workforce by 35 percent on November 16, 2026.',
    ]);
  });

  it('leaves its program to the line under the headline where the house style has one', () => {
    const act = { site: 'Newark', percent: 35, program: 'restructuring', effective: '2026-11-16' };
    const facility = { region: 'New York', type: 'facility' };
    const iec = { company: 'iec-electronics' };
    expect(told({ kind: 'workforce-reduction', ...act, facility }, iec).texts).toEqual([
      'IEC reduced its Newark workforce by 35 percent on November 16, 2026.',
    ]);
    expect(told({ kind: 'workforce-reduction', ...act }, iec).texts).toEqual([
      'IEC reduced its Newark workforce by 35 percent on November 16, 2026 as part of its restructuring.',
    ]);
  });

  it('of a number of positions needs no site', () => {
    const act = { positions: { count: 25, qualifier: 'about' as const }, effective: '2026-11-16' };
    expect(told({ kind: 'workforce-reduction', ...act }, { lead: true })).toEqual({
      texts: ['it reduced its workforce by about 25 positions on November 16, 2026.'],
      headline: 'Halden Reduces Workforce',
      missing: [],
    });
  });

  it('by a share of the workforce needs the site, because the share of a plant is not that of the company', () => {
    const act = { percent: 35, positions: 25, effective: '2026-11-16' };
    expect(told({ kind: 'workforce-reduction', ...act }).missing).toEqual([
      'the site of the workforce reduction',
    ]);
  });

  it('does not say that it is past where nobody sent a day', () => {
    const { texts, headline } = told({ kind: 'workforce-reduction', positions: 25, temporary: true });
    expect(texts[0]).toMatch(
      /^Halden is temporarily reducing its workforce by 25 positions \[TO BE CONFIRMED/,
    );
    expect(headline).toBe('Halden to Reduce Workforce');
  });

  it('cannot do without its site, its size and its day', () => {
    expect(told({ kind: 'workforce-reduction' }).missing).toEqual([
      'the date of the workforce reduction',
      'the site of the workforce reduction',
      'the size of the workforce reduction',
    ]);
  });
});

const closings: [string, Omit<ActOf<'facility-closing'>, 'kind'>, string, string][] = [
  [
    'that has happened',
    { facility: 'boiler plant in Erie', positions: 180, movesTo: 'Irvine', effective: '2026-11-16' },
    'it closed its boiler plant in Erie on November 16, 2026. The closing eliminated 180 positions. The work done there has moved to Irvine.',
    'Halden Closes Boiler Plant in Erie',
  ],
  [
    'that is to come',
    {
      facility: 'boiler plant in Erie',
      positions: 1,
      movesTo: 'Irvine',
      effective: { date: '2027-09-15', phrase: 'by mid-September' },
      reason: boilers,
    },
    `it will close its boiler plant in Erie by mid-September ${boilers}. The closing will eliminate one position. The work done there will move to Irvine.`,
    'Halden to Close Boiler Plant in Erie',
  ],
  [
    'of which only the completion is known',
    { facility: 'boiler plant in Erie', completion: '2026-10-31', decided: '2026-04-18' },
    'it closed its boiler plant in Erie. Halden completed the closing on October 31, 2026. The decision was made on April 18, 2026.',
    'Halden Closes Boiler Plant in Erie',
  ],
];

describe('the closing of a facility', () => {
  it('closes the state after its place where the sentence goes on', () => {
    expect(
      told({ kind: 'facility-closing', facility: 'Erie, Pennsylvania plant', effective: '2026-12-31' }).texts,
    ).toEqual(['Halden will close its Erie, Pennsylvania plant on December 31, 2026.']);
    const facility = 'boiler plant in Erie, Pennsylvania';
    const texts = ['2026-12-31', { date: '2026-12-31', phrase: 'by year end' }].map(
      (effective) => told({ kind: 'facility-closing', facility, effective }).texts[0],
    );
    expect(texts).toEqual([
      `Halden will close its ${facility}, on December 31, 2026.`,
      `Halden will close its ${facility}, by year end.`,
    ]);
    expect(told({ kind: 'facility-closing', facility, completion: '2027-03-31' }).texts[0]).toContain(
      `its ${facility}. `,
    );
  });

  it.each(closings)('%s is told', (_, act, text, headline) => {
    const { missing, ...said } = told({ kind: 'facility-closing', ...act }, { lead: true });
    expect([said, missing]).toEqual([{ texts: [text], headline }, []]);
  });

  it('names the company where it does not lead, and asks for what closes and when', () => {
    const { texts, missing } = told({ kind: 'facility-closing' });
    expect(texts[0]).toMatch(/^Halden is closing its \[TO BE CONFIRMED: the facility that closes\]/);
    expect(missing).toEqual(['the day on which the facility closes', 'the facility that closes']);
  });

  it.each<[string, object]>([
    ['nobody sent', {}],
    ['was sent unclear', { effective: { asSent: '05/06/2026' } }],
    ['was sent in words without a tense', { effective: { phrase: 'in the spring' } }],
  ])('does not say that it is past where the day %s', (_, when) => {
    const act = { facility: 'Erie plant', positions: 180, movesTo: 'Irvine', ...when };
    const { texts, headline } = told({ kind: 'facility-closing', ...act });
    expect(texts[0]).toMatch(
      /^Halden is closing its Erie plant \[TO BE CONFIRMED: [^\]]*\]\. The closing will eliminate 180 positions\. The work done there will move to Irvine\.$/,
    );
    expect(headline).toBe('Halden to Close Erie Plant');
  });

  it('is told by its completion where its own day is unclear', () => {
    const act = { facility: 'Erie plant', effective: { asSent: '05/06/2026' }, completion: '2026-10-31' };
    const { texts, headline } = told({ kind: 'facility-closing', ...act });
    expect(texts[0]).toMatch(
      /^Halden closed its Erie plant .* Halden completed the closing on October 31, 2026\.$/,
    );
    expect(headline).toBe('Halden Closes Erie Plant');
  });

  it('is not complete where the day of its completion is in doubt', () => {
    const act = { facility: 'Erie plant', completion: { phrase: 'in the spring' } };
    expect(told({ kind: 'facility-closing', ...act }).texts[0]).toMatch(
      /^Halden is closing its Erie plant\. Halden expects to complete the closing by \[TO BE CONFIRMED: [^\]]*\]\.$/,
    );
  });
});

const restructurings: [string, Omit<ActOf<'restructuring'>, 'kind'>, string, string][] = [
  [
    'with what it does',
    { measures: ['sell its lens business'] },
    'it has adopted a restructuring plan to sell its lens business.',
    'Halden Adopts Restructuring Plan',
  ],
  [
    'with all that is known of it',
    {
      program: 'efficiency program',
      measures: ['sell its lens business', 'move to Irvine', 'combine its two plants'],
      decided: '2026-11-16',
      effective: '2027-01-04',
      reason: boilers,
      percent: 12,
      positions: { count: 80, qualifier: 'about' },
      completion: '2027-12-31',
    },
    `it adopted an efficiency program on November 16, 2026, to sell its lens business, to move to Irvine, and to combine its two plants, effective January 4, 2027, ${boilers}. The restructuring calls for a reduction of the workforce by 12 percent, or about 80 positions. Halden expects to complete the restructuring by December 31, 2027.`,
    'Halden Adopts Efficiency Program',
  ],
  [
    'that has a name',
    { program: 'Focus 2027 plan', positions: 80, decided: '2026-11-16', reason: boilers },
    `it adopted the Focus 2027 plan on November 16, 2026, ${boilers}. The restructuring calls for a reduction of the workforce by 80 positions.`,
    'Halden Adopts Focus 2027 Plan',
  ],
  [
    'whose name does not sound as it is spelled',
    { program: 'one-time cost program', measures: ['sell its lens business'] },
    'it has adopted a one-time cost program to sell its lens business.',
    'Halden Adopts One-Time Cost Program',
  ],
];

describe('a number of positions', () => {
  it.each([
    [{ count: 3, qualifier: 'less than' }, 'fewer than three positions'],
    [{ from: 3, to: 5 }, 'three to five positions'],
    [{ from: 5, to: 12 }, '5 to 12 positions'],
    [0, '0 positions'],
    [12, '12 positions'],
  ] as const)('of %j is written as %s', (positions, text) => {
    expect(told({ kind: 'workforce-reduction', positions, effective: '2026-11-01' }).texts[0]).toContain(
      text,
    );
  });
});

describe('a restructuring', () => {
  it('closes what it does by a comma before what that is for', () => {
    const act: Act = {
      kind: 'restructuring',
      measures: ['exit its consumer business'],
      reason: 'to return to profit',
    };
    expect(told(act).texts[0]).toContain('to exit its consumer business, to return to profit.');
  });

  it.each(restructurings)('%s is told', (_, act, text, headline) => {
    const { missing, ...said } = told({ kind: 'restructuring', ...act }, { lead: true });
    expect([said, missing]).toEqual([{ texts: [text], headline }, []]);
  });

  it('has no comma after the day in a house that leaves commas open', () => {
    const act = { measures: ['sell its lens business'], decided: '2026-11-16' };
    expect(told({ kind: 'restructuring', ...act }, { company: 'iec-electronics' }).texts).toEqual([
      'IEC adopted a restructuring plan on November 16, 2026 to sell its lens business.',
    ]);
  });

  it('says what it does', () => {
    expect(told({ kind: 'restructuring' }).missing).toEqual(['what the restructuring does']);
  });
});

const period = 'the quarter ended March 31, 2026';

const charges: [string, NonNullable<ActOf<'restructuring'>['charges']>, string][] = [
  ['a sum', [{ amount: 250_000 }], 'expects to record a charge of $250,000.'],
  ['a sum that stands in the books', [{ amount: 250_000, recorded: true }], 'recorded a charge of $250,000.'],
  [
    'what it is for and when',
    [{ amount: { amount: 250_000, qualifier: 'up to' }, for: 'severance and other costs', period }],
    `expects to record a charge of up to $250,000 for severance and other costs in ${period}.`,
  ],
  [
    'an aside that a purpose closes',
    [{ amount: 15_000_000, perShare: 0.8, cash: 3_000_000, for: 'severance' }],
    'expects to record a charge of $15 million, or $0.80 per share, including $3 million in cash, for severance.',
  ],
  [
    'an aside that a period closes',
    [{ amount: 15_000_000, perShare: 0.8, period }],
    `expects to record a charge of $15 million, or $0.80 per share, in ${period}.`,
  ],
  [
    'an aside that nothing follows',
    [{ amount: 15_000_000, cash: 3_000_000 }],
    'expects to record a charge of $15 million, including $3 million in cash.',
  ],
  [
    'two of one period',
    [
      { amount: 15_000_000, perShare: 0.8, period },
      { amount: 2_000_000, for: 'leases', period },
    ],
    `expects to record charges of $15 million, or $0.80 per share, and $2 million for leases in ${period}.`,
  ],
  [
    'three of one period',
    [
      { amount: 15_000_000, perShare: 0.8 },
      { amount: 2_000_000, for: 'leases' },
      { amount: 600_000, for: 'moving' },
    ],
    'expects to record charges of $15 million, or $0.80 per share, $2 million for leases, and $600,000 for moving.',
  ],
  [
    'two of different periods',
    [
      { amount: 2_000_000, for: 'severance', period },
      { amount: 600_000, for: 'leases', period: 'fiscal 2027' },
    ],
    `expects to record a charge of $2 million for severance in ${period}. Halden expects to record a charge of $600,000 for leases in fiscal 2027.`,
  ],
];

describe('what a measure costs', () => {
  it.each(charges)('is told: %s', (_, of, text) => {
    const { texts } = told({ kind: 'restructuring', program: 'Plan', positions: 2, charges: of });
    expect(texts[0]?.split('two positions. ')[1]).toBe(`Halden ${text}`);
  });

  it('is followed by what it saves', () => {
    const saving = { amount: { amount: 1_200_000, qualifier: 'more than' as const }, period: 'annually' };
    const { texts } = told({
      kind: 'facility-closing',
      facility: 'plant',
      effective: '2026-12-31',
      charges: [{ amount: 250_000 }],
      saving,
    });
    expect(texts[0]).toMatch(/of \$250,000\. It expects to save more than \$1\.2 million annually\.$/);
  });
});
