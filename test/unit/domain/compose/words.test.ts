import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../functions/domain/acts.ts';
import { companyOfId } from '../../../support/examples.ts';
import { told, toldTogether } from '../../../support/told.ts';

const instruments: [string, Act, string, string][] = [
  [
    'an amendment that has been made',
    {
      kind: 'bylaw-amendment',
      instrument: 'bylaws',
      changes: ['lower the quorum to 40 percent'],
      effective: { phrase: 'effective immediately' },
      decided: '2026-11-18',
    },
    'it has amended its bylaws to lower the quorum to 40 percent, effective immediately. The decision was made on November 18, 2026.',
    'Halden Amends Its Bylaws',
  ],
  [
    'an amendment that is to come',
    {
      kind: 'bylaw-amendment',
      instrument: 'certificate of incorporation',
      changes: ['divide its shares', 'lower their par value', 'name another agent'],
      approvedBy: 'the Board of Directors',
      decided: '2026-11-18',
      effective: '2027-01-04',
      reason: 'to prepare the split',
    },
    'it will amend its certificate of incorporation to divide its shares, to lower their par value, and to name another agent, effective January 4, 2027, to prepare the split. The amendment was approved by the Board of Directors on November 18, 2026.',
    'Halden to Amend Its Certificate of Incorporation',
  ],
  [
    'an amendment of which nobody said when it was approved',
    {
      kind: 'bylaw-amendment',
      instrument: 'bylaws',
      changes: ['allow meetings by telephone'],
      approvedBy: 'its shareholders',
      effective: '2026-11-18',
    },
    'it has amended its bylaws to allow meetings by telephone, effective November 18, 2026. The amendment was approved by its shareholders.',
    'Halden Amends Its Bylaws',
  ],
  [
    'another fiscal year',
    { kind: 'fiscal-year-change', to: 'December 31', form: 'Form 10-KT' },
    'it has changed the end of its fiscal year to December 31. Halden will report on the transition period on Form 10-KT.',
    'Halden Changes End of Fiscal Year to December 31',
  ],
  [
    'another fiscal year with all that is known of it',
    {
      kind: 'fiscal-year-change',
      from: 'June 30',
      to: 'December 31',
      form: 'Form 10-KT',
      effective: '2026-12-31',
      reason: 'to align it with that of its customers',
      decided: '2026-11-18',
    },
    'it will change the end of its fiscal year from June 30 to December 31, effective December 31, 2026, to align it with that of its customers. Halden will report on the transition period on Form 10-KT. The decision was made on November 18, 2026.',
    'Halden to Change End of Fiscal Year to December 31',
  ],
];

describe('a change of an instrument', () => {
  it.each(instruments)('leads with %s', (_, act, text, headline) => {
    const { missing, ...said } = told(act, { lead: true });
    expect([said, missing]).toEqual([{ texts: [text], headline }, []]);
    expect(told(act).texts).toEqual([text.replace(/^it /, 'Halden ')]);
  });

  it('is asked what it changes, and from when on', () => {
    expect(told({ kind: 'bylaw-amendment' }).missing).toEqual([
      'the day on which the amendment takes effect',
      'what the amendment changes',
      'the instrument that is amended',
    ]);
    expect(told({ kind: 'fiscal-year-change' }).missing).toEqual([
      'the day on which the new fiscal year ends',
      'the form of the report on the transition period',
    ]);
  });
});

const speaker = { name: 'Ann B. Lee', knownAs: 'Ann Lee', familyName: 'Lee' };
const quoted = { kind: 'statement' as const, speaker, title: 'President', paragraphs: ['One.', 'A "two".'] };

describe('a change of the fiscal year of a company that does not file Form 8-K', () => {
  const company = { ...companyOfId('halden-optics'), filesForm8K: false };
  const act: Act = { kind: 'fiscal-year-change', to: 'December 31' };

  it('says nothing of a transition period where nobody sent the form, and asks for none', () => {
    expect(told(act, { company })).toMatchObject({
      texts: ['Halden has changed the end of its fiscal year to December 31.'],
      missing: [],
    });
  });

  it('names the form that was sent', () => {
    expect(told({ ...act, form: 'Form 20-F' }, { company }).texts).toEqual([
      'Halden has changed the end of its fiscal year to December 31. Halden will report on the transition period on Form 20-F.',
    ]);
  });
});

describe('a statement', () => {
  it("is attributed to the company's own officer", () => {
    expect(told(quoted)).toMatchObject({
      texts: [`Halden's President Ann Lee said, "One."`, `Lee continued, "A 'two'."`],
      headline: 'Halden Issues Statement by Its President',
    });
  });

  it('is left open where it goes on, in an older style', () => {
    expect(told(quoted, { company: 'iec-electronics' }).texts).toEqual([
      `IEC's President Ann Lee said, "One.`,
      `Lee continued, "A 'two'."`,
    ]);
  });

  it('is attributed in short where its speaker has been quoted in the same office', () => {
    const again = { ...quoted, paragraphs: ['Three.'] };
    const other = { ...quoted, title: 'Director', paragraphs: ['Four.'] };
    expect(toldTogether([quoted, again, other]).text).toBe(
      `Halden's President Ann Lee said, "One." Lee continued, "A 'two'." Lee also said, "Three." Halden's Director Ann Lee said, "Four."`,
    );
  });

  it.each([
    ['halden-optics', 'Ann Lee, President of Arden Glass, Inc., said, "One."'],
    ['iec-electronics', 'Ann Lee, President of Arden Glass, Inc. said, "One.'],
  ])('of another organization is attributed to it, in the style of %s', (company, first) => {
    const { texts, headline } = told({ ...quoted, organization: 'Arden Glass, Inc.' }, { company });
    expect(texts[0]).toBe(first);
    expect(headline).toMatch(/ Issues Statement by President of Arden Glass, Inc\.$/);
  });
});

const openings: [string, string][] = [
  ['The company has sold its lens business.', 'the company has sold its lens business.'],
  ['Halden has sold its lens business.', 'Halden has sold its lens business.'],
  ['Theresa Hall has sold her shares.', 'Theresa Hall has sold her shares.'],
  ['A new plant opened.', 'a new plant opened.'],
  ['A.C. Hall has sold her shares.', 'A.C. Hall has sold her shares.'],
];

describe('what no other kind can say', () => {
  it.each(openings)('goes on from "announced that" where it leads: %s', (sent, lead) => {
    const act: Act = { kind: 'other', paragraphs: [sent, 'The price was $12 million.'] };
    expect(told(act, { lead: true }).texts).toEqual([lead, 'The price was $12 million.']);
    expect(told(act).texts).toEqual([sent, 'The price was $12 million.']);
  });

  it.each([
    ['2027-01-04', 'One.', 'Two. This takes effect on January 4, 2027.'],
    ['2026-11-18', 'One.', 'Two. This took effect on November 18, 2026.'],
  ])('says in its last paragraph that it takes effect on %s', (effective, ...texts) => {
    expect(told({ kind: 'other', paragraphs: ['One.', 'Two.'], effective }).texts).toEqual(texts);
  });

  it('does not say that it is past where its day is unclear', () => {
    const effective = { asSent: '05/06/2026' };
    expect(told({ kind: 'other', paragraphs: ['One.'], effective }).texts[0]).toMatch(
      /^One\. This takes effect \[TO BE CONFIRMED/,
    );
  });

  it('has its topic for a headline', () => {
    const act: Act = { kind: 'other', paragraphs: ['One.'] };
    expect(told({ ...act, topic: 'Sale of Its Lens Business' }).headline).toBe(
      'Halden Announces Sale of Its Lens Business',
    );
    expect(told(act).headline).toBe('Halden Issues Announcement');
  });
});
