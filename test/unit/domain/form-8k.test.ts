import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import type { Company } from '../../../functions/domain/company.ts';
import { htmlFindings } from '../../../functions/domain/edgar/html-rules.ts';
import { actItems } from '../../../functions/domain/filing/act-items.ts';
import { timedReports } from '../../../functions/domain/filing/disclosure.ts';
import { itemNumber, itemTitle } from '../../../functions/domain/filing/item-titles.ts';
import { reportedItems } from '../../../functions/domain/filing/reported-items.ts';
import { formEightK } from '../../../functions/domain/form-8k.ts';
import { escapeHtml } from '../../../functions/domain/templates.ts';
import { sampleActs } from '../../support/acts.ts';
import { companyOfId } from '../../support/examples.ts';
import { registrant } from '../../support/registrant.ts';
import { templates } from '../../support/templates.ts';

const halden = companyOfId('halden-optics');
const form = (acts: readonly Act[], changes: Partial<Company> = {}, announced = '2026-11-19'): string => {
  const announcement = {
    company: { ...halden, ...changes },
    acts: acts.map((act) => ({ act, event: 'hr~1' })),
    announced,
    headline: undefined,
    subheads: undefined,
    leading: undefined,
  };
  const reports = timedReports(announcement, reportedItems(announcement));
  return formEightK(announcement, reports, 1, templates);
};

const itemsOf = (html: string): string[] =>
  [...html.matchAll(/<b>Item (\d\.\d\d)\. /g)].map(([, number = '']) => number);

const resigns = (changes: object = {}): Act => ({
  kind: 'officer-departure',
  person: { name: 'Marcus Thiele' },
  title: 'Chief Financial Officer',
  manner: 'resigned',
  ...changes,
});
const joins: Act = {
  kind: 'officer-appointment',
  person: { name: 'Leila Haddad' },
  title: 'Chief Financial Officer',
  decided: '2026-11-18',
};
const closes: Act = { kind: 'workforce-reduction', percent: 35, decided: '2026-11-02' };
const dies: Act = { kind: 'death', person: { name: 'Al Roe' } };

describe('the draft of Form 8-K', () => {
  it('says first of all that it is a draft for counsel', () => {
    expect(/<body>\n<p>(.*)/.exec(form([joins]))?.[1]).toMatch(
      /^<b>DRAFT FOR COUNSEL, NOT FOR FILING\.<\/b>/,
    );
  });

  it('lists items in order of number with their captions, then what it furnishes and its exhibits', () => {
    const html = form([closes, joins, resigns()]);
    expect(itemsOf(html)).toEqual(['2.05', '5.02', '7.01', '9.01']);
    expect(html).toContain(`Item 5.02. ${itemTitle('5.02(b)')}.`);
  });

  it('names the program that the release has only under its headline', () => {
    const facility = { region: 'New York', type: 'facility' };
    const house = { ...halden.house, subheads: ['workforce-reduction' as const] };
    expect(form([{ ...closes, facility, program: 'restructuring' }], { house })).toContain(
      'as part of its restructuring',
    );
  });

  it('furnishes the release where no act comes under an item', () => {
    expect(itemsOf(form([{ kind: 'statement', speaker: { name: 'A' }, paragraphs: ['B'] }]))).toEqual([
      '7.01',
      '9.01',
    ]);
  });

  it('tells each act under its item, not as the lead, and spells the name of the company', () => {
    const html = form([joins, resigns({ effective: '2026-12-31' })]);
    expect(html).toContain(
      '<p>(b) Marcus Thiele has resigned as Chief Financial Officer, effective December 31, 2026.</p>',
    );
    expect(form([resigns({ manner: 'left' })])).toContain(
      '<p>(b) Chief Financial Officer Marcus Thiele has left Halden Optics, Inc.',
    );
    expect(html).toContain('<p>(c) Leila Haddad has been appointed Chief Financial Officer.</p>');
    expect(html.indexOf('<p>(b) ')).toBeLessThan(html.indexOf('<p>(c) '));
  });

  it('introduces what may not apply as a question', () => {
    expect(form([closes])).toContain(
      '<p>[TO BE CONFIRMED: whether Item 2.05 applies. An exit or disposal plan comes under Item 2.05 if the company expects material charges from it.]</p>',
    );
    expect(form([dies])).toContain(
      '[TO BE CONFIRMED: whether Item 7.01 applies. A death is no event of Item 5.02(b).',
    );
    expect(form([resigns()])).not.toContain('whether Item 5.02');
  });

  it('asks for each fact of an item that nobody sent, with the person whom it is about', () => {
    const html = form([resigns(), joins]);
    expect(html).toContain('<p>Marcus Thiele: [TO BE CONFIRMED: the day of the notice of the decision]</p>');
    expect(html).toContain('<p>Leila Haddad: The date of the event is November 18, 2026.');
    expect(html).toContain('<p>Leila Haddad: [TO BE CONFIRMED: the age (Item 401(b))]</p>');
  });

  it('says of each day and request which of several acts it is about, and asks once for what they lack alike', () => {
    const plant: Act = { kind: 'facility-closing', facility: 'the plant in Mesa', decided: '2026-11-03' };
    const html = form([closes, plant, plant]);
    expect(html).toContain('<p>The workforce reduction: The date of the event is November 2, 2026.');
    expect(html.split('<p>The closing: [TO BE CONFIRMED: the facts that led to it]')).toHaveLength(2);
    expect(form([closes])).toContain('<p>[TO BE CONFIRMED: the facts that led to it]');
  });

  it('says by when a report on each event is due, which is later where it may wait', () => {
    const html = form([resigns({ noticed: '2026-11-10' }), { ...joins, decided: '2026-11-10' }]);
    expect(html).toContain(
      'Marcus Thiele: The date of the event is November 10, 2026. A report on it is due on November 17, 2026.',
    );
    expect(html).toContain(
      'Leila Haddad: The date of the event is November 10, 2026. A report on it is due on November 19, 2026.',
    );
    expect(form([resigns({ noticed: '2026-11-10' })], { filesForm8K: false })).not.toContain('is due on');
  });

  it("says for whom the short name stands where senders' words have it", () => {
    const said = '<p>"Halden" stands for Halden Optics, Inc. in this report.</p>';
    const told: Act = { ...joins, details: ["She joined Halden's finance team in 2014."] };
    expect(form([told])).toContain(said);
    expect(form([joins])).not.toContain(said);
    expect(form([told], { shortName: 'Halden Optics, Inc.' })).not.toContain('stands for');
  });

  it.each<[string, Act[], string]>([
    [
      'the earliest day of the items that are certain',
      [joins, resigns({ noticed: '2026-11-16' })],
      'November 16, 2026<',
    ],
    ['the day of the release where nothing comes under an item', [dies], 'November 19, 2026<'],
    [
      'a question where the day of an event was not sent',
      [joins, resigns()],
      'November 18, 2026 [TO BE CONFIRMED: that no earlier event is reported]<',
    ],
    [
      'the day of what is in doubt where that is earlier, and what it is otherwise',
      [joins, closes],
      'November 2, 2026 [TO BE CONFIRMED: that an event of this day is reported; if none is, the date is November 18, 2026]<',
    ],
    [
      'the same where nothing is certain',
      [closes],
      'November 2, 2026 [TO BE CONFIRMED: that an event of this day is reported; if none is, the date is November 19, 2026]<',
    ],
    [
      'no question where what is in doubt is later',
      [resigns({ noticed: '2026-11-01' }), closes],
      'November 1, 2026<',
    ],
    ['no day after that of the release', [resigns({ noticed: '2026-11-20' })], 'November 19, 2026<'],
  ])('bears %s', (_, acts, date) => {
    expect(form(acts)).toContain(`(Date of earliest event reported): ${date}`);
  });

  it.each<[string, Act[], string[]]>([
    ['a letter of the accountant who leaves', [{ kind: 'auditor-change', action: 'dismissed' }], ['16.1']],
    ['no letter of one who is engaged', [{ kind: 'auditor-change', action: 'engaged' }], []],
    [
      'a letter of the accountant before one who is engaged',
      [{ kind: 'auditor-change', action: 'engaged', predecessor: 'Old LLP' }],
      ['16.1'],
    ],
    [
      'a letter of the director who disagrees',
      [{ kind: 'director-departure', person: { name: 'Al Roe' }, manner: 'resigned', disagreement: true }],
      ['17.1'],
    ],
    ['the text of an amendment', [{ kind: 'bylaw-amendment', effective: '2026-11-18' }], ['3']],
    ['no text for another fiscal year', [{ kind: 'fiscal-year-change', decided: '2026-11-18' }], []],
  ])('lists %s among the exhibits', (_, acts, asked) => {
    const html = form(acts);
    const exhibits = html.slice(html.indexOf('Exhibit No.'));
    expect([...exhibits.matchAll(/<tr><td>([\d.]+)<\/td>/g)].map(([, number]) => number)).toEqual([
      ...asked,
      '99.1',
      '104',
    ]);
  });

  it('furnishes results under Item 2.02 with the same words', () => {
    const results: Act = {
      kind: 'other',
      item: '2.02',
      paragraphs: ['Halden sold more.'],
      decided: '2026-11-18',
    };
    expect(form([results])).toContain(
      'The information in Items 2.02 and 7.01, including Exhibit 99.1, is furnished',
    );
    expect(form([joins])).toContain(
      'The information in this Item 7.01, including Exhibit 99.1, is furnished',
    );
  });

  it('has on its cover what the profile knows of the registrant, and asks for nothing of it', () => {
    const html = form([joins], { registrant });
    for (const fact of ['Oregon', '001-34508', '93-0001234', '1200 Lens Way<br>', '(503) 555-0100'])
      expect(html).toContain(fact);
    expect(html).toContain('<tr><td>Common Stock</td><td>HLDN</td><td>New York Stock Exchange</td></tr>');
    expect(html).toContain('Ana Delgado<br>\nGeneral Counsel');
    expect(html).toContain('Emerging growth company &#9744;</p>');
    const cover = html.slice(0, html.indexOf('<b>Item'));
    expect([...cover.matchAll(/\[TO BE CONFIRMED: ([^\]]*)\]/g)].map(([, fact]) => fact)).toEqual([
      'that name and address have not changed since the last report',
    ]);
  });

  it('says "None" where no class is registered, and marks the box of an emerging growth company', () => {
    const html = form([joins], { registrant: { ...registrant, securities: [], emergingGrowth: true } });
    expect(html).toContain('pursuant to Section 12(b) of the Act: None</p>');
    expect(html).toContain('Emerging growth company &#9746;</p>');
    expect(html).toContain('[TO BE CONFIRMED: whether the registrant has elected so]');
  });

  it('bears a new name that is in force, and asks about the former one', () => {
    const renamed = (facts: object): string =>
      form([{ kind: 'name-change', to: 'Halden Photonics, Inc.', effective: '2026-11-18', ...facts }], {
        registrant,
      });
    const html = renamed({});
    expect(html).toContain('<b>Halden Photonics, Inc.</b><br>\n(Exact name of registrant');
    expect(html).toContain(
      'Halden Optics, Inc. [TO BE CONFIRMED: that the name has changed since the last report, and that the address has not]<br>',
    );
    expect(html).toContain('undersigned hereunto duly authorized.</p>\n<p>Halden Photonics, Inc.</p>');
    for (const facts of [{ effective: '2026-11-20' }, { subjectTo: 'approval' }])
      expect(renamed(facts)).toContain('<b>Halden Optics, Inc.</b><br>\n(Exact name of registrant');
  });

  it('lists no item for a release from before the items of today, and says so', () => {
    const html = form([joins, resigns()], {}, '2004-08-22');
    expect(itemsOf(html)).toEqual([]);
    expect(html).toContain('began on August 23, 2004 (Release 33-8400). This release bears August 22, 2004');
    expect(html).not.toContain('Emerging growth');
    expect(itemsOf(form([joins, resigns()], {}, '2004-08-23'))).not.toEqual([]);
  });

  it('has the day of an event that the release does not tell', () => {
    const announcement = {
      company: halden,
      acts: [{ act: resigns(), event: 'hr~1' }],
      announced: '2026-11-19',
      headline: undefined,
      subheads: undefined,
      leading: undefined,
    };
    const full = { ...announcement, acts: [{ act: resigns({ decided: '2026-11-16' }), event: 'hr~1' }] };
    const html = formEightK(announcement, timedReports(full, reportedItems(full)), 1, templates);
    expect(html).toContain('Marcus Thiele: The date of the event is November 16, 2026.');
    expect(html).toContain('(Date of earliest event reported): November 16, 2026<');
    expect(html).not.toContain('the day of the notice of the decision');
  });

  it('is in doubt about each item where the company may not file Form 8-K', () => {
    expect(form([resigns()], { filesForm8K: false })).toContain(
      '[TO BE CONFIRMED: whether Item 5.02(b) applies. Chief Financial Officer Marcus Thiele leaves. It applies if the company files Form 8-K.]',
    );
  });

  it('is in doubt about an item that began after its event', () => {
    const votes: Act = { kind: 'voting-results', meeting: { type: 'annual', date: '2009-05-20' } };
    expect(form([votes], {}, '2009-05-21')).toContain(
      '[TO BE CONFIRMED: whether Item 5.07 applies. Item 5.07 began on ',
    );
  });
});

describe('the draft of Form 8-K on an act of any kind', () => {
  const cases = sampleActs.map((act, index): [string, Act] => [`${act.kind} ${index}`, act]);

  it.each(cases)('is HTML that EDGAR takes: %s', (_, act) => {
    expect(htmlFindings(form([act], { registrant })).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  it.each(cases)('names every item of the act and asks for all that is missing: %s', (_, act) => {
    const html = form([act]);
    for (const { item, missing } of actItems(act)) {
      expect(itemsOf(html)).toContain(itemNumber(item));
      for (const fact of missing) expect(html).toContain(`[TO BE CONFIRMED: ${escapeHtml(fact)}]`);
    }
  });
});
