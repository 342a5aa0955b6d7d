import { describe, expect, it } from 'vitest';
import type { Act, ActOf } from '../../../../functions/domain/acts.ts';
import { toldTogether } from '../../../support/told.ts';

const lee = { name: 'Ann Lee', honorific: 'Ms.', familyName: 'Lee' } as const;
const chen = { name: 'Bo Chen', honorific: 'Mr.', familyName: 'Chen' } as const;
const diaz = { name: 'Cy Diaz' };
const meeting = { type: '2027 annual', date: '2027-05-06' };
const iec = { company: 'iec-electronics' };

type Manner = NonNullable<ActOf<'director-election'>['manner']>;
type Facts<K extends Parameters<typeof toldTogether>[0][number]['kind']> = Partial<ActOf<K>>;

describe('a change of chair', () => {
  const changes: [string, Facts<'chair-change'>, string, string][] = [
    [
      'to somebody new',
      { role: 'chair', incoming: lee },
      'Ann Lee has been named Chair of the Board.',
      'Halden Names Ann Lee as Chair of the Board',
    ],
    [
      'to the chief executive, after somebody who stays',
      {
        title: 'Chairman of the Board',
        incoming: { ...lee, age: 52 },
        incomingTitle: 'Chief Executive Officer',
        outgoing: chen,
        outgoingNext: 'a director',
        offices: 'combined',
        effective: '2027-01-01',
        reason: 'for personal reasons',
        rationale: 'to give the company one leader',
      },
      'Ann Lee, 52, Chief Executive Officer, has been named Chairman of the Board, effective January 1, 2027, succeeding Bo Chen, who will step down for personal reasons and will remain a director. The offices of Chairman of the Board and Chief Executive Officer will be combined to give the company one leader.',
      'Halden Names Ann Lee to Succeed Bo Chen as Chairman of the Board',
    ],
    [
      'on a day to come in words, to somebody who keeps a post, after somebody who goes by choice',
      {
        title: 'Chairman',
        incoming: lee,
        incomingTitle: 'President and CEO',
        incomingKeeps: 'President and CEO',
        outgoing: chen,
        outgoingNext: 'a director',
        effective: { date: '2027-05-06', phrase: 'following the annual meeting' },
        reason: 'by his own choice',
      },
      'Ann Lee, President and CEO, has been named Chairman, effective following the annual meeting, succeeding Bo Chen, who will step down by his own choice and will remain a director. Ms. Lee will continue as President and CEO.',
      'Halden Names Ann Lee to Succeed Bo Chen as Chairman',
    ],
    [
      'after somebody who has stepped down for a reason with a pause',
      {
        role: 'executive-chair',
        incoming: lee,
        outgoing: chen,
        outgoingNext: 'a director',
        reason: 'citing his age',
      },
      'Ann Lee has been named Executive Chair of the Board, succeeding Bo Chen, who has stepped down, citing his age, and will remain a director.',
      'Halden Names Ann Lee to Succeed Bo Chen as Executive Chair of the Board',
    ],
    [
      'after somebody who stays, for a reason that nobody sent',
      { role: 'vice-chair', incoming: lee, outgoing: chen, outgoingNext: 'a director' },
      'Ann Lee has been named Vice Chair of the Board, succeeding Bo Chen, who will remain a director.',
      'Halden Names Ann Lee to Succeed Bo Chen as Vice Chair of the Board',
    ],
    [
      'of lead independent director, while the offices come together',
      { role: 'lead-independent-director', title: 'lead director', incoming: lee, offices: 'combined' },
      'Ann Lee has been named lead director. The offices of Chair of the Board and Chief Executive Officer have been combined.',
      'Halden Names Ann Lee as Lead Director',
    ],
    [
      'from somebody who stays',
      {
        role: 'chair',
        outgoing: chen,
        outgoingNext: 'a director',
        effective: '2027-01-01',
        reason: 'for family reasons',
      },
      'Bo Chen will step down as Chair of the Board, effective January 1, 2027, for family reasons. Mr. Chen will remain a director.',
      'Halden Chair of the Board to Step Down',
    ],
    [
      'from somebody who has gone',
      { role: 'chair', outgoing: chen, effective: '2026-11-01' },
      'Bo Chen has stepped down as Chair of the Board, effective November 1, 2026.',
      'Halden Chair of the Board Steps Down',
    ],
    [
      'that parts the offices and names nobody',
      { offices: 'separated', effective: '2027-01-01', rationale: 'to strengthen oversight' },
      'The offices of Chair of the Board and Chief Executive Officer will be separated, effective January 1, 2027, to strengthen oversight.',
      'Halden to Separate Offices of Chair of the Board and Chief Executive Officer',
    ],
    [
      'that has brought the offices together',
      { title: 'Chairman', offices: 'combined', effective: '2026-11-01' },
      'The offices of Chairman and Chief Executive Officer have been combined, effective November 1, 2026.',
      'Halden Combines Offices of Chairman and Chief Executive Officer',
    ],
    [
      'on a condition, to somebody who follows somebody',
      { role: 'chair', incoming: lee, outgoing: chen, subjectTo: 'the completion of the merger' },
      'Ann Lee has been named Chair of the Board, subject to the completion of the merger, succeeding Bo Chen.',
      'Halden Names Ann Lee to Succeed Bo Chen as Chair of the Board',
    ],
    [
      'on a condition, from somebody',
      { role: 'chair', outgoing: chen, subjectTo: 'the completion of the merger' },
      'Bo Chen will step down as Chair of the Board, subject to the completion of the merger.',
      'Halden Chair of the Board to Step Down',
    ],
    [
      'of the offices, on a condition',
      { offices: 'combined', subjectTo: 'the completion of the merger' },
      'The offices of Chair of the Board and Chief Executive Officer will be combined, subject to the completion of the merger.',
      'Halden to Combine Offices of Chair of the Board and Chief Executive Officer',
    ],
  ];

  it.each(changes)('%s', (_, facts, text, headline) => {
    expect(toldTogether([{ kind: 'chair-change', ...facts }])).toEqual({ text, headline, missing: [] });
  });

  it('goes on from the lead where it is of the offices', () => {
    const told = toldTogether([{ kind: 'chair-change', offices: 'combined' }], { lead: true });
    expect(told.text).toMatch(/^the offices/);
  });

  it('leaves an appositive open where the house style does', () => {
    const told = toldTogether(
      [{ kind: 'chair-change', role: 'chair', incoming: lee, incomingTitle: 'President' }],
      iec,
    );
    expect(told.text).toBe('Ann Lee, President has been named Chair of the Board.');
  });

  const asked: [string, Facts<'chair-change'>, string][] = [
    [
      'who takes the role whose post is known',
      { role: 'chair', incomingTitle: 'President' },
      'who takes the role on the board',
    ],
    [
      'who takes a role beside the chair',
      { role: 'vice-chair', offices: 'combined' },
      'who takes the role on the board',
    ],
    [
      'who leaves, where it is known what they stay',
      { role: 'chair', outgoingNext: 'a director' },
      'who leaves the role on the board',
    ],
    [
      'what becomes of the offices, where only the reason is known',
      { rationale: 'to strengthen oversight', reason: 'for personal reasons' },
      'whether the offices of chair and chief executive are combined or separated',
    ],
  ];

  it.each(asked)('asks %s', (_, facts, fact) => {
    expect(toldTogether([{ kind: 'chair-change', ...facts }]).missing).toEqual([fact]);
  });

  it('asks who takes which role, and about a day in doubt', () => {
    const told = toldTogether([{ kind: 'chair-change', effective: { asSent: '01/02/2027' } }]);
    expect(told.missing.sort()).toEqual([
      'the day on which the role on the board changes hands, sent as 01/02/2027',
      'the role on the board that changes',
      'who takes the role on the board',
    ]);
  });
});

describe('what follows the chair', () => {
  it.each([
    ['a director', 'remain a director'],
    ['an independent director', 'remain an independent director'],
    ['on the board', 'remain on the board'],
    ['a member of the board', 'remain a member of the board'],
    ['Chairman Emeritus', 'serve as Chairman Emeritus'],
    ['Lead Independent Director', 'serve as Lead Independent Director'],
    ['Director Emeritus', 'serve as Director Emeritus'],
  ])('is kept only where it says so: %s', (outgoingNext, said) => {
    const outgoing = { name: 'Bo Chen', honorific: 'Mr.', familyName: 'Chen' } as const;
    const act = { kind: 'chair-change', role: 'chair', outgoing, outgoingNext } as const;
    expect(toldTogether([act]).text).toContain(`Mr. Chen will ${said}.`);
    expect(toldTogether([{ ...act, incoming: lee }]).text).toContain(`succeeding Bo Chen, who will ${said}.`);
    expect(toldTogether([{ ...act, incoming: lee, reason: 'for health reasons' }]).text).toContain(
      `for health reasons and will ${said}.`,
    );
  });
});

describe('the departure of a director', () => {
  it.each([
    [2, 'Neither decision was the result of any disagreement with the company.'],
    [3, 'None of the decisions was the result of any disagreement with the company.'],
  ])('of %i who decided not to stand is told of each decision', (number, said) => {
    const [first, ...others] = [lee, chen, diaz].slice(0, number).map(
      (person): Act => ({
        kind: 'director-departure',
        person,
        manner: 'not-standing',
        disagreement: false,
      }),
    );
    expect(first && toldTogether([first, ...others]).text).toContain(said);
  });

  const departures: [string, Facts<'director-departure'>, string, string][] = [
    [
      'who left',
      { manner: 'left' },
      "Ann Lee has left Halden's board of directors.",
      'Halden Announces Departure of Director',
    ],
    [
      'who has resigned for a day to come',
      { manner: 'resigned', effective: '2026-12-31', disagreement: false },
      "Ann Lee has resigned from Halden's board of directors, effective December 31, 2026. The departure was not the result of any disagreement with the company.",
      'Halden Announces Resignation of Director',
    ],
    [
      'who retires, with every fact',
      {
        title: 'lead director',
        manner: 'retired',
        meeting,
        since: '2014',
        reason: 'to pursue other interests',
        committees: [
          { name: 'Audit Committee', role: 'chair' },
          { name: 'Compensation', role: 'member' },
        ],
        keeps: 'Chief Technology Officer',
        disagreement: false,
        vacancy: 'The board does not intend to fill the seat.',
      },
      "Lead director Ann Lee, a director since 2014, will retire from Halden's board of directors at the 2027 annual meeting of shareholders on May 6, 2027, to pursue other interests. Ms. Lee is chair of the Audit Committee and a member of the Compensation Committee. Ms. Lee will remain Chief Technology Officer. The departure is not the result of any disagreement with the company. The board does not intend to fill the seat.",
      'Halden Announces Retirement of Director',
    ],
    [
      'who has retired and sat on a committee',
      { manner: 'retired', effective: '2026-11-01', committees: [{ name: 'Audit' }], keeps: 'President' },
      "Ann Lee has retired from Halden's board of directors, effective November 1, 2026. Ms. Lee was a member of the Audit Committee. Ms. Lee remains President.",
      'Halden Announces Retirement of Director',
    ],
    [
      'at a meeting on the same day, told once',
      { manner: 'retired', meeting, effective: '2027-05-06' },
      "Ann Lee will retire from Halden's board of directors at the 2027 annual meeting of shareholders on May 6, 2027.",
      'Halden Announces Retirement of Director',
    ],
    [
      'who does not stand again',
      { manner: 'not-standing', disagreement: false },
      "Ann Lee will not stand for re-election to Halden's board of directors. The decision was not the result of any disagreement with the company.",
      'Halden Director Not to Stand for Re-Election',
    ],
    [
      'who does not stand at a meeting without a day, and leaves later',
      {
        manner: 'not-standing',
        meeting: { type: '2027 annual' },
        effective: '2027-06-30',
        reason: 'citing other duties',
      },
      "Ann Lee will not stand for re-election to Halden's board of directors at the 2027 annual meeting of shareholders, citing other duties. Ms. Lee's term will end on June 30, 2027.",
      'Halden Director Not to Stand for Re-Election',
    ],
    [
      'who did not stand',
      { manner: 'not-standing', meeting: { type: '2026 annual', date: '2026-05-07' } },
      "Ann Lee did not stand for re-election to Halden's board of directors at the 2026 annual meeting of shareholders on May 7, 2026.",
      'Halden Director Did Not Stand for Re-Election',
    ],
    [
      'who is removed',
      { manner: 'removed', effective: '2026-12-31' },
      "Ann Lee will be removed from Halden's board of directors, effective December 31, 2026.",
      'Halden Announces Departure of Director',
    ],
    [
      'who left over a disagreement',
      { manner: 'left', reason: 'citing the plan to sell the lens business', disagreement: true },
      "Ann Lee has left Halden's board of directors, citing the plan to sell the lens business. The departure was the result of a disagreement with the company.",
      'Halden Announces Departure of Director',
    ],
  ];

  it.each(departures)('%s', (_, facts, text, headline) => {
    const act = { kind: 'director-departure' as const, person: lee, manner: 'left' as const, ...facts };
    expect(toldTogether([act])).toEqual({ text, headline, missing: [] });
  });

  const resigned = (facts: Facts<'director-departure'>) => ({
    kind: 'director-departure' as const,
    person: lee,
    manner: 'resigned' as const,
    effective: '2026-11-18',
    ...facts,
  });

  it('of several who leave alike is one sentence', () => {
    const told = toldTogether([resigned({}), resigned({ person: chen }), resigned({ person: diaz })], {
      lead: true,
    });
    expect(told).toMatchObject({
      text: 'Ann Lee, Bo Chen, and Cy Diaz have resigned from its board of directors, effective November 18, 2026.',
      headline: 'Halden Announces Resignation of Directors',
    });
  });

  it('of two with years closes each aside once, the last as the house style wants', () => {
    const two = [resigned({ since: '2014' }), resigned({ person: chen, since: '2016' })] as const;
    expect(toldTogether(two).text).toContain(
      'Ann Lee, a director since 2014, and Bo Chen, a director since 2016, have',
    );
    expect(toldTogether(two, iec).text).toContain('Bo Chen, a director since 2016 have resigned');
  });

  it('in several manners is a departure in the headline', () => {
    expect(toldTogether([resigned({}), resigned({ person: chen, manner: 'retired' })]).headline).toBe(
      'Halden Announces Departure of Directors',
    );
  });

  it('asks for the day, and what a disagreement was about', () => {
    const told = toldTogether([resigned({ effective: undefined, disagreement: true })]);
    expect(told.missing.sort()).toEqual([
      'the day on which Ann Lee leaves the board',
      'what the disagreement with Ann Lee was about',
    ]);
  });
});

describe('the election of directors', () => {
  const elections: [string, Facts<'director-election'>, string, string][] = [
    [
      'who join, nobody says how',
      {},
      'Ann Lee is joining its board of directors.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'who will join',
      { effective: '2026-12-31' },
      'Ann Lee will join its board of directors, effective December 31, 2026.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'who are joining on a day that nobody sent',
      { boardSize: 12 },
      'Ann Lee is joining its board of directors. The board will then have 12 directors.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'who have joined',
      { effective: '2026-11-01', boardSize: 12 },
      'Ann Lee has joined its board of directors, effective November 1, 2026. The board now has 12 directors.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'with every fact but a title',
      {
        person: { ...lee, age: 52 },
        manner: 'elected',
        independent: true,
        committees: [{ name: 'Audit', role: 'chair' }],
        term: 'a term that ends at the 2027 annual meeting',
        arrangement: 'under the loan agreement of May 4, 2026',
        effective: '2026-12-31',
        succeeds: chen,
        boardSize: 9,
      },
      'Ann Lee, 52, has been elected to its board of directors as an independent director, effective December 31, 2026, for a term that ends at the 2027 annual meeting, succeeding Bo Chen. Ms. Lee will serve as chair of the Audit Committee. Ms. Lee was chosen under the loan agreement of May 4, 2026. The board will then have nine directors.',
      'Halden Elects Ann Lee to Board of Directors',
    ],
    [
      'from a day to come in words',
      { manner: 'elected', effective: { date: '2027-01-04', phrase: 'upon the closing of the loan' } },
      'Ann Lee has been elected to its board of directors, effective upon the closing of the loan.',
      'Halden Elects Ann Lee to Board of Directors',
    ],
    [
      'who will join on a day in words',
      { effective: { date: '2027-01-04', phrase: 'upon the closing of the loan' } },
      'Ann Lee will join its board of directors upon the closing of the loan.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'with a title',
      { manner: 'appointed', title: 'External Director', independent: true },
      'Ann Lee has been appointed to its board of directors as External Director. Ms. Lee is an independent director.',
      'Halden Appoints Ann Lee to Board of Directors',
    ],
    [
      'for a further term',
      { manner: 'reelected', term: 'a term of two years' },
      'Ann Lee has been re-elected to its board of directors for a term of two years.',
      'Halden Re-Elects Ann Lee to Board of Directors',
    ],
    [
      'at a meeting, on a condition',
      {
        manner: 'elected',
        meeting,
        term: 'one year',
        subjectTo: 'the completion of the merger',
        boardSize: 9,
      },
      'Ann Lee has been elected to its board of directors at the 2027 annual meeting of shareholders on May 6, 2027, for one year, subject to the completion of the merger. The board will then have nine directors.',
      'Halden Elects Ann Lee to Board of Directors',
    ],
    [
      'on a condition, in no particular manner',
      { subjectTo: 'the completion of the merger' },
      'Ann Lee will join its board of directors, subject to the completion of the merger.',
      'Halden Adds Ann Lee to Board of Directors',
    ],
    [
      'by appointment anew',
      { manner: 'reappointed' },
      'Ann Lee has been reappointed to its board of directors.',
      'Halden Reappoints Ann Lee to Board of Directors',
    ],
  ];

  it.each(elections)('%s', (_, facts, text, headline) => {
    const told = toldTogether([{ kind: 'director-election', person: lee, ...facts }], { lead: true });
    expect(told).toEqual({ text, headline, missing: [] });
  });

  const appointed = (facts: Facts<'director-election'>) => ({
    kind: 'director-election' as const,
    person: lee,
    manner: 'appointed' as const,
    ...facts,
  });

  it('of several alike is one sentence, each with their age, and one arrangement', () => {
    const alike = { independent: true, effective: '2026-12-31', arrangement: 'under the loan agreement' };
    const told = toldTogether([
      appointed({ ...alike, person: { ...lee, age: 52 }, boardSize: 6 }),
      appointed({ ...alike, person: { ...chen, age: 61 }, boardSize: 7, committees: [{ name: 'Audit' }] }),
      appointed({ ...alike, person: { ...diaz, age: 47 }, boardSize: 8 }),
    ]);
    expect(told).toEqual({
      text: "Ann Lee, 52, Bo Chen, 61, and Cy Diaz, 47, have been appointed to Halden's board of directors as independent directors, effective December 31, 2026. Mr. Chen will serve as a member of the Audit Committee. All were chosen under the loan agreement. The board will then have eight directors.",
      headline: 'Halden Appoints Three Directors',
      missing: [],
    });
  });

  it.each<[string, readonly [Manner, Manner], string]>([
    ['elected and re-elected', ['elected', 'reelected'], 'Elects Two Directors'],
    ['appointed and reappointed', ['appointed', 'reappointed'], 'Appoints Two Directors'],
    ['elected and appointed', ['elected', 'appointed'], 'Adds Two Directors'],
  ])('has a headline that fits all who are %s', (_, [first, second], headline) => {
    const acts = [appointed({ manner: first }), appointed({ manner: second, person: chen })] as const;
    expect(toldTogether(acts).headline).toBe(`Halden ${headline}`);
  });

  it('tells those who only become members of the same committees together', () => {
    const audit = { name: 'Audit' };
    const told = toldTogether([
      appointed({ committees: [audit, { name: 'Risk Committee' }] }),
      appointed({ person: chen, committees: [audit, { name: 'Risk' }] }),
      appointed({ person: diaz, committees: [{ ...audit, role: 'chair' }, { name: 'Risk' }] }),
    ]);
    expect(told.text).toContain(
      'Ms. Lee and Mr. Chen will serve as members of the Audit and Risk Committees. Cy Diaz will serve as chair of the Audit Committee and a member of the Risk Committee.',
    );
  });

  it('names committees of which one has an "and" each by itself', () => {
    const names = ['Audit', 'Nominating and Governance', 'Risk', 'Technology'];
    const told = toldTogether([appointed({ committees: names.map((name) => ({ name })) })]);
    expect(told.text).toContain(
      'will serve as a member of the Audit, Risk, and Technology Committees and a member of the Nominating and Governance Committee.',
    );
  });

  it('says a day once where it is that of the meeting', () => {
    const meeting = { type: 'special', date: '2026-11-18' };
    expect(toldTogether([appointed({ manner: 'elected', meeting, effective: '2026-11-18' })]).text).toBe(
      "Ann Lee has been elected to Halden's board of directors at the special meeting of shareholders on November 18, 2026.",
    );
  });

  it('of two alike is one sentence, of which an age is closed', () => {
    const arrangement = 'under the loan agreement';
    const told = toldTogether([
      appointed({ person: { ...lee, age: 52 }, arrangement }),
      appointed({ person: chen, arrangement }),
    ]);
    expect(told.text).toBe(
      "Ann Lee, 52, and Bo Chen have been appointed to Halden's board of directors. Both were chosen under the loan agreement.",
    );
  });

  it('of one who succeeds somebody is a sentence alone', () => {
    expect(toldTogether([appointed({ succeeds: diaz }), appointed({ person: chen })]).text).toBe(
      "Ann Lee has been appointed to Halden's board of directors, succeeding Cy Diaz. Bo Chen has been appointed to Halden's board of directors.",
    );
  });

  it('asks about a day in doubt for each', () => {
    const effective = { asSent: '01/02/2027' };
    expect(toldTogether([appointed({ effective }), appointed({ effective, person: chen })]).missing).toEqual([
      'the day on which Ann Lee joins the board, sent as 01/02/2027',
      'the day on which Bo Chen joins the board, sent as 01/02/2027',
    ]);
  });
});

describe('the nomination of directors', () => {
  const nominations: [string, Facts<'director-nomination'>, string][] = [
    ['says who', {}, "Ann Lee has been nominated for election to Halden's board of directors."],
    [
      'says all that was sent',
      {
        person: { ...lee, age: 52 },
        independent: true,
        committees: [{ name: 'Audit' }, { name: 'Compensation', role: 'chair' }],
        term: 'a term of two years',
        arrangement: 'under the cooperation agreement of May 4, 2026',
        effective: '2027-05-07',
        meeting,
        reason: 'to add experience in medical imaging',
      },
      "Ann Lee, 52, has been nominated for election to Halden's board of directors as an independent director at the 2027 annual meeting of shareholders on May 6, 2027, for a term of two years, to add experience in medical imaging. If elected, Ms. Lee will join the board on May 7, 2027, and serve as a member of the Audit Committee and chair of the Compensation Committee. Ms. Lee was chosen under the cooperation agreement of May 4, 2026.",
    ],
    [
      'says the title, and the reason without a comma that it does not need',
      {
        title: 'External Director',
        independent: true,
        effective: '2027-05-07',
        reason: 'to succeed Bo Chen',
      },
      "Ann Lee has been nominated for election to Halden's board of directors as External Director to succeed Bo Chen. Ms. Lee is independent. If elected, Ms. Lee will join the board on May 7, 2027.",
    ],
  ];

  it.each(nominations)('%s', (_, facts, text) => {
    expect(toldTogether([{ kind: 'director-nomination', person: lee, ...facts }])).toEqual({
      text,
      headline: 'Halden Announces Nomination of Ann Lee to Board of Directors',
      missing: [],
    });
  });

  it('tells two alike in one sentence', () => {
    const acts = [lee, chen].map((person) => ({ kind: 'director-nomination' as const, person, meeting }));
    const [first, ...others] = acts;
    if (first === undefined) throw new Error('no act');
    expect(toldTogether([first, ...others], { lead: true })).toMatchObject({
      text: 'Ann Lee and Bo Chen have been nominated for election to its board of directors at the 2027 annual meeting of shareholders on May 6, 2027.',
      headline: 'Halden Announces Nomination of Two Directors',
    });
  });

  it('is told in the past where the meeting has been held', () => {
    const held = { type: '2026 annual', date: '2026-11-18' };
    const committees = [{ name: 'Audit' }];
    const act = { kind: 'director-nomination' as const, person: lee, meeting: held };
    expect(toldTogether([{ ...act, effective: '2026-11-18', committees }]).text).toBe(
      "Ann Lee was nominated for election to Halden's board of directors at the 2026 annual meeting of shareholders on November 18, 2026. If elected, Ms. Lee was to join the board on November 18, 2026, and serve as a member of the Audit Committee.",
    );
    expect(toldTogether([act, { ...act, person: chen }]).text).toMatch(
      /^Ann Lee and Bo Chen were nominated for/,
    );
    expect(toldTogether([{ ...act, meeting: { ...held, date: '2026-11-19' } }]).text).toMatch(
      /^Ann Lee has been nominated/,
    );
  });

  const nominee = (facts: Facts<'director-nomination'>) => ({
    kind: 'director-nomination' as const,
    person: lee,
    effective: '2027-05-07',
    ...facts,
  });

  it('tells in one sentence who join the board on one day, with one title', () => {
    const title = 'External Director';
    expect(toldTogether([nominee({ title }), nominee({ title, person: chen })]).text).toBe(
      "Ann Lee and Bo Chen have been nominated for election to Halden's board of directors as External Directors. If elected, Ms. Lee and Mr. Chen will join the board on May 7, 2027.",
    );
  });

  it('tells apart who join on other days, or sit on committees', () => {
    const committees = [{ name: 'Audit' }];
    const acts = [nominee({ person: chen, effective: '2027-06-01' }), nominee({ person: diaz, committees })];
    expect(toldTogether([nominee({}), ...acts]).text).toBe(
      "Ann Lee, Bo Chen, and Cy Diaz have been nominated for election to Halden's board of directors. If elected, Ms. Lee will join the board on May 7, 2027. If elected, Mr. Chen will join the board on June 1, 2027. If elected, Cy Diaz will join the board on May 7, 2027, and serve as a member of the Audit Committee.",
    );
  });

  it('has a sentence for each title that has no plain plural', () => {
    const title = 'Director, External';
    expect(toldTogether([nominee({ title }), nominee({ title, person: chen })]).text).toMatch(
      /^Ann Lee has .* as Director, External\..* Bo Chen has .* as Director, External\./,
    );
  });
});

describe('what nominees will do if elected', () => {
  it('is told together where they only become members of the same committees', () => {
    const nominee = {
      kind: 'director-nomination' as const,
      committees: [{ name: 'Audit' }],
      effective: '2027-05-06',
    };
    const acts = [
      { ...nominee, person: lee },
      { ...nominee, person: chen },
    ] as const;
    expect(toldTogether(acts).text).toMatch(
      /If elected, Ms\. Lee and Mr\. Chen will join the board on May 6, 2027, and serve as members of the Audit Committee\.$/,
    );
  });
});

describe('a change in a committee', () => {
  const change = (facts: Facts<'committee-change'>) => ({
    kind: 'committee-change' as const,
    person: lee,
    committee: 'Audit',
    change: 'joins' as const,
    ...facts,
  });
  const changes: [string, Facts<'committee-change'>, string, string][] = [
    [
      'brings a member',
      { effective: '2026-12-31', succeeds: chen },
      "Ann Lee has been appointed to the Audit Committee of Halden's board of directors, effective December 31, 2026, succeeding Bo Chen.",
      'Halden Appoints Ann Lee to Audit Committee',
    ],
    [
      'is to bring a member on a day in words',
      { effective: { date: '2027-05-06', phrase: 'following the annual meeting' } },
      "Ann Lee has been appointed to the Audit Committee of Halden's board of directors, effective following the annual meeting.",
      'Halden Appoints Ann Lee to Audit Committee',
    ],
    [
      'brings a chair',
      { committee: 'Audit Committee', change: 'chairs' },
      "Ann Lee has been named chair of the Audit Committee of Halden's board of directors.",
      'Halden Names Ann Lee Chair of Audit Committee',
    ],
    [
      'takes a member away, some day',
      { change: 'leaves' },
      "Ann Lee is leaving the Audit Committee of Halden's board of directors.",
      'Halden Announces Change in Audit Committee',
    ],
    [
      'is to take a member away',
      { change: 'leaves', effective: '2026-12-31' },
      "Ann Lee will leave the Audit Committee of Halden's board of directors, effective December 31, 2026.",
      'Halden Announces Change in Audit Committee',
    ],
    [
      'has taken a member away',
      { change: 'leaves', effective: '2026-11-01' },
      "Ann Lee has left the Audit Committee of Halden's board of directors, effective November 1, 2026.",
      'Halden Announces Change in Audit Committee',
    ],
  ];

  it.each(changes)('%s', (_, facts, text, headline) => {
    expect(toldTogether([change(facts)])).toEqual({ text, headline, missing: [] });
  });

  it('brings several in one sentence', () => {
    expect(toldTogether([change({}), change({ person: chen })], { lead: true })).toMatchObject({
      text: 'Ann Lee and Bo Chen have been appointed to the Audit Committee of its board of directors.',
      headline: 'Halden Announces Changes in Audit Committee',
    });
  });

  it('concerns several committees in the headline', () => {
    expect(toldTogether([change({}), change({ committee: 'Compensation' })]).headline).toBe(
      'Halden Announces Changes to Board Committees',
    );
  });
});

describe('a change in the size of the board', () => {
  const changes: [string, Facts<'board-size-change'>, string, string][] = [
    [
      'adds seats',
      { from: 7, to: 9, effective: '2026-12-31', reason: 'to add experience in medical imaging' },
      'it will increase the size of its board of directors from seven to nine directors, effective December 31, 2026, to add experience in medical imaging.',
      'Halden to Increase Board to Nine Directors',
    ],
    [
      'has taken seats away',
      { from: 12, to: 10, effective: '2026-11-01' },
      'it has reduced the size of its board of directors from 12 to 10 directors, effective November 1, 2026.',
      'Halden Reduces Board to 10 Directors',
    ],
    [
      'is to take seats away',
      { from: 3, to: 1, effective: '2026-12-31' },
      'it will reduce the size of its board of directors from three to one director, effective December 31, 2026.',
      'Halden to Reduce Board to One Director',
    ],
    [
      'sets the number',
      { to: 9 },
      'it has set the size of its board of directors at nine directors.',
      'Halden Sets Board at Nine Directors',
    ],
    [
      'is to set the number',
      { from: 9, to: 9, effective: '2026-12-31' },
      'it will set the size of its board of directors at nine directors, effective December 31, 2026.',
      'Halden to Set Board at Nine Directors',
    ],
  ];

  it.each(changes)('%s', (_, facts, text, headline) => {
    const told = toldTogether([{ kind: 'board-size-change', ...facts }], { lead: true });
    expect(told).toEqual({ text, headline, missing: [] });
  });

  it('names the company where it does not lead, and asks for the new size', () => {
    const { text, missing } = toldTogether([{ kind: 'board-size-change', from: 7 }]);
    expect(text).toMatch(
      /^Halden has changed the size of its board of directors from seven to \[TO BE CONFIRMED/,
    );
    expect(missing).toEqual(['the new size of the board']);
  });
});

describe('an adviser to the board', () => {
  it.each([
    ['observer', 'an observer to the board', 'Observer to the Board'],
    ['adviser to the board', 'an adviser to the board', 'Adviser to the Board'],
    ['Executive Advisor', 'Executive Advisor', 'Executive Advisor'],
    ['the first observer', 'the first observer', 'The First Observer'],
  ])('has an article and a board where the title is a plain word: %s', (title, named, headline) => {
    expect(toldTogether([{ kind: 'board-adviser', person: lee, title }])).toMatchObject({
      text: `Ann Lee has been named ${named}.`,
      headline: `Halden Names Ann Lee ${headline}`,
    });
  });

  const advisers: [string, Facts<'board-adviser'>, string][] = [
    ['has a title', { title: 'board observer' }, 'Ann Lee has been named a board observer.'],
    [
      'has an age, a first and a last day',
      { person: { ...lee, age: 65 }, title: 'board observer', effective: '2026-12-31', until: 'May 1, 2027' },
      'Ann Lee, 65, has been named a board observer, effective December 31, 2026, and will serve until May 1, 2027.',
    ],
    [
      'has a last day alone',
      { title: 'board observer', until: 'May 1, 2027' },
      'Ann Lee has been named a board observer and will serve until May 1, 2027.',
    ],
  ];

  it.each(advisers)('%s', (_, facts, text) => {
    expect(toldTogether([{ kind: 'board-adviser', person: lee, ...facts }])).toEqual({
      text,
      headline: 'Halden Names Ann Lee Board Observer',
      missing: [],
    });
  });

  it('is asked for the title, because an observer advises nobody', () => {
    expect(toldTogether([{ kind: 'board-adviser', person: lee }]).missing).toEqual([
      'the title of Ann Lee before the board',
    ]);
  });
});
