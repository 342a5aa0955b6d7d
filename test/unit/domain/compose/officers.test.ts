import { describe, expect, it } from 'vitest';
import type { Act, ActOf } from '../../../../functions/domain/acts.ts';
import { missingFacts } from '../../../../functions/domain/compose/narrator.ts';
import { sentences } from '../../../../functions/domain/compose/paragraphs.ts';
import { companyOfId } from '../../../support/examples.ts';
import { templates } from '../../../support/templates.ts';
import { toldTogether } from '../../../support/told.ts';

const thiele = { name: 'Marcus Thiele', honorific: 'Mr.', familyName: 'Thiele' } as const;
const haddad = { name: 'Leila Haddad', honorific: 'Ms.', familyName: 'Haddad' } as const;

type Departure = ActOf<'officer-departure'>;
type Appointment = ActOf<'officer-appointment'>;

const departure = (facts: Partial<Departure>): Departure => ({
  kind: 'officer-departure',
  person: thiele,
  title: 'Chief Financial Officer',
  manner: 'retired',
  effective: '2026-12-31',
  ...facts,
});

const appointment = (facts: Partial<Appointment>): Appointment => ({
  kind: 'officer-appointment',
  person: haddad,
  title: 'Chief Financial Officer',
  ...facts,
});

describe('a departure', () => {
  const dated = ', effective December 31, 2026.';
  const manners: [string, Partial<Departure>, string][] = [
    ['left, without a day', { manner: 'left', effective: undefined }, 'has left Halden.'],
    ['leaves on a day to come', { manner: 'left' }, `will leave Halden${dated}`],
    [
      'resigned, for a day to come',
      { manner: 'resigned' },
      `has resigned as Chief Financial Officer${dated}`,
    ],
    ['retires on a day to come', {}, `will retire as Chief Financial Officer${dated}`],
    [
      'retired',
      { effective: '2026-11-01' },
      'has retired as Chief Financial Officer, effective November 1, 2026.',
    ],
    [
      'resigned at once',
      { manner: 'resigned', effective: { phrase: 'immediately' } },
      'has resigned as Chief Financial Officer, effective immediately.',
    ],
    [
      'retired in words that stand by themselves',
      { effective: { date: '2026-10-31', phrase: 'at the end of October' } },
      'has retired as Chief Financial Officer at the end of October.',
    ],
    [
      'resigned, for a day to come in words',
      { manner: 'resigned', effective: { date: '2026-12-31', phrase: 'at the end of the year' } },
      'has resigned as Chief Financial Officer, effective at the end of the year.',
    ],
    [
      'retires in words of a day to come',
      { effective: { phrase: 'by the end of the year', future: true } },
      'will retire as Chief Financial Officer by the end of the year.',
    ],
    [
      'retired in words of a day that has passed',
      { effective: { phrase: 'at the end of the summer', future: false } },
      'has retired as Chief Financial Officer at the end of the summer.',
    ],
    [
      'resigned with immediate effect',
      { manner: 'resigned', effective: { phrase: 'with immediate effect' } },
      'has resigned as Chief Financial Officer with immediate effect.',
    ],
    [
      'resigned as of a day in words',
      { manner: 'resigned', effective: { phrase: 'as of the annual meeting', future: true } },
      'has resigned as Chief Financial Officer as of the annual meeting.',
    ],
    [
      'resigned, in words of a day to come',
      { manner: 'resigned', effective: { phrase: 'following the annual meeting', future: true } },
      'has resigned as Chief Financial Officer, effective following the annual meeting.',
    ],
    [
      'resigned with effect from a day to come',
      { manner: 'resigned', effective: { date: '2026-12-31', phrase: 'with effect from year end' } },
      'has resigned as Chief Financial Officer with effect from year end.',
    ],
    [
      'left for a reason that runs on',
      { manner: 'left', effective: undefined, reason: 'to pursue other interests' },
      'has left Halden to pursue other interests.',
    ],
    [
      'left for a reason that does not',
      { manner: 'left', effective: undefined, reason: 'citing family reasons' },
      'has left Halden, citing family reasons.',
    ],
    [
      'retires after years, for a reason',
      { tenure: 'five years with the company', reason: 'to pursue other interests' },
      'will retire as Chief Financial Officer, effective December 31, 2026, after five years with the company, to pursue other interests.',
    ],
  ];

  it.each(manners)('of an officer who %s', (_, facts, text) => {
    const told = toldTogether([departure(facts)], { lead: true });
    expect(told).toEqual({
      text: `${text.includes(' as Chief') ? '' : 'Chief Financial Officer '}Marcus Thiele ${text}`,
      headline: 'Halden Announces Departure of CFO',
      missing: [],
    });
  });

  const offices: [string, Partial<Departure>, string][] = [
    [
      'stepped down',
      { manner: 'stepped-down', effective: '2026-11-01' },
      'Marcus Thiele has stepped down as Chief Financial Officer, effective November 1, 2026.',
    ],
    [
      'steps down',
      { manner: 'stepped-down' },
      'Marcus Thiele will step down as Chief Financial Officer, effective December 31, 2026.',
    ],
    [
      'was removed for cause',
      { manner: 'removed', cause: 'with', effective: '2026-11-01' },
      'Marcus Thiele has been removed as Chief Financial Officer for cause, effective November 1, 2026.',
    ],
    [
      'is removed',
      { manner: 'removed' },
      'Marcus Thiele will be removed as Chief Financial Officer, effective December 31, 2026.',
    ],
    [
      'retires and keeps a seat',
      { keeps: 'a director' },
      'Marcus Thiele will retire as Chief Financial Officer, effective December 31, 2026. Mr. Thiele will remain a director.',
    ],
    [
      'does not come back, on a day that nobody sent',
      { manner: 'not-returning', effective: undefined, reason: 'following his medical leave of absence' },
      'Marcus Thiele will not return as Chief Financial Officer following his medical leave of absence.',
    ],
    [
      'left the office and stays',
      { manner: 'left', effective: undefined, keeps: 'Chairman of the Board' },
      'Marcus Thiele has left office as Chief Financial Officer. Mr. Thiele will remain Chairman of the Board.',
    ],
    [
      'is dismissed without cause',
      { manner: 'terminated', cause: 'without' },
      'The employment of Chief Financial Officer Marcus Thiele will be terminated without cause, effective December 31, 2026.',
    ],
    [
      'was dismissed',
      { manner: 'terminated', effective: '2026-11-01' },
      'The employment of Chief Financial Officer Marcus Thiele has been terminated, effective November 1, 2026.',
    ],
  ];

  it.each(offices)('of an officer who %s', (_, facts, text) => {
    expect(toldTogether([departure(facts)])).toMatchObject({ text, missing: [] });
  });

  it('goes on from the lead where it is a dismissal', () => {
    expect(toldTogether([departure({ manner: 'terminated' })], { lead: true }).text).toMatch(
      /^the employment of Chief/,
    );
  });

  it('begins with a capital where a title does not', () => {
    const act = departure({ title: 'interim President', manner: 'left' });
    expect(toldTogether([act]).text).toMatch(/^Interim President Marcus Thiele/);
    expect(toldTogether([act], { lead: true }).text).toMatch(/^interim President Marcus Thiele/);
  });

  const aftermaths: [string, Partial<Departure>, string][] = [
    [
      'the last day',
      { lastDay: '2027-01-31' },
      "Mr. Thiele's last day with the company will be January 31, 2027.",
    ],
    [
      'a last day that has been',
      { lastDay: '2026-11-13' },
      "Mr. Thiele's last day with the company was November 13, 2026.",
    ],
    ['the seat on the board', { leavesBoard: true }, 'Mr. Thiele will also leave the board of directors.'],
    [
      'the consultation',
      { consulting: { until: '2027-06-30' } },
      'Mr. Thiele will be available for consultation with the company through June 30, 2027.',
    ],
    [
      'the consultation under a title',
      { consulting: { until: '2027-06-30', title: 'senior adviser' } },
      'Mr. Thiele will serve the company as senior adviser through June 30, 2027.',
    ],
    ['the search', { search: true }, "Halden has begun a search for Mr. Thiele's successor."],
    ['the kind of end', { cause: 'without' }, 'The departure is a termination without cause.'],
    [
      'no disagreement',
      { disagreement: false },
      'The departure is not the result of any disagreement with the company.',
    ],
    [
      'a disagreement',
      { disagreement: true },
      'The departure is the result of a disagreement with the company.',
    ],
    ['details', { details: ['The board thanked Mr. Thiele.'] }, 'The board thanked Mr. Thiele.'],
  ];

  it.each(aftermaths)('is followed by %s', (_, facts, after) => {
    const { lastDay, leavesBoard, consulting } = facts;
    const isGone = (lastDay ?? leavesBoard ?? consulting) !== undefined;
    const subject = isGone
      ? 'Chief Financial Officer Marcus Thiele will retire from Halden,'
      : 'Marcus Thiele will retire as Chief Financial Officer,';
    expect(toldTogether([departure(facts)]).text).toBe(`${subject} effective December 31, 2026. ${after}`);
  });

  it('that has been is followed in the past tense', () => {
    const facts = {
      effective: '2026-11-01',
      leavesBoard: true,
      disagreement: false,
      consulting: { until: '2027-06-30' },
    };
    expect(toldTogether([departure(facts)]).text).toBe(
      'Chief Financial Officer Marcus Thiele has retired from Halden, effective November 1, 2026. Mr. Thiele has also left the board of directors. Mr. Thiele is available for consultation with the company through June 30, 2027. The departure was not the result of any disagreement with the company.',
    );
  });

  it.each([
    [undefined, 'was available for consultation with the company'],
    ['senior adviser', 'served the company as senior adviser'],
  ])('is followed by a consultation that has ended, under the title %s', (title, said) => {
    const consulting = { until: '2026-11-18', ...(title !== undefined && { title }) };
    expect(toldTogether([departure({ effective: '2026-10-01', consulting })]).text).toContain(
      ` Mr. Thiele ${said} through November 18, 2026.`,
    );
  });

  it('says nothing of a search or a seat that are sent as false', () => {
    expect(toldTogether([departure({ search: false, leavesBoard: false })]).text).toBe(
      'Marcus Thiele will retire as Chief Financial Officer, effective December 31, 2026.',
    );
  });

  it.each<[string, Partial<Departure>, boolean, string]>([
    [
      'has left and stays in another post',
      { manner: 'left', effective: undefined },
      true,
      'has left office as',
    ],
    [
      'has left and stays on the board',
      { manner: 'left', effective: undefined, leavesBoard: false },
      false,
      'has left office as',
    ],
    ['retires and stays in another post', { lastDay: '2026-12-31' }, true, 'will retire as'],
    ['resigned, which may be from the office only', { manner: 'resigned' }, false, 'has resigned as'],
  ])('does not say that somebody leaves the company who %s', (_, facts, stays, words) => {
    const { need } = missingFacts();
    const narrator = { company: companyOfId('halden-optics'), announced: '2026-11-19', lead: false, need };
    const sent = { act: departure(facts), event: 'hr~1', stays };
    expect(sentences('officer-departure', [sent], narrator, templates).join(' ')).toContain(
      `Marcus Thiele ${words} Chief Financial Officer`,
    );
  });

  it('calls people by their full name where nobody sent a title', () => {
    expect(toldTogether([departure({ person: { name: 'Bo Chen Jr.' }, search: true })]).text).toContain(
      "Halden has begun a search for Bo Chen Jr.'s successor.",
    );
  });

  const chen = { name: 'Bo Chen' };
  const groups: [string, Partial<Departure>, string][] = [
    [
      'two in one sentence who leave the company',
      { leavesBoard: true },
      'Chief Financial Officer Marcus Thiele and Treasurer Bo Chen will both retire from Halden, effective December 31, 2026. Mr. Thiele will also leave the board of directors. Bo Chen will also leave the board of directors.',
    ],
    [
      'two dismissals in one sentence',
      { manner: 'terminated', disagreement: false },
      'The employment of Chief Financial Officer Marcus Thiele and Treasurer Bo Chen will be terminated, effective December 31, 2026. The departures are not the result of any disagreement with the company.',
    ],
    [
      'two who step down in two',
      { manner: 'stepped-down', effective: '2026-11-01' },
      'Marcus Thiele has stepped down as Chief Financial Officer, effective November 1, 2026. Bo Chen has stepped down as Treasurer, effective November 1, 2026.',
    ],
  ];

  it.each(groups)('tells %s', (_, facts, text) => {
    const told = toldTogether([departure(facts), departure({ ...facts, person: chen, title: 'Treasurer' })]);
    expect(told).toMatchObject({ text, headline: 'Halden Announces Departure of CFO and Treasurer' });
  });

  it('is in a sentence alone where the reason is another', () => {
    const other = departure({ person: chen, title: 'Treasurer', reason: 'for family reasons' });
    expect(toldTogether([departure({}), other]).text).toBe(
      'Marcus Thiele will retire as Chief Financial Officer, effective December 31, 2026. Bo Chen will retire as Treasurer, effective December 31, 2026, for family reasons.',
    );
  });

  it('asks for the office and the day of each', () => {
    const unknown: Partial<Departure> = { title: undefined, effective: undefined };
    expect(
      toldTogether([departure(unknown), departure({ ...unknown, person: chen })]).missing.sort(),
    ).toEqual([
      'the day on which the departure of Bo Chen takes effect',
      'the day on which the departure of Marcus Thiele takes effect',
      'the office that Bo Chen held',
      'the office that Marcus Thiele held',
    ]);
  });

  it('asks about a last day that is in doubt', () => {
    const told = toldTogether([departure({ lastDay: { asSent: '01/02/2027' } })]);
    expect(told.missing).toEqual(['the last day of Marcus Thiele, sent as 01/02/2027']);
  });
});

describe('a departure of an officer who is not named', () => {
  const unnamed = (facts: Partial<Departure>) => departure({ person: undefined, ...facts });
  const dated = ', effective December 31, 2026.';

  it.each<[string, Partial<Departure>, string]>([
    ['resigns', { manner: 'resigned' }, `has resigned${dated}`],
    ['retires', {}, `will retire${dated}`],
    ['leaves', { manner: 'left' }, `will leave Halden${dated}`],
    [
      'leaves and stays',
      { manner: 'left', keeps: 'a director' },
      `will leave office${dated} The officer will remain a director.`,
    ],
    ['steps down', { manner: 'stepped-down' }, `will step down${dated}`],
    ['is removed for cause', { manner: 'removed', cause: 'with' }, `will be removed for cause${dated}`],
    ['does not return', { manner: 'not-returning', effective: undefined }, 'will not return.'],
    [
      'is sought a successor',
      { search: true },
      `will retire${dated} Halden has begun a search for a successor.`,
    ],
    [
      'goes on for a time',
      { leavesBoard: true, lastDay: '2027-01-15', consulting: { until: '2027-03-31' } },
      `will retire${dated} The officer's last day with the company will be January 15, 2027. The officer will also leave the board of directors. The officer will be available for consultation with the company through March 31, 2027.`,
    ],
  ])('tells the office of one who %s', (_, facts, text) => {
    expect(toldTogether([unnamed(facts)]).text).toBe(`Halden's Chief Financial Officer ${text}`);
  });

  it('tells the office of one whose employment ends', () => {
    expect(toldTogether([unnamed({ manner: 'terminated' })]).text).toBe(
      `The employment of Halden's Chief Financial Officer will be terminated${dated}`,
    );
  });

  it('goes on from the dateline, and makes the headline', () => {
    expect(toldTogether([unnamed({ manner: 'resigned' })], { lead: true })).toEqual({
      text: `its Chief Financial Officer has resigned${dated}`,
      headline: 'Halden Announces Departure of CFO',
      missing: [],
    });
  });

  it('is in a sentence alone', () => {
    expect(toldTogether([unnamed({}), departure({ title: 'Treasurer' })]).text).toBe(
      `Halden's Chief Financial Officer will retire${dated} Marcus Thiele will retire as Treasurer${dated}`,
    );
  });

  it('asks for the office, the day and the end of consulting', () => {
    expect(
      toldTogether([unnamed({ title: undefined, effective: undefined, consulting: {} })]).missing.sort(),
    ).toEqual([
      'the day on which the departure of the officer who is not named takes effect',
      'the day until which the officer who is not named is available',
      'the office that the officer who leaves held',
    ]);
  });
});

describe('an appointment', () => {
  const appointments: [string, Partial<Appointment>, string, string][] = [
    [
      'to an office',
      {},
      'Leila Haddad has been appointed Chief Financial Officer.',
      'Halden Appoints Leila Haddad as CFO',
    ],
    [
      'of somebody with a post and an age',
      {
        person: { ...haddad, age: 52 },
        currentTitle: 'Corporate Controller',
        capacity: 'interim',
        effective: '2027-01-01',
      },
      'Leila Haddad, 52, Corporate Controller, has been appointed interim Chief Financial Officer, effective January 1, 2027.',
      'Halden Appoints Leila Haddad as Interim CFO',
    ],
    [
      'of somebody with an age alone',
      { person: { ...haddad, age: 52 } },
      'Leila Haddad, 52, has been appointed Chief Financial Officer.',
      'Halden Appoints Leila Haddad as CFO',
    ],
    [
      'by promotion, after somebody',
      {
        manner: 'promoted',
        currentTitle: 'Corporate Controller',
        succeeds: thiele,
        effective: { phrase: 'immediately' },
      },
      'Leila Haddad, Corporate Controller, has been promoted to Chief Financial Officer, effective immediately, succeeding Marcus Thiele.',
      'Halden Promotes Leila Haddad to CFO',
    ],
    [
      'for a further term',
      { manner: 'reappointed', term: 'twelve months' },
      'Leila Haddad has been reappointed Chief Financial Officer. Ms. Haddad will serve for a term of twelve months.',
      'Halden Reappoints Leila Haddad as CFO',
    ],
    [
      'that is confirmed',
      { manner: 'made-permanent', currentTitle: 'interim Chief Financial Officer' },
      'Leila Haddad, interim Chief Financial Officer, has been appointed Chief Financial Officer on a permanent basis.',
      'Halden Appoints Leila Haddad as Permanent CFO',
    ],
    [
      'by stages',
      {
        title: 'Deputy Chief Executive Officer',
        effective: '2026-10-01',
        stages: [{ title: 'Chief Executive Officer', effective: '2027-01-01' }],
        succeeds: thiele,
      },
      'Leila Haddad has been appointed Deputy Chief Executive Officer, effective October 1, 2026, and Chief Executive Officer, effective January 1, 2027, succeeding Marcus Thiele.',
      'Halden Appoints Leila Haddad as Deputy CEO',
    ],
    [
      'from a day to come in words',
      { effective: { date: '2027-03-31', phrase: 'following the annual meeting' } },
      'Leila Haddad has been appointed Chief Financial Officer, effective following the annual meeting.',
      'Halden Appoints Leila Haddad as CFO',
    ],
    [
      'of somebody who goes on in office',
      { manner: 'continues', currentTitle: 'Chair of the Board', capacity: 'interim' },
      'Leila Haddad, Chair of the Board, will continue as interim Chief Financial Officer.',
      'Halden Keeps Leila Haddad as Interim CFO',
    ],
    [
      'of somebody who goes on for a term and until somebody is found',
      { manner: 'continues', term: 'six months', until: 'a successor is appointed', keeps: 'Controller' },
      'Leila Haddad will continue as Chief Financial Officer for a term of six months, until a successor is appointed. Ms. Haddad will continue as Controller.',
      'Halden Keeps Leila Haddad as CFO',
    ],
    [
      'of somebody who goes on in an office that another held before',
      { manner: 'continues', capacity: 'interim', succeeds: thiele },
      'Leila Haddad will continue as interim Chief Financial Officer, as successor to Marcus Thiele.',
      'Halden Keeps Leila Haddad as Interim CFO',
    ],
    [
      'until somebody is found, with whom the person reports to and what the person keeps',
      {
        until: 'a successor is appointed',
        reportsTo: 'the Chief Executive Officer',
        keeps: 'Corporate Controller',
      },
      'Leila Haddad has been appointed Chief Financial Officer. Ms. Haddad will serve until a successor is appointed, report to the Chief Executive Officer, and continue as Corporate Controller.',
      'Halden Appoints Leila Haddad as CFO',
    ],
    [
      'on a condition, after somebody',
      { effective: '2027-01-01', succeeds: thiele, subjectTo: 'approval by the regulator' },
      'Leila Haddad has been appointed Chief Financial Officer, effective January 1, 2027, subject to approval by the regulator, succeeding Marcus Thiele.',
      'Halden Appoints Leila Haddad as CFO',
    ],
    [
      'with what the person keeps alone',
      { keeps: 'Corporate Controller' },
      'Leila Haddad has been appointed Chief Financial Officer. Ms. Haddad will continue as Corporate Controller.',
      'Halden Appoints Leila Haddad as CFO',
    ],
  ];

  it.each(appointments)('%s', (_, facts, text, headline) => {
    expect(toldTogether([appointment(facts)], { lead: true })).toEqual({ text, headline, missing: [] });
  });

  it('closes no appositive where the house style leaves it open, but always an age', () => {
    const person = { ...haddad, age: 52 };
    const company = 'iec-electronics';
    expect(toldTogether([appointment({ person, currentTitle: 'Controller' })], { company }).text).toBe(
      'Leila Haddad, 52, Controller has been appointed Chief Financial Officer.',
    );
    expect(toldTogether([appointment({ person })], { company }).text).toBe(
      'Leila Haddad, 52, has been appointed Chief Financial Officer.',
    );
  });

  it('shares a sentence where nothing tells them apart', () => {
    const acts: [Act, Act] = [
      appointment({}),
      appointment({ person: thiele, title: 'Chief Operating Officer' }),
    ];
    expect(toldTogether(acts)).toMatchObject({
      text: 'Leila Haddad has been appointed Chief Financial Officer and Marcus Thiele has been appointed Chief Operating Officer.',
      headline: 'Halden Appoints CFO and COO',
    });
  });

  it('names in the headline who is new where somebody else goes on', () => {
    const chair = appointment({
      person: { name: 'Bo Chen' },
      title: 'Chief Executive Officer',
      manner: 'continues',
    });
    expect(toldTogether([chair, appointment({})])).toMatchObject({
      text: 'Bo Chen will continue as Chief Executive Officer and Leila Haddad has been appointed Chief Financial Officer.',
      headline: 'Halden Appoints Leila Haddad as CFO',
    });
    expect(toldTogether([chair, { ...chair, title: 'President' }]).headline).toBe(
      'Halden Keeps CEO and President',
    );
  });

  it('has a sentence alone where one of them has later posts', () => {
    const stages = [{ title: 'President', effective: '2027-01-01' }];
    const acts: [Act, Act] = [appointment({ stages }), appointment({ person: thiele, title: 'Treasurer' })];
    expect(toldTogether(acts).text).toBe(
      'Leila Haddad has been appointed Chief Financial Officer, and President, effective January 1, 2027. Marcus Thiele has been appointed Treasurer.',
    );
  });

  const asked: [string, Partial<Appointment>, string][] = [
    ['the office', { title: undefined }, 'the office to which Leila Haddad is appointed'],
    [
      'a day in doubt',
      { effective: { asSent: '05/06/2026' } },
      'the day on which Leila Haddad takes office, sent as 05/06/2026',
    ],
    [
      'what is interim and permanent',
      { manner: 'made-permanent', capacity: 'interim' },
      'whether Leila Haddad is interim or permanent',
    ],
  ];

  it.each(asked)('asks for %s', (_, facts, fact) => {
    expect(toldTogether([appointment(facts)]).missing).toEqual([fact]);
  });
});

describe('a death', () => {
  const deaths: [string, Partial<ActOf<'death'>>, string, string][] = [
    [
      'of which only the name is known',
      {},
      'Marcus Thiele has died.',
      'Halden Announces the Passing of Marcus Thiele',
    ],
    [
      'with office, age, day and who takes over',
      {
        person: { ...thiele, age: 64 },
        title: 'founder and former Chief Executive Officer',
        effective: '2026-11-14',
        cover: 'Leila Haddad serves as acting Chief Executive Officer.',
      },
      'Founder and former Chief Executive Officer Marcus Thiele, 64, died on November 14, 2026. Leila Haddad serves as acting Chief Executive Officer.',
      'Halden Announces the Passing of Founder and Former Chief Executive Officer Marcus Thiele',
    ],
    [
      'in the words of the sender',
      { effective: { date: '2026-11-19', phrase: 'this morning' } },
      'Marcus Thiele died this morning.',
      'Halden Announces the Passing of Marcus Thiele',
    ],
  ];

  it.each(deaths)('%s', (_, facts, text, headline) => {
    expect(toldTogether([{ kind: 'death', person: thiele, ...facts }])).toEqual({
      text,
      headline,
      missing: [],
    });
  });

  it('is not told of a day to come, or one in doubt', () => {
    const missing = (effective: ActOf<'death'>['effective']) =>
      toldTogether([{ kind: 'death', person: thiele, effective }]).missing;
    expect(missing('2027-01-01')).toEqual([
      'the day on which Marcus Thiele died, sent as January 1, 2027, which has not come',
    ]);
    expect(missing({ asSent: '01/02/2026' })).toEqual([
      'the day on which Marcus Thiele died, sent as 01/02/2026',
    ]);
  });
});
