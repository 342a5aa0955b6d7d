import { describe, expect, it } from 'vitest';
import { isMappingName, type MappingName } from '../../../../functions/sources/mappings/names.ts';
import { bodyOf, readBy } from './samples.ts';

const nothing = { outcome: 'ignored', reason: 'no-governance-event' };

/** A sample of each system that names the type of its events, and how to give it another type. */
const systems: readonly (readonly [MappingName, string, (type: string) => object])[] = [
  ['gusto', 'employee-terminated.json', (event_type) => ({ event_type })],
  ['hibob', 'employee-left.json', (type) => ({ type })],
  ['finch', 'employment-updated.json', (event_type) => ({ event_type })],
  ['personio', 'employment-terminated.json', (event_name) => ({ event_name })],
  ['deel', 'termination-confirmed.json', (event_type) => ({ data: { meta: { event_type } } })],
  ['bamboohr', 'employee-created.json', (type) => ({ type })],
];

describe.each(systems)('%s', (name, sample, typed) => {
  const body = bodyOf(name, sample);

  it.each(['person.updated', 'payroll.processed', 'constructor', '__proto__', 'employee.left.not'])(
    'announces nothing by an event of type %s',
    (type) => {
      expect(readBy(name, { ...body, ...typed(type) })).toEqual(nothing);
    },
  );

  it('is refused where it names no type', () => {
    expect(() => readBy(name, {})).toThrow(expect.objectContaining({ status: 422, kind: 'event-invalid' }));
  });
});

describe('a person', () => {
  const gusto = bodyOf('gusto', 'employee-terminated.json');

  it.each([
    [7757869436426662, '7757869436426662'],
    [' 1091 ', '1091'],
  ])('may be called %j', (sent, id) => {
    expect(readBy('gusto', { ...gusto, entity_uuid: sent })).toMatchObject({ lookup: id });
  });

  it.each([[2 ** 53], [-1], [1.5], [''], [null], [true], ['x'.repeat(81)], ['a\u0000b']])(
    'may not be called %j',
    (sent) => {
      expect(() => readBy('gusto', { ...gusto, entity_uuid: sent })).toThrow(
        expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/entity_uuid' })] }),
      );
    },
  );

  it('is called by text at HiBob, whose ids are beyond what a number can be', () => {
    const body = { type: 'employee.left', data: { employeeId: '3332883854254932743' } };
    expect(readBy('hibob', body)).toMatchObject({ lookup: '3332883854254932743' });
    expect(() => readBy('hibob', { ...body, data: { employeeId: 12 } })).toThrow(
      expect.objectContaining({ errors: [{ pointer: '/data/employeeId', detail: 'must be a string' }] }),
    );
  });

  it('is one of several where Deel sends a list', () => {
    const resource = [{ id: 'a' }, { id: 'b' }];
    const meta = { event_type: 'contract.terminated' };
    expect(readBy('deel', { data: { meta, resource } })).toStrictEqual({
      outcome: 'event',
      acts: ['a', 'b'].map((id) => ({ kind: 'officer-departure', manner: 'left', person: { id } })),
      retracts: [],
    });
  });
});

describe('an event', () => {
  const gusto = bodyOf('gusto', 'employee-terminated.json');

  it.each(['two words', 'ümlaut', '.hidden', 'x'.repeat(121 - 80)])(
    'has the id that the system gives it, whether or not it can stand in a key: %s',
    (uuid) => {
      expect(readBy('gusto', { ...gusto, uuid })).toMatchObject({ id: uuid });
    },
  );

  it.each([9_007_199_254_740_991, 1_794_939_600_000_000, 253_402_300_800])(
    'is refused with the time %i, which is in no second that a date can be',
    (timestamp) => {
      expect(() => readBy('gusto', { ...gusto, timestamp })).toThrow(
        expect.objectContaining({ errors: [{ pointer: '/timestamp', detail: 'must be in seconds' }] }),
      );
    },
  );

  it.each([[''], [' '], [null], [undefined]])(
    'is of no tenant where the system writes %j',
    (resource_uuid) => {
      expect(readBy('gusto', { ...gusto, resource_uuid })).not.toHaveProperty('tenant');
    },
  );

  it('has neither a date nor a time where the system has none that is clear', () => {
    const body = { type: 'employee.left', data: { employeeId: '1' } };
    expect(readBy('hibob', body)).toStrictEqual({
      outcome: 'event',
      acts: [{ kind: 'officer-departure', manner: 'left', person: { id: '1' } }],
      retracts: [],
      lookup: '1',
    });
  });
});

describe('the name of a mapping', () => {
  it.each([
    ['gusto', true],
    ['docusign-connect', true],
    ['constructor', false],
    ['Gusto', false],
    [undefined, false],
  ])('%j: %j', (name, is) => {
    expect(isMappingName(name)).toBe(is);
  });
});
