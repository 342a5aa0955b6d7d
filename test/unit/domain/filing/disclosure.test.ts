import { describe, expect, it } from 'vitest';
import { type Act, actKind } from '../../../../functions/domain/acts.ts';
import { actItems } from '../../../../functions/domain/filing/act-items.ts';
import { disclosureOf, firstDue } from '../../../../functions/domain/filing/disclosure.ts';
import { formItem } from '../../../../functions/domain/filing/form-item.ts';
import { itemTitle } from '../../../../functions/domain/filing/item-titles.ts';
import { sampleActs } from '../../../support/acts.ts';
import { companyOfId } from '../../../support/examples.ts';

const person = { name: 'Ann Lee' };

/** What an act says, and the items that it comes under for certain (with an exclamation mark) or perhaps. */
const table: [string, Act, string[]][] = [
  [
    'the chief financial officer resigns',
    { kind: 'officer-departure', person, title: 'Chief Financial Officer', manner: 'resigned' },
    ['5.02(b)!'],
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
    'an officer is appointed',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer' },
    ['5.02(c)!'],
  ],
  [
    'an officer goes on in office',
    { kind: 'officer-appointment', person, title: 'Chief Executive Officer', manner: 'continues' },
    ['7.01'],
  ],
  ['an officer dies', { kind: 'death', person, title: 'Chief Executive Officer' }, ['7.01']],
  ['a director joins', { kind: 'director-election', person }, ['5.02(d)!']],
  ['a director resigns', { kind: 'director-departure', person, manner: 'resigned' }, ['5.02(b)!']],
  [
    'a director resigns over a disagreement',
    { kind: 'director-departure', person, manner: 'resigned', disagreement: true },
    ['5.02(a)!'],
  ],
  ['a director is removed', { kind: 'director-departure', person, manner: 'removed' }, ['5.02(a)!']],
  [
    'the pay of an officer changes that a proxy statement left out',
    { kind: 'compensation-change', person, title: 'Chief Executive Officer', omittedFromProxy: true },
    ['5.02(e)!', '5.02(f)!'],
  ],
  ['people are laid off', { kind: 'workforce-reduction', percent: 35 }, ['2.05']],
  ['a plant closes', { kind: 'facility-closing' }, ['2.05']],
  ['the listing moves', { kind: 'listing-transfer', to: 'The Nasdaq SmallCap Market' }, ['3.01!']],
  ['the exchange sends a notice', { kind: 'listing-deficiency' }, ['3.01!']],
  ['the exchange delists', { kind: 'delisting', manner: 'determined' }, ['3.01!']],
  ['shares are joined', { kind: 'stock-split', ratio: { new: 1, old: 60 } }, ['3.03', '5.03']],
  ['shares are split', { kind: 'stock-split', ratio: { new: 2, old: 1 } }, ['5.03']],
  ['the auditor is dismissed', { kind: 'auditor-change', action: 'dismissed' }, ['4.01!']],
  ['accounts cannot be relied on', { kind: 'restatement' }, ['4.02!']],
  ['bylaws change', { kind: 'bylaw-amendment' }, ['5.03']],
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
const disclosureFor = (act: Act, announced = '2026-06-16') =>
  disclosureOf({ company, acts: [{ act, event: 'hr~1' }], announced }, now);

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

  it('names the rule of every statement', () => {
    const { items, exchanges } = disclosureFor({ kind: 'listing-transfer', decided: '2026-06-15' });
    const statements = [...items.flatMap(({ notes }) => notes), ...exchanges];
    expect(statements.filter(({ rule, text }) => rule === '' || text === '')).toEqual([]);
    expect(exchanges.map(({ rule }) => rule)).toContain('NYSE Listed Company Manual 202.06');
  });
});
