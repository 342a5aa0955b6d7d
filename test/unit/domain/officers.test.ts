import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { companySchema } from '../../../functions/domain/company.ts';
import { isOffice, officersMeant, officersSchema } from '../../../functions/domain/officers.ts';
import { companyOfId } from '../../support/examples.ts';

const officers = v.parse(officersSchema, [
  { id: 'marcus-thiele', name: 'Marcus Thiele', title: 'Chief Financial Officer', ids: { people: '1091' } },
  { id: 'jonas-keller', name: 'Jonas Keller', title: 'Chief Executive Officer', ids: { people: '1007' } },
  { id: 'nguyen-thi-hoa', name: 'Nguyễn Thị Hòa', title: 'President & Chief Operating Officer' },
  { id: 'john-smith', name: 'John A. Smith', title: 'Director' },
  { id: 'john-smith-jr', name: 'John B. Smith, Jr.', title: 'Treasurer' },
]);
const vendor = { officers, source: 'people', ids: 'vendor' } as const;
const ours = { officers, source: 'hr', ids: 'profile' } as const;
const either = { officers, source: 'people', ids: 'either' } as const;

describe('a title', () => {
  it.each([
    'Chief Financial Officer',
    'CHIEF FINANCIAL OFFICER',
    'Chief Financial Officer (Acting)',
    'Interim Chief Financial Officer',
    'Acting Chief Financial-Officer.',
    'Ｃhief Financial Ofﬁcer',
    'Chief\u200B Financial Officer',
    'President and Chief Operating Officer',
    'president & chief operating officer',
    'CFO',
    'Interim CEO',
  ])('%s is a disclosed office', (title) => {
    expect(isOffice(title, vendor)).toBe(true);
  });

  it.each([
    'Chief Financial Officer, EMEA',
    'CFO, EMEA',
    'Deputy Chief Financial Officer',
    'Assistant to the Chief Financial Officer',
    'Chief Fun Officer',
    'Chief Operating Officer',
    'VP',
    'COO',
    'Art Director',
    'Acting',
    '…',
    'constructor',
  ])('%s is not', (title) => {
    expect(isOffice(title, vendor)).toBe(false);
  });

  it('that nobody sent is not', () => {
    expect(isOffice(undefined, vendor)).toBe(false);
  });
});

describe('a person is an officer', () => {
  it.each<[string, { id?: string; name?: string }, string[], string[]]>([
    ['whom the source knows by that id', { id: '1091' }, [], ['marcus-thiele']],
    ['by id whatever the title is', { id: '1091', name: 'M. Thiele' }, ['CFO, EMEA'], ['marcus-thiele']],
    [
      'by id, although the name is that of another',
      { id: '1091', name: 'Jonas Keller' },
      [],
      ['marcus-thiele'],
    ],
    ['by name, where no title was sent', { name: 'MARCUS THIELE' }, [], ['marcus-thiele']],
    ['by name and title', { name: 'Marcus J. Thiele' }, ['chief financial officer'], ['marcus-thiele']],
    [
      'by name and one of the titles',
      { name: 'Jonas Keller' },
      ['Senior Adviser', 'Chief Executive Officer'],
      ['jonas-keller'],
    ],
    ['by a name in other accents', { name: 'Nguye\u0302\u0303n Thi Hoa' }, [], ['nguyen-thi-hoa']],
    [
      'by name and title, where the source has no id of the officer',
      { id: '77', name: 'Nguyen Thi Hoa' },
      ['President and Chief Operating Officer'],
      ['nguyen-thi-hoa'],
    ],
    ['and may be either of two of one name', { name: 'John Smith' }, [], ['john-smith', 'john-smith-jr']],
    [
      'and is told by the title from another of that name',
      { name: 'John Smith' },
      ['Treasurer'],
      ['john-smith-jr'],
    ],
  ])('%s', (_, person, titles, ids) => {
    expect(officersMeant(person, titles, vendor).map(({ id }) => id)).toEqual(ids);
  });

  it.each(['1091', 'marcus-thiele'])('by the id %s, where the source may use either', (id) => {
    expect(officersMeant({ id, name: 'x' }, ['y'], either).map((one) => one.id)).toEqual(['marcus-thiele']);
  });

  it('by the id of the profile, where the source uses those', () => {
    expect(officersMeant({ id: 'marcus-thiele', name: 'x' }, [], ours).map(({ id }) => id)).toEqual([
      'marcus-thiele',
    ]);
  });
});

describe('a person is no officer', () => {
  it.each<[string, { id?: string; name?: string }, string[]]>([
    ['who has the name of one and another title', { name: 'Marcus Thiele' }, ['Machinist']],
    ['who has the name of one and another id there', { id: '2222', name: 'Marcus Thiele' }, []],
    [
      'who has name and title of one and another id there',
      { id: '2222', name: 'Marcus Thiele' },
      ['Chief Financial Officer'],
    ],
    ['whose id is unknown, and nothing else was sent', { id: '2222' }, ['Chief Financial Officer']],
    ['whose id is the one that an officer has in the profile', { id: 'marcus-thiele' }, []],
    [
      'who has the name of one, an id that nobody knows, and no title',
      { id: '5', name: 'Nguyen Thi Hoa' },
      [],
    ],
    ['who has another name', { name: 'Ann Lee' }, ['Chief Financial Officer']],
    ['of whom nothing was sent', {}, []],
  ])('%s', (_, person, titles) => {
    expect(officersMeant(person, titles, vendor)).toEqual([]);
  });

  it('because another source has the id', () => {
    expect(officersMeant({ id: '1091' }, [], { ...vendor, source: 'payroll' })).toEqual([]);
  });

  it('because the source is named like what every object inherits', () => {
    const source = 'constructor';
    expect(officersMeant({ id: '1091' }, [], { ...vendor, source })).toEqual([]);
    const cfo = ['Chief Financial Officer'];
    expect(officersMeant({ id: '1', name: 'Marcus Thiele' }, cfo, { ...vendor, source })).toHaveLength(1);
  });
});

describe('a profile is refused', () => {
  const company = companyOfId('halden-optics');
  const [keller] = company.approvers.filter(({ id }) => id === 'jonas-keller');
  const messagesFor = (list: readonly object[]): string[] =>
    (v.safeParse(companySchema, { ...company, officers: list }).issues ?? []).map(({ message }) => message);
  const one = { id: 'a', name: 'Ann Lee', title: 'Treasurer' };
  const alike = /^officers: one who is an approver must have the same id and name there/;

  it.each<[string, object[], string | RegExp]>([
    ['where two officers have one id', [one, { ...one, name: 'Bo Lee' }], 'must not use an id twice'],
    [
      'where a source calls two officers the same',
      [
        { ...one, ids: { people: '7' } },
        { ...one, id: 'b', name: 'Bo Lee', ids: { people: '7' } },
      ],
      'must not give two people one id of a source',
    ],
    ['where an approver has another id as an officer', [{ ...one, name: keller?.name }], alike],
    ['where an officer has the id of an approver', [{ ...one, id: keller?.id }], alike],
  ])('%s', (_, list, message) => {
    expect(messagesFor(list)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });

  it('but not where nobody is listed, or different sources use one id', () => {
    expect(messagesFor([])).toEqual([]);
    expect(
      messagesFor([
        { ...one, ids: { people: '7' } },
        { ...one, id: 'b', name: 'Bo Lee', ids: { payroll: '7' } },
      ]),
    ).toEqual([]);
  });
});
