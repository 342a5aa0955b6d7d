import { describe, expect, it } from 'vitest';
import { mappingNames } from '../../../../functions/sources/mappings/names.ts';
import { bodyOf, readBy, samplesOf } from './samples.ts';

/** What no release is ever to hold; a system may send any of it, anywhere. */
const canaries = {
  ssn: '078-05-1120',
  date_of_birth: '1961-04-12',
  dateOfBirth: '1961-04-12',
  salary: 815_000,
  home_address: '17 Canary Lane, Portland',
  homeAddress: { street: '17 Canary Lane' },
  gender: 'canary',
  personal_email: 'canary@home.example',
  terminationReason: 'canary misconduct',
};

/** A value with canaries in each of its objects. */
const planted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.entries(value).map(([name, one]) => [name, planted(one)]);
  return { ...Object.fromEntries(inside), ...canaries };
};

const objectsIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? (Array.isArray(value) ? 0 : 1) +
      Object.values(value).reduce((sum: number, one) => sum + objectsIn(one), 0)
    : 0;

const plantedBody = (body: object): object => {
  const result = planted(body);
  if (typeof result !== 'object' || result === null) throw new Error('not an object');
  return result;
};

const cases = mappingNames.flatMap((name) => samplesOf(name).map((file) => [name, file] as const));

describe('what nobody may publish', () => {
  it('is planted in every object of a sample', () => {
    const body = bodyOf('merge', 'employee-updated.json');
    const count = JSON.stringify(plantedBody(body)).split('078-05-1120').length - 1;
    expect(count).toBe(objectsIn(body));
    expect(count).toBeGreaterThan(3);
  });

  it.each(cases)('leaves no trace of itself in %s %s', (name, file) => {
    const body = bodyOf(name, file);
    const mapped = readBy(name, plantedBody(body));
    expect(mapped).toStrictEqual(readBy(name, body));
    expect(JSON.stringify(mapped)).not.toMatch(/canary|078-05|1961-04|815000/i);
  });
});
