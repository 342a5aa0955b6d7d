import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '../../../../functions/domain/acts.ts';
import { actItems } from '../../../../functions/domain/filing/act-items.ts';
import { reportedItems } from '../../../../functions/domain/filing/reported-items.ts';
import { describeIssue } from '../../../../functions/domain/issues.ts';
import { companyOfId } from '../../../support/examples.ts';

const company = companyOfId('halden-optics');
const person = { name: 'Ann Lee' };
const al = { name: 'Al Roe' };

const itemsOf = (...acts: Act[]): string[] =>
  reportedItems({ company, acts: acts.map((act) => ({ act, event: 'hr~1' })), announced: '2026-11-19' }).map(
    ({ item, certain }) => `${item}${certain ? '!' : ''}`,
  );

const officer: Act = { kind: 'officer-appointment', person, title: 'CFO', succeeds: al };
const director: Act = { kind: 'director-election', person, succeeds: al };
const engaged: Act = { kind: 'auditor-change', action: 'engaged', firm: 'New LLP', predecessor: 'Old LLP' };

describe('whether somebody who is succeeded leaves', () => {
  it.each<[string, Act, Act, string[]]>([
    [
      'the departure',
      officer,
      { kind: 'officer-departure', person: al, manner: 'retired' },
      ['5.02(c)!', '5.02(b)'],
    ],
    [
      'the departure from the office, of somebody who is not named',
      officer,
      { kind: 'officer-departure', title: 'Chief Financial Officer', manner: 'left' },
      ['5.02(c)!', '5.02(b)!'],
    ],
    ['the death', officer, { kind: 'death', person: al }, ['5.02(c)!', '7.01']],
    [
      'that a director leaves',
      director,
      { kind: 'director-departure', person: al, manner: 'resigned' },
      ['5.02(d)!', '5.02(b)!'],
    ],
    [
      'that an officer leaves the board too',
      director,
      { kind: 'officer-departure', person: al, title: 'CEO', manner: 'retired', leavesBoard: true },
      ['5.02(d)!', '5.02(b)!', '5.02(b)!'],
    ],
    [
      'that the firm is dismissed',
      engaged,
      { kind: 'auditor-change', action: 'dismissed', firm: 'OLD LLP' },
      ['4.01!', '4.01!'],
    ],
    [
      'that a firm leaves which the engagement does not name',
      { kind: 'auditor-change', action: 'engaged', firm: 'New LLP' },
      { kind: 'auditor-change', action: 'resigned', firm: 'Old LLP' },
      ['4.01!', '4.01!'],
    ],
  ])('is not asked where the release tells of %s', (_, act, other, items) => {
    expect(itemsOf(act, other)).toEqual(items);
  });

  it.each<[string, Act, Act]>([
    ['of somebody else', officer, { kind: 'officer-departure', person: { name: 'Cy Diaz' }, manner: 'left' }],
    ['from another office', officer, { kind: 'officer-departure', title: 'Treasurer', manner: 'left' }],
    [
      'of an officer who stays a director',
      director,
      { kind: 'officer-departure', person: al, manner: 'left' },
    ],
    ['of another firm', engaged, { kind: 'auditor-change', action: 'dismissed', firm: 'Third LLP' }],
  ])('is asked where it tells only of a departure %s', (_, act, other) => {
    const alone = itemsOf(act);
    expect(alone).toHaveLength(2);
    expect(itemsOf(act, other).slice(0, 2)).toEqual(alone);
  });

  it.each([
    ['Chief Financial Officer', ''],
    [`CFO of ${company.name}`, ''],
    ['CFO of Optics Division', ' if the office is one that Item 5.02(b) names'],
  ])('is asked of a successor as %s', (title, doubt) => {
    const acts = [{ act: { ...officer, title }, event: 'hr~1' }];
    const [, asked] = reportedItems({ company, acts, announced: '2026-11-19' });
    expect(asked?.why).toBe(
      `That Al Roe leaves is an event of its own${doubt}, unless it has been reported.`,
    );
  });
});

const found = (act: Act, item: string) => actItems(act).find((one) => one.item === item);
const closing = (...charges: object[]): Act =>
  v.parse(actSchema, {
    kind: 'facility-closing',
    reason: 'to save',
    completion: '2027-03-31',
    decided: '2026-11-18',
    charges,
  });

describe('what an item asks for', () => {
  it.each<[string, Act, string[]]>([
    ['nothing of costs that are told in full', closing({ amount: 5, for: 'severance', cash: 5 }), []],
    [
      'what costs are for, and how much is paid in cash',
      closing({ amount: 5, for: 'severance', cash: 5 }, { amount: 7 }),
      [
        'what each cost is for, with the amount or range of each major one',
        'how much of the costs is paid in cash',
      ],
    ],
    ['no cash of an impairment', closing({ amount: 5, for: 'impairment of tools' }), []],
  ])('on a plan to exit is %s', (_, act, missing) => {
    expect(found(act, '2.05')?.missing).toEqual(missing);
  });

  it('on a sale without registration is the exemption', () => {
    const sale: Act = { kind: 'financing', stage: 'agreed', instrument: 'private placement of common stock' };
    expect(found(sale, '3.02')?.missing.join()).toContain('the exemption from registration that is claimed');
  });

  it('on a disagreement is what it was about, unless the reason may say so', () => {
    const asked = (reason: string) =>
      found(
        { kind: 'director-departure', person, manner: 'resigned', disagreement: true, reason },
        '5.02(a)',
      )?.missing.join();
    expect(asked('because of other commitments')).toContain('the circumstances that led to it');
    expect(asked('over the sale of the lens business')).not.toContain('the circumstances');
  });

  it('on a vote on how often to vote on pay is what the company decides, and no votes for and against', () => {
    const vote: Act = {
      kind: 'voting-results',
      meeting: { type: '2026 annual', date: '2026-11-18' },
      matters: [
        { matter: 'vote on pay', result: 'approved', everyYear: 9, everyTwoYears: 1, everyThreeYears: 2 },
      ],
      directors: [{ name: 'Al Roe', for: 3 }],
    };
    expect(found(vote, '5.07')?.missing).toEqual([
      'how often the company will hold the vote on pay, or that it follows by amendment no later than 150 days after the meeting (Item 5.07(d))',
    ]);
  });
});

describe('a financing', () => {
  it.each<['announced' | 'agreed', string, string[]]>([
    ['announced', 'convertible notes', ['7.01']],
    ['agreed', 'public offering of common stock', ['1.01']],
    ['agreed', 'private placement of common stock', ['1.01', '3.02']],
    ['agreed', 'convertible notes', ['1.01', '2.03', '3.02']],
    ['agreed', 'revolving credit facility', ['1.01', '2.03']],
  ])('that is %s comes under the items of what it is: %s', (stage, instrument, items) => {
    expect(actItems({ kind: 'financing', stage, instrument }).map(({ item }) => item)).toEqual(items);
  });
});

describe('what the sender puts under an item', () => {
  it.each([
    ['1.05', '2026-11-16'],
    ['2.01', '2026-11-18'],
    ['5.04', '2026-11-17'],
  ] as const)('of number %s starts its clock on %s', (item, day) => {
    const dates = { decided: '2026-11-16', noticed: '2026-11-17', effective: '2026-11-18' };
    const act: Act = { kind: 'other', item, paragraphs: ['It is so.'], ...dates };
    expect(actItems(act)[0]).toMatchObject({ item, day });
  });

  it('raises the question of Item 1.05 where it sounds like an incident and another item was named', () => {
    const told = (item: '1.05' | '8.01', text: string) =>
      actItems({ kind: 'other', item, paragraphs: [text] }).map((one) => one.item);
    const incident = 'Halden found unauthorized access to its systems.';
    expect(told('8.01', incident)).toEqual(['8.01', '1.05']);
    expect(told('1.05', incident)).toEqual(['1.05']);
    expect(told('8.01', 'Halden sold its lens business.')).toEqual(['8.01']);
  });

  it('is refused by a message that writes items as they are sent', () => {
    const { issues = [] } = v.safeParse(actSchema, { kind: 'other', item: '5.02a', paragraphs: ['A'] });
    expect(issues.map(describeIssue).join()).toContain('or "5.02(a)" or ');
  });
});
