import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { officersSchema } from '../../../functions/domain/officers.ts';
import {
  type Screen,
  type SentAct,
  type SentRetraction,
  screened,
} from '../../../functions/domain/screening.ts';

const officers = v.parse(officersSchema, [
  {
    id: 'marcus-thiele',
    name: 'Marcus Thiele',
    title: 'Chief Financial Officer',
    honorific: 'Mr.',
    familyName: 'Thiele',
    ids: { people: '1091' },
  },
  { id: 'jonas-keller', name: 'Jonas Keller', title: 'Chief Executive Officer' },
  { id: 'ann-lee', name: 'Ann Lee', title: 'Secretary' },
  { id: 'ann-b-lee', name: 'Ann B. Lee', title: 'Treasurer' },
]);
const vendor: Screen = { officers, source: 'people', ids: 'vendor', officersOnly: true };
const ours: Screen = { ...vendor, source: 'hr', ids: 'profile' };
const thiele = { id: 'marcus-thiele', name: 'Marcus Thiele', honorific: 'Mr.', familyName: 'Thiele' };

const leaves = (person: object, title?: string): SentAct => ({
  kind: 'officer-departure',
  manner: 'left',
  person,
  ...(title !== undefined && { title }),
});
const comes = (person: object, rest: object = {}): SentAct => ({
  kind: 'officer-appointment',
  person,
  ...rest,
});

const actOf = (act: SentAct, screen = vendor): unknown =>
  screened({ acts: [act], retracts: [] }, screen).acts[0];
const retractionOf = (one: SentRetraction, screen = vendor): unknown =>
  screened({ acts: [], retracts: [one] }, screen).retracts[0];

describe('what is disclosed of a departure', () => {
  it.each<[string, SentAct, object]>([
    [
      'names an officer, the office and the form of address, where only an id was sent',
      leaves({ id: '1091' }),
      { person: thiele, title: 'Chief Financial Officer' },
    ],
    ...['Thiele, Marcus', 'MARCUS THIELE', 'M. Thiele', 'Marcus J. Thiele'].map(
      (name): [string, SentAct, object] => [
        `has the name and title as the profile writes them, where they were sent as ${name}, CFO`,
        leaves({ id: '1091', name }, 'CFO'),
        { person: thiele, title: 'Chief Financial Officer' },
      ],
    ),
    [
      'keeps a title that says more, or something else',
      leaves({ id: '1091' }, 'Interim CFO'),
      { person: thiele, title: 'Interim CFO' },
    ],
    [
      'may be of somebody unlisted who leaves a listed office',
      leaves({ id: '2222', name: 'Bo Berg' }, 'Chief Financial Officer'),
      { person: { name: 'Bo Berg' }, title: 'Chief Financial Officer' },
    ],
    [
      'has no form of address that was given for another name',
      leaves({ id: '1091', name: 'Marcus Berg' }),
      { person: { id: 'marcus-thiele', name: 'Marcus Berg' }, title: 'Chief Financial Officer' },
    ],
    ['names nobody of two who may be meant', leaves({ name: 'Ann Lee' }), { person: { name: 'Ann Lee' } }],
  ])('%s', (_, act, left) => {
    expect(actOf(act)).toEqual({ kind: 'officer-departure', manner: 'left', ...left });
  });

  it.each<[string, SentAct]>([
    ['of whom the profile does not list', leaves({ id: '2222', name: 'Bo Berg' }, 'Machinist')],
    ['of whoever holds a title like an office', leaves({ id: '2222', name: 'Bo Berg' }, 'CFO, EMEA')],
    ['of a namesake', leaves({ id: '2222', name: 'Marcus Thiele' })],
    [
      'of a namesake in an office of that name',
      leaves({ id: '2222', name: 'Marcus Thiele' }, 'Chief Financial Officer'),
    ],
    ['of a namesake with an id that nobody knows', leaves({ id: '2222', name: 'Jonas Keller' })],
    ['of somebody without a name', leaves({ id: '2222' })],
  ])('is nothing %s', (_, act) => {
    expect(actOf(act)).toBeUndefined();
  });
});

describe('a departure of an officer who is not named', () => {
  const unnamed = (title?: string): SentAct => ({
    kind: 'officer-departure',
    manner: 'left',
    ...(title !== undefined && { title }),
  });

  it('is disclosed as it was sent where the office is listed', () => {
    expect(actOf(unnamed('CFO'), ours)).toEqual(unnamed('CFO'));
  });

  it.each([[undefined], ['Machinist'], ['CFO, EMEA']])('is not where the office is %s', (title) => {
    expect(actOf(unnamed(title), ours)).toBeUndefined();
  });

  it('is disclosed whatever the office where a source is not screened', () => {
    expect(actOf(unnamed(), { ...ours, officersOnly: false })).toEqual(unnamed());
  });
});

describe('what is disclosed of an appointment', () => {
  it.each<[string, SentAct, object]>([
    [
      'is that somebody new gets an office, without the id of the source',
      comes({ id: '2222', name: 'Bo Berg' }, { title: 'Interim Chief Financial Officer' }),
      { person: { name: 'Bo Berg' }, title: 'Interim Chief Financial Officer' },
    ],
    [
      'is that an officer gets another post, and which one was held',
      comes({ id: '1091' }, { title: 'Senior Adviser' }),
      { person: thiele, currentTitle: 'Chief Financial Officer', title: 'Senior Adviser' },
    ],
    [
      'is that an officer gets the same office for a time',
      comes({ id: '1091' }, { title: 'Chief Financial Officer', capacity: 'interim' }),
      { person: thiele, title: 'Chief Financial Officer', capacity: 'interim' },
    ],
    ['leaves a post that nobody sent to be asked for', comes({ id: '1091' }), { person: thiele }],
    [
      'is about an officer by the post held until now',
      comes({ name: 'Jonas Keller' }, { title: 'Senior Adviser', currentTitle: 'Chief Executive Officer' }),
      {
        person: { id: 'jonas-keller', name: 'Jonas Keller' },
        title: 'Senior Adviser',
        currentTitle: 'Chief Executive Officer',
      },
    ],
    [
      'names a predecessor who is an officer by the id of the profile',
      comes({ name: 'Bo Berg' }, { title: 'Chief Financial Officer', succeeds: { name: 'Marcus Thiele' } }),
      { person: { name: 'Bo Berg' }, title: 'Chief Financial Officer', succeeds: thiele },
    ],
    [
      'names another predecessor as sent, but for the id',
      comes({ name: 'Bo Berg' }, { title: 'Secretary', succeeds: { id: '8', name: 'Di Roy' } }),
      { person: { name: 'Bo Berg' }, title: 'Secretary', succeeds: { name: 'Di Roy' } },
    ],
  ])('%s', (_, act, left) => {
    expect(actOf(act)).toEqual({ kind: 'officer-appointment', ...left });
  });

  it('keeps how somebody is introduced: age, life and degrees', () => {
    const introduced = { age: 52, biography: ['Ran a bank.'], degrees: [{ degree: 'a law degree' }] };
    for (const screen of [ours, vendor, { ...ours, officersOnly: false }]) {
      const act = comes({ name: 'Bo Berg', ...introduced }, { title: 'Chief Financial Officer' });
      expect(actOf(act, screen)).toEqual(act);
    }
  });

  it.each<[string, SentAct]>([
    ['to a post that is no office', comes({ name: 'Bo Berg' }, { title: 'Chief Fun Officer' })],
    ['without a title', comes({ name: 'Bo Berg' })],
    ['to the office that the profile says is held', comes({ id: '1091' }, { title: 'CFO' })],
    ['to an office, of somebody without a name', comes({ id: '2222' }, { title: 'Chief Financial Officer' })],
    ['of a namesake to another post', comes({ name: 'Jonas Keller' }, { title: 'Plant Manager' })],
  ])('is nothing %s', (_, act) => {
    expect(actOf(act)).toBeUndefined();
  });
});

describe('what is off', () => {
  it.each<[string, SentRetraction, object]>([
    [
      'is taken back of an officer',
      { kind: 'officer-departure', person: { id: '1091' } },
      { person: thiele },
    ],
    [
      'is taken back of somebody new who was to get an office',
      { kind: 'officer-appointment', person: { id: '2', name: 'Bo Berg' }, title: 'Chief Financial Officer' },
      { person: { name: 'Bo Berg' } },
    ],
    [
      'is taken back of somebody unlisted who was to leave an office',
      { kind: 'officer-departure', person: { name: 'Bo Berg' }, title: 'Secretary' },
      { person: { name: 'Bo Berg' } },
    ],
  ])('%s', (_, one, left) => {
    expect(retractionOf(one)).toEqual({ kind: one.kind, ...left });
  });

  it.each<[string, SentRetraction]>([
    ['of anybody else', { kind: 'officer-departure', person: { name: 'Bo Berg' } }],
    [
      'of the departure of a namesake',
      {
        kind: 'officer-departure',
        person: { id: '2', name: 'Marcus Thiele' },
        title: 'Chief Financial Officer',
      },
    ],
    ['of somebody without a name', { kind: 'officer-appointment', person: { id: '2' }, title: 'Secretary' }],
  ])('is nothing %s', (_, one) => {
    expect(retractionOf(one)).toBeUndefined();
  });
});

describe('a source', () => {
  it('whose deliveries are all taken still finds officers, and cannot announce who has no name', () => {
    const everyone = { ...vendor, officersOnly: false };
    const acts = [leaves({ id: '2222', name: 'Bo Berg' }), leaves({ id: '1091' }), leaves({ id: '2222' })];
    expect(screened({ acts, retracts: [] }, everyone).acts).toMatchObject([
      { person: { name: 'Bo Berg' } },
      { person: thiele },
    ]);
  });

  it('whose words are our own has names and titles as it sends them', () => {
    const person = { id: 'marcus-thiele', name: 'Marcus J. Thiele' };
    expect(actOf(leaves(person, 'CFO'), ours)).toMatchObject({ person, title: 'CFO' });
    const again = comes({ id: 'marcus-thiele' }, { title: 'Chief Financial Officer' });
    expect(actOf(again, ours)).toMatchObject({ person: { id: 'marcus-thiele' } });
  });

  it('that may use either kind of id keeps none that is nobody’s in the profile', () => {
    const either: Screen = { ...vendor, ids: 'either', officersOnly: false };
    expect(actOf(leaves({ id: 'D-9', name: 'Bo Berg' }), either)).toMatchObject({
      person: { name: 'Bo Berg' },
    });
    expect(JSON.stringify(actOf(leaves({ id: 'D-9', name: 'Bo Berg' }), either))).not.toContain('D-9');
    expect(actOf(leaves({ id: 'marcus-thiele', name: 'Marc Thiele' }), either)).toMatchObject({
      person: { id: 'marcus-thiele', name: 'Marc Thiele' },
    });
  });

  it('that uses the ids of the profile keeps one that is not an officer’s, as it may be an approver’s', () => {
    expect(
      actOf(comes({ id: 'daniel-frost', name: 'Daniel Frost' }, { title: 'Secretary' }), ours),
    ).toMatchObject({
      person: { id: 'daniel-frost', name: 'Daniel Frost' },
    });
  });

  it('has acts that are about nobody go on as they are', () => {
    const acts: SentAct[] = [
      { kind: 'listing-transfer', to: 'NYSE' },
      { kind: 'workforce-reduction', percent: 35 },
      { kind: 'statement', speaker: { name: 'Bo Berg' }, paragraphs: ['Well.'] },
    ];
    expect(screened({ acts, retracts: [] }, vendor).acts).toEqual(acts);
  });

  it('has those acts go on that are disclosed, and no others', () => {
    const acts = [leaves({ name: 'Bo Berg' }), leaves({ name: 'Marcus Thiele' }), leaves({ name: 'Di Roy' })];
    const { acts: left } = screened({ acts, retracts: [] }, vendor);
    expect(left).toMatchObject([{ person: thiele }]);
    expect(JSON.stringify(left)).not.toMatch(/Berg|Roy/);
  });
});
