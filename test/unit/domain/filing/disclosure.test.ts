import { describe, expect, it } from 'vitest';
import { type Act, actKind } from '../../../../functions/domain/acts.ts';
import type { Company } from '../../../../functions/domain/company.ts';
import { actItems } from '../../../../functions/domain/filing/act-items.ts';
import { disclosureOf, firstDue, timedReports } from '../../../../functions/domain/filing/disclosure.ts';
import { formItem } from '../../../../functions/domain/filing/form-item.ts';
import { itemTitle } from '../../../../functions/domain/filing/item-titles.ts';
import { overdueChecks } from '../../../../functions/domain/filing/overdue.ts';
import { reportedItems } from '../../../../functions/domain/filing/reported-items.ts';
import { sampleActs } from '../../../support/acts.ts';
import { companyOfId } from '../../../support/examples.ts';
import { registrant } from '../../../support/registrant.ts';

const person = { name: 'Ann Lee' };

/** What an act says, and the items that it comes under for certain (with an exclamation mark) or perhaps. */
const table: [string, Act, string[]][] = [
  [
    'the chief financial officer resigns',
    { kind: 'officer-departure', person, title: 'Chief Financial Officer', manner: 'resigned' },
    ['5.02(b)!'],
  ],
  [
    'a chief financial officer who is not named leaves the board too, over a disagreement',
    {
      kind: 'officer-departure',
      title: 'Chief Financial Officer',
      manner: 'resigned',
      leavesBoard: true,
      disagreement: true,
    },
    ['5.02(b)!', '5.02(a)!'],
  ],
  [
    'an officer leaves of whom neither the name nor the office is told',
    { kind: 'officer-departure', manner: 'left' },
    ['5.02(b)'],
  ],
  [
    'a vice president leaves, who may be a named executive officer',
    { kind: 'officer-departure', person, title: 'Vice President, Sales', manner: 'left' },
    ['5.02(b)'],
  ],
  [
    'an officer leaves the board too',
    { kind: 'officer-departure', person, title: 'President', manner: 'left', leavesBoard: true },
    ['5.02(b)!', '5.02(b)!'],
  ],
  [
    'the chief financial officer of a division leaves',
    { kind: 'officer-departure', person, title: 'CFO of Optics Division', manner: 'left' },
    ['5.02(b)'],
  ],
  [
    'the chief executive officer of a subsidiary is appointed',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer, Arden Glass, Inc.' },
    ['5.02(c)'],
  ],
  [
    'an officer is appointed',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer' },
    ['5.02(c)!'],
  ],
  [
    'an officer is appointed after another',
    { kind: 'officer-appointment', person, title: 'CFO', succeeds: { name: 'Al Roe' } },
    ['5.02(c)!', '5.02(b)'],
  ],
  [
    'a director joins after another',
    { kind: 'director-election', person, succeeds: { name: 'Al Roe' } },
    ['5.02(d)!', '5.02(b)'],
  ],
  [
    'an officer goes on in office',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer', manner: 'continues' },
    ['7.01'],
  ],
  ['an officer dies', { kind: 'death', person, title: 'Chief Executive Officer' }, ['7.01']],
  [
    'an officer dies and another takes over',
    { kind: 'death', person, title: 'Chief Executive Officer', cover: 'Al Roe acts in her place.' },
    ['7.01', '5.02(c)'],
  ],
  ['a director joins', { kind: 'director-election', person }, ['5.02(d)!']],
  ['a director resigns', { kind: 'director-departure', person, manner: 'resigned' }, ['5.02(b)!']],
  [
    'a director resigns over a disagreement',
    { kind: 'director-departure', person, manner: 'resigned', disagreement: true },
    ['5.02(a)!'],
  ],
  [
    'a director is removed, for cause or not',
    { kind: 'director-departure', person, manner: 'removed' },
    ['5.02(a)', '5.02(b)'],
  ],
  [
    'a director is removed after a disagreement',
    { kind: 'director-departure', person, manner: 'removed', disagreement: true },
    ['5.02(a)!'],
  ],
  [
    'a director will not stand again, whoever decided that',
    { kind: 'director-departure', person, manner: 'not-standing' },
    ['5.02(b)'],
  ],
  [
    'a director leaves, and nobody says how',
    { kind: 'director-departure', person, manner: 'left' },
    ['5.02(b)'],
  ],
  [
    'a director is elected at a meeting',
    { kind: 'director-election', person, meeting: { type: '2026 annual' } },
    ['5.02(d)'],
  ],
  ['a director is elected again', { kind: 'director-election', person, manner: 'reelected' }, ['5.02(d)']],
  [
    'a director is appointed again',
    { kind: 'director-election', person, manner: 'reappointed' },
    ['5.02(d)'],
  ],
  [
    'an officer is appointed again',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer', manner: 'reappointed' },
    ['5.02(c)'],
  ],
  [
    'a director joins a committee',
    { kind: 'committee-change', person, committee: 'Audit', change: 'joins' },
    ['5.02(d)'],
  ],
  [
    'a director leaves a committee',
    { kind: 'committee-change', person, committee: 'Audit', change: 'leaves' },
    ['7.01'],
  ],
  [
    'the pay of an officer changes that a proxy statement left out',
    { kind: 'compensation-change', person, title: 'Chief Executive Officer', omittedFromProxy: true },
    ['5.02(e)!', '5.02(f)!'],
  ],
  [
    'the pay of a principal operating officer changes',
    { kind: 'compensation-change', person, title: 'Chief Operating Officer' },
    ['5.02(e)'],
  ],
  ['people are laid off', { kind: 'workforce-reduction', percent: 35 }, ['2.05']],
  ['a plant closes', { kind: 'facility-closing' }, ['2.05']],
  [
    'a plant closes with a charge for impairment',
    { kind: 'facility-closing', charges: [{ amount: 5_000_000, for: 'asset impairments' }] },
    ['2.05', '2.06'],
  ],
  ['the listing moves', { kind: 'listing-transfer', to: 'The Nasdaq SmallCap Market' }, ['3.01!']],
  ['the exchange sends a notice', { kind: 'listing-deficiency' }, ['3.01!']],
  ['the exchange delists', { kind: 'delisting', manner: 'determined' }, ['3.01!']],
  ['a security is delisted, whoever decided that', { kind: 'delisting' }, ['3.01']],
  [
    'an exchange abroad delists',
    { kind: 'delisting', manner: 'determined', market: 'Nasdaq Stockholm' },
    ['3.01'],
  ],
  ['an exchange abroad sends a notice', { kind: 'listing-deficiency', market: 'AIM' }, ['3.01']],
  ['the listing moves from abroad', { kind: 'listing-transfer', from: 'TSX Venture Exchange' }, ['3.01']],
  ['NYSE American sends a notice', { kind: 'listing-deficiency', market: 'NYSE American' }, ['3.01!']],
  ['shares are joined', { kind: 'stock-split', ratio: { new: 1, old: 60 } }, ['3.03', '5.03']],
  ['shares are split', { kind: 'stock-split', ratio: { new: 2, old: 1 } }, ['5.03']],
  ['the auditor is dismissed', { kind: 'auditor-change', action: 'dismissed' }, ['4.01!']],
  [
    'an auditor is engaged after another',
    { kind: 'auditor-change', action: 'engaged', firm: 'New LLP', predecessor: 'Old LLP' },
    ['4.01!', '4.01'],
  ],
  ['accounts cannot be relied on', { kind: 'restatement' }, ['4.02!']],
  ['bylaws change', { kind: 'bylaw-amendment' }, ['5.03']],
  [
    'a code of ethics changes',
    { kind: 'bylaw-amendment', instrument: 'Code of Business Conduct and Ethics' },
    ['5.05'],
  ],
  ['another instrument changes', { kind: 'bylaw-amendment', instrument: 'rights agreement' }, ['5.03']],
  ['money is borrowed', { kind: 'financing', instrument: 'revolving loan' }, ['1.01', '2.03']],
  [
    'convertible notes are sold',
    { kind: 'financing', instrument: 'convertible notes due 2031' },
    ['1.01', '2.03', '3.02'],
  ],
  ['money is raised somehow', { kind: 'financing' }, ['1.01', '2.03', '3.02']],
  ['the fiscal year changes', { kind: 'fiscal-year-change', to: 'December 31' }, ['5.03!']],
  ['shareholders vote', { kind: 'voting-results' }, ['5.07!']],
  ['the sender names a waiver', { kind: 'other', paragraphs: ['One.'], item: '5.05' }, ['5.05!']],
  ['the sender names a nomination', { kind: 'other', paragraphs: ['One.'], item: '5.08' }, ['5.08!']],
  ['the sender names an impairment', { kind: 'other', paragraphs: ['One.'], item: '2.06' }, ['2.06!']],
  ['the sender names a change of control', { kind: 'other', paragraphs: ['One.'], item: '5.01' }, ['5.01!']],
  ['a dividend is declared', { kind: 'dividend', perShare: 0.17 }, ['7.01']],
];

const company = companyOfId('halden-optics');
const now = new Date('2026-06-16T15:00:00Z');
const release = (acts: readonly Act[], changes: Partial<Company> = {}, announced = '2026-06-16') => ({
  company: { ...company, ...changes },
  acts: acts.map((act) => ({ act, event: 'hr~1' })),
  announced,
});
const disclosureForAll = (acts: readonly Act[], changes: Partial<Company> = {}, announced?: string) => {
  const sent = release(acts, changes, announced);
  return disclosureOf(sent, timedReports(sent, reportedItems(sent)), now);
};
const disclosureFor = (act: Act, announced?: string) => disclosureForAll([act], {}, announced);
const found = (act: Act, item: string) => actItems(act).find((one) => one.item === item);

describe('an announcement', () => {
  it.each(table)('where %s comes under its items of Form 8-K', (_, act, items) => {
    expect(actItems(act).map(({ item, certain }) => (certain ? `${item}!` : item))).toEqual(items);
  });

  it('of any kind but a quotation has an answer about Form 8-K', () => {
    const silent = sampleActs.filter((act) => actItems(act).length === 0);
    expect([...new Set(silent.map(({ kind }) => kind))]).toEqual(['statement']);
    expect(actKind.options.length).toBeGreaterThan(30);
  });

  it('has a caption for every item', () => {
    expect(formItem.options.filter((item) => itemTitle(item) === '')).toEqual([]);
  });

  it('counts from the notice of a departure and not from its effect', () => {
    const disclosure = disclosureFor({
      kind: 'officer-departure',
      person,
      title: 'Chief Financial Officer',
      manner: 'resigned',
      noticed: '2026-06-15',
      effective: '2026-12-31',
    });
    expect(disclosure.items[0]?.due).toEqual({ day: '2026-06-22', by: '2026-06-22T21:30:00.000Z' });
    expect(disclosure.items[0]?.missing).toEqual([]);
    expect(firstDue(disclosure)).toBe('2026-06-22T21:30:00.000Z');
  });

  it('has no deadline where nobody sent what starts it, and asks for that', () => {
    const [item] = disclosureFor({ kind: 'listing-deficiency' }).items;
    expect(item?.due).toBeUndefined();
    expect(item?.missing).toContain('the day of the notice');
    expect(item?.notes.map(({ text }) => text)).toContain(
      'No event says what starts the four business days, so no deadline can be named.',
    );
  });

  it('of 2002 is told that the items of today did not exist', () => {
    const disclosure = disclosureFor(
      { kind: 'officer-departure', person, title: 'Chief Executive Officer', manner: 'left' },
      '2002-06-06',
    );
    expect(disclosure.items[0]?.due).toBeUndefined();
    expect(disclosure.items[0]?.notes[0]?.text).toContain('began on August 23, 2004');
  });

  it('waits for the announcement of an appointment where that comes later than four business days', () => {
    const appointment: Act = {
      kind: 'officer-appointment',
      person,
      title: 'Chief Executive Officer',
      decided: '2026-06-01',
    };
    expect(disclosureFor(appointment).items[0]?.due?.day).toBe('2026-06-16');
  });

  const elected: Act = { kind: 'director-election', person, decided: '2026-06-01' };
  const paid: Act = { kind: 'compensation-change', person, title: 'CEO', decided: '2026-06-01' };
  const appointed = (name: string, title = 'Chief Executive Officer'): Act => ({
    kind: 'officer-appointment',
    person: { name },
    title,
    decided: '2026-06-01',
  });

  it.each<[string, Act[], string]>([
    ['an election by itself', [elected], '2026-06-05'],
    ['pay by itself', [paid], '2026-06-05'],
    ['an election beside the appointment of another', [elected, appointed('Al Roe')], '2026-06-05'],
    ['pay beside an office that Item 5.02(c) may not name', [paid, appointed('Ann Lee', 'VP')], '2026-06-05'],
    ['an election with an appointment of the same person', [elected, appointed('Ann B. Lee')], '2026-06-16'],
    ['pay with an appointment of the same person', [paid, appointed('Ann Lee')], '2026-06-16'],
  ])('waits for the announcement only with an appointment: %s', (_, acts, due) => {
    expect(disclosureForAll(acts).items[0]?.due?.day).toBe(due);
  });

  it.each<[string, Act, string | undefined]>([
    [
      'the notice of an auditor who resigns',
      { kind: 'auditor-change', action: 'resigned', noticed: '2026-06-09', decided: '2026-06-08' },
      '2026-06-09',
    ],
    [
      'the decision of one who declines, where no notice was sent',
      { kind: 'auditor-change', action: 'declined', decided: '2026-06-08' },
      '2026-06-08',
    ],
    [
      'the decision to dismiss one',
      { kind: 'auditor-change', action: 'dismissed', noticed: '2026-06-09', decided: '2026-06-08' },
      '2026-06-08',
    ],
    [
      'nothing where an auditor leaves and only the effect was sent',
      { kind: 'auditor-change', action: 'resigned', effective: '2026-06-30' },
      undefined,
    ],
    [
      'nothing where one is engaged and only the effect was sent',
      { kind: 'auditor-change', action: 'engaged', effective: '2026-06-30' },
      undefined,
    ],
    [
      'the notice of a delisting that nobody is said to have decided',
      { kind: 'delisting', noticed: '2026-06-09', decided: '2026-06-08' },
      '2026-06-09',
    ],
    [
      'the notice that accounts cannot be relied on, where it is earlier than the conclusion',
      { kind: 'restatement', noticed: '2026-06-05', decided: '2026-06-08' },
      '2026-06-05',
    ],
    [
      'the conclusion, where it is earlier than the notice',
      { kind: 'restatement', noticed: '2026-06-09', decided: '2026-06-08' },
      '2026-06-08',
    ],
    [
      'the notice of what a sender puts under Item 3.01',
      { kind: 'other', paragraphs: ['One.'], item: '3.01', noticed: '2026-06-09' },
      '2026-06-09',
    ],
    [
      'the day on which a committee changed',
      {
        kind: 'committee-change',
        person,
        committee: 'Audit',
        change: 'joins',
        decided: '2026-06-09',
      },
      '2026-06-09',
    ],
  ])('counts from %s', (_, act, day) => {
    expect(actItems(act)[0]?.day).toBe(day);
    expect(actItems(act)[0]?.missing.some((fact) => fact.startsWith('the day'))).toBe(day === undefined);
  });

  it('is in doubt about an office that its title narrows, says why, and knows the company by its names', () => {
    const leaves = (title: string): Act => ({ kind: 'officer-departure', person, title, manner: 'left' });
    const company = companyOfId('halden-optics');
    const acts = ['CFO of Optics Division', `CFO of ${company.name}`].map((title) => ({
      act: leaves(title),
      event: 'hr~1',
    }));
    const reported = reportedItems({ company, acts, announced: '2026-11-19' });
    expect(reported.map(({ certain, why }) => [certain, why])).toEqual([
      [
        false,
        '"CFO of Optics Division" may be less than that office of the company itself, such as that of a division: check whether Item 5.02(b) names it, or whether Ann Lee is a named executive officer.',
      ],
      [true, `CFO of ${company.name} Ann Lee leaves.`],
    ]);
  });

  it.each<[string, Act, string, string]>([
    ['for cause', { kind: 'director-departure', person, manner: 'removed' }, '5.02(a)', 'for cause'],
    ['whose decision', { kind: 'director-departure', person, manner: 'left' }, '5.02(b)', 'whose decision'],
    ['who decided', { kind: 'delisting' }, '3.01', 'whether the company or the market decided it'],
    [
      'for the letter of the accountant before',
      { kind: 'auditor-change', action: 'engaged', predecessor: 'Old LLP', decided: '2026-06-01' },
      '4.01',
      'Exhibit 16',
    ],
  ])('asks %s', (_, act, item, question) => {
    const asked = actItems(act).filter((one) => one.item === item);
    expect(asked.flatMap(({ missing }) => missing).join(' ')).toContain(question);
  });

  it.each<[string, Act, string, string]>([
    [
      'a discussion with the accountant',
      { kind: 'restatement', discussedWithAccountant: true },
      '4.02',
      'accountant',
    ],
    [
      'the committees of a director who disagrees',
      {
        kind: 'director-departure',
        person,
        manner: 'resigned',
        disagreement: true,
        committees: [{ name: 'Audit' }],
      },
      '5.02(a)',
      'committees',
    ],
    [
      'what a director disagrees about',
      {
        kind: 'director-departure',
        person,
        manner: 'resigned',
        disagreement: true,
        reason: 'over the budget',
      },
      '5.02(a)',
      'circumstances',
    ],
    [
      'the amounts that a proxy statement left out',
      {
        kind: 'compensation-change',
        person,
        omittedFromProxy: true,
        amounts: [{ what: 'total', amount: 900_000 }],
      },
      '5.02(f)',
      'total',
    ],
    [
      'the day of an order in bankruptcy',
      { kind: 'debt-restructuring', proceeding: 'Chapter 11', effective: '2026-06-12' },
      '1.03',
      'the day',
    ],
    [
      'the directors of a meeting that elected none',
      {
        kind: 'voting-results',
        meeting: { type: 'special', date: '2026-06-12' },
        matters: [{ matter: 'merge', result: 'approved', for: 5 }],
      },
      '5.07',
      'directors',
    ],
    [
      'votes, though none are for',
      { kind: 'voting-results', matters: [{ matter: 'merge', result: 'rejected', against: 5 }] },
      '5.07',
      'votes',
    ],
  ])('does not ask again for %s', (_, act, item, fact) => {
    expect(found(act, item)?.missing.join(' ')).not.toContain(fact);
  });

  it('asks for the votes on each matter where those on one were sent', () => {
    const act: Act = {
      kind: 'voting-results',
      matters: [
        { matter: 'merge', result: 'approved', for: 5 },
        { matter: 'adjourn', result: 'approved' },
      ],
    };
    expect(found(act, '5.07')?.missing.join(' ')).toContain('votes');
  });

  it.each<[string, Act, string]>([
    [
      'a director whom shareholders elected',
      { kind: 'director-election', person, meeting: { type: 'annual' } },
      'Item 5.07',
    ],
    [
      'a director who is elected again',
      { kind: 'director-election', person, manner: 'reelected' },
      'until now',
    ],
    ['pay', { kind: 'compensation-change', person, title: 'Vice President' }, 'named executive officer'],
    ['an instrument', { kind: 'bylaw-amendment', instrument: 'rights agreement' }, 'rights agreement'],
    ['a code', { kind: 'bylaw-amendment', instrument: 'code of conduct' }, 'principal executive'],
    ['bylaws', { kind: 'bylaw-amendment' }, 'was not disclosed in a proxy statement'],
  ])('says what decides where it is in doubt about %s', (_, act, words) => {
    expect(actItems(act)[0]?.why).toContain(words);
  });

  it('speaks of named executive officers only where the paragraph does', () => {
    const title = 'Vice President, Sales';
    const appointment: Act = { kind: 'officer-appointment', person, title };
    const departure: Act = { kind: 'officer-departure', person, title, manner: 'left' };
    expect(actItems(appointment)[0]?.why).not.toContain('named executive officer');
    expect(actItems(departure)[0]?.why).toContain('named executive officer');
  });

  const resigns: Act = {
    kind: 'officer-departure',
    person,
    title: 'CFO',
    manner: 'resigned',
    noticed: '2026-06-15',
  };

  const abroad = { listing: { label: 'Nasdaq Stockholm: AAA' }, registrant: undefined };
  it.each<[string, boolean, Partial<Company>]>([
    ['that is listed in New York', true, { registrant: undefined }],
    ['that is listed on NYSE American', true, { ...abroad, listing: { label: 'NYSE American: AAA' } }],
    ['that is listed in New York and says that it files none', false, { filesForm8K: false }],
    ['that is listed abroad', false, abroad],
    ['that is listed abroad and is a registrant', true, { ...abroad, registrant }],
    ['that is listed abroad and says that it files', true, { ...abroad, filesForm8K: true }],
    ['that is not listed', false, { ...abroad, listing: undefined }],
  ])('of a company %s is sure of its item and its day: %s', (_, files, changes) => {
    const [item] = disclosureForAll([resigns], changes).items;
    const doubt = 'Form 8-K is for domestic filers; check whether the company files it.';
    expect(item?.certain).toBe(files);
    expect(item?.due !== undefined).toBe(files);
    expect(item?.notes.some(({ text }) => text === doubt)).toBe(!files);
  });

  it('is warned of where its report is overdue, and not before', () => {
    const disclosure = disclosureForAll([resigns]);
    expect(overdueChecks(disclosure, new Date('2026-06-22T21:30:00Z'))).toEqual([]);
    expect(overdueChecks(disclosure, new Date('2026-06-22T21:30:01Z'))).toEqual([
      {
        id: 'filing-overdue',
        severity: 'warning',
        message:
          'A report under Item 5.02(b) of Form 8-K was due by June 22, 2026, 5:30 PM EDT (21:30 UTC). Unless it is filed, ask counsel what to do.',
      },
    ]);
  });

  it('that may come under an item is warned of once for all items of one day', () => {
    const disclosure = disclosureForAll([
      { kind: 'financing', stage: 'agreed', instrument: 'convertible notes', decided: '2026-06-15' },
    ]);
    expect(overdueChecks(disclosure, new Date('2026-06-22T21:30:00Z'))).toEqual([]);
    expect(overdueChecks(disclosure, new Date('2027-01-01T00:00:00Z'))).toEqual([
      {
        id: 'filing-may-be-overdue',
        severity: 'warning',
        message:
          'If Item 1.01, 2.03, or 3.02 of Form 8-K applies, the report was due by June 22, 2026, 5:30 PM EDT (21:30 UTC). Unless it is filed, ask counsel whether it applies.',
      },
    ]);
  });

  const leaves = { person, title: 'CFO', decided: '2026-06-15' };
  it.each<[string, Act]>([
    [
      'an officer who has left',
      { kind: 'officer-departure', ...leaves, manner: 'left', effective: '2026-05-29' },
    ],
    ['a director', { kind: 'director-departure', ...leaves, manner: 'resigned', effective: '2026-05-29' }],
    [
      'a director who is removed',
      { kind: 'director-departure', ...leaves, manner: 'removed', effective: '2026-05-29' },
    ],
    [
      'an auditor',
      { kind: 'auditor-change', action: 'resigned', decided: '2026-06-15', effective: '2026-05-29' },
    ],
  ])('counts from the day on which %s was gone, if that was decided or told later', (_, act) => {
    for (const { day } of disclosureForAll([act]).items) expect(day).toBe('2026-05-29');
  });

  it('counts from the notice of what takes effect later, and from no day where none was sent', () => {
    const told = disclosureForAll([{ ...resigns, effective: '2026-12-31' }]).items[0];
    expect(told?.day).toBe('2026-06-15');
    const untold: Act = { kind: 'officer-departure', person, manner: 'left', effective: '2026-05-29' };
    expect(disclosureForAll([untold]).items[0]?.day).toBeUndefined();
  });

  it('reminds that Regulation FD runs from what is told to some before it', () => {
    const fair = (changes: Partial<Company>) =>
      disclosureForAll([resigns], changes).exchanges.filter(({ rule }) => rule.includes('Regulation FD'));
    expect(fair({})).toHaveLength(1);
    expect(fair({})[0]?.text).toContain('whichever is later. If one learns of it now, by ');
    expect(fair({ filesForm8K: false })).toEqual([]);
  });

  it('says once what holds for both exchanges', () => {
    const { exchanges } = disclosureForAll([resigns], { listing: { label: 'NYSE: AAA; Nasdaq: AAA' } });
    expect(exchanges.filter(({ rule }) => rule === 'Practice of the newswires')).toHaveLength(1);
  });

  it.each<[string, Act, boolean]>([
    ['a dividend', { kind: 'dividend' }, true],
    ['that a dividend is left out', { kind: 'dividend-suspension' }, true],
    ['a split in the form of a dividend', { kind: 'stock-split', form: '100 percent stock dividend' }, true],
    ['a split', { kind: 'stock-split' }, false],
  ])('tells the NYSE of %s beforehand at any hour: %s', (_, act, told) => {
    const rules = disclosureFor(act).exchanges.map(({ rule }) => rule);
    expect(rules.includes('NYSE Listed Company Manual 204.12 and 204.21')).toBe(told);
  });

  it('names the rule of every statement', () => {
    const { items, exchanges } = disclosureFor({ kind: 'listing-transfer', decided: '2026-06-15' });
    const statements = [...items.flatMap(({ notes }) => notes), ...exchanges];
    expect(statements.filter(({ rule, text }) => rule === '' || text === '')).toEqual([]);
    expect(exchanges.map(({ rule }) => rule)).toContain('NYSE Listed Company Manual 202.06');
  });
});
