import { describe, expect, it } from 'vitest';
import { readBy } from './samples.ts';

const nothing = { outcome: 'ignored', reason: 'no-governance-event' };
const deliver = (event: string, data: object) => readBy('merge', { hook: { event }, data });
const employee = (fields: object) =>
  deliver('employee.updated', { id: 'e-1', first_name: 'Jane', ...fields });

describe("Merge's record of an employee", () => {
  it.each([
    ['works there', { employment_status: 'ACTIVE', termination_date: null }],
    [
      'came back after a termination',
      { employment_status: 'ACTIVE', termination_date: '2020-01-31T00:00:00Z' },
    ],
    ['is about to begin', { employment_status: 'PENDING' }],
    ['is not said to work there or not to', {}],
  ])('announces nothing of one who %s', (_, fields) => {
    expect(employee(fields)).toEqual(nothing);
  });

  it.each([
    ['a day ahead', 'ACTIVE', '2026-12-31T00:00:00Z', { date: '2026-12-31' }],
    ['a day that is gone', 'INACTIVE', '2026-05-12T00:00:00Z', { date: '2026-05-12' }],
    ['a day without a status', null, '2026-05-12', { date: '2026-05-12' }],
    ['an instant that is no day', 'INACTIVE', '2026-05-12T04:00:00Z', { asSent: '2026-05-12T04:00:00Z' }],
  ])('announces a departure with %s', (_, employment_status, termination_date, when) => {
    const source = 'termination_date of the employee';
    expect(employee({ employment_status, termination_date })).toMatchObject({
      acts: [
        { kind: 'officer-departure', person: { id: 'e-1', name: 'Jane' }, effective: { ...when, source } },
      ],
    });
  });

  it('announces a departure without a day, where none is known', () => {
    expect(employee({ employment_status: 'INACTIVE' })).toStrictEqual({
      outcome: 'event',
      acts: [{ kind: 'officer-departure', manner: 'left', person: { id: 'e-1', name: 'Jane' } }],
      retracts: [],
    });
  });
});

describe("Merge's record of an employment", () => {
  it('names the employee by an id, or holds the record', () => {
    const title = 'Chief Financial Officer';
    for (const [sent, person] of [
      ['e-1', { id: 'e-1' }],
      [
        { id: 'e-1', first_name: 'Jane', last_name: 'Doe' },
        { id: 'e-1', name: 'Jane Doe' },
      ],
    ])
      expect(deliver('employment.updated', { employee: sent, job_title: title })).toMatchObject({
        acts: [{ kind: 'officer-appointment', person, title }],
      });
  });

  it('announces nothing without a title', () => {
    expect(deliver('employment.updated', { employee: 'e-1', job_title: '' })).toEqual(nothing);
  });
});

describe('Merge', () => {
  it.each(['employee.deleted', 'LinkedAccount.sync_completed', 'benefit.updated'])(
    'says nothing to us by %s',
    (event) => {
      expect(deliver(event, { id: 'e-1' })).toEqual(nothing);
    },
  );
});
