import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../functions/domain/problem.ts';
import { readBy } from './samples.ts';
import { bodies, type VendorBody } from './vendor-bodies.ts';

const read = ({ mapping, body }: VendorBody) => readBy(mapping, body);
const nothing = { outcome: 'ignored', reason: 'no-governance-event' };
const signed = { instant: '2026-04-29T18:55:30.000Z', source: 'completedDateTime of the envelope' };
const person = { id: 'bcfc9744-0ab3-4ef3-ab0d-e728255d659c' };
const gusto = {
  outcome: 'event',
  id: '03ffbf0c-48a9-4f1c-932a-546413a26ad1',
  tenant: '5df911a0-e8e9-412d-8aaf-a46ad193dd96',
  time: '2022-12-14T23:00:41.000Z',
  lookup: person.id,
};
const bob = { outcome: 'event', tenant: '636192', lookup: '3332883854254932743' };

describe('what vendors publish', () => {
  it.each<[VendorBody, object]>([
    [bodies.bambooUpdated, nothing],
    [
      bodies.bambooCreated,
      {
        outcome: 'event',
        tenant: '12345',
        time: '2025-02-18T15:30:00.000Z',
        acts: [{ kind: 'officer-appointment', person: { id: '100' } }],
        retracts: [],
        lookup: '100',
      },
    ],
    [
      bodies.bambooTitle,
      {
        outcome: 'event',
        acts: [
          {
            kind: 'officer-appointment',
            person: { id: '5', name: 'Ashley Adams' },
            title: 'Senior HR Administrator',
          },
        ],
        retracts: [],
      },
    ],
    [bodies.bambooSigned, nothing],
    [
      bodies.docusign,
      {
        outcome: 'event',
        id: 'env-1234.envelope-completed',
        tenant: 'acct-xyz',
        time: '2026-04-29T18:55:30.000Z',
        acts: [
          {
            kind: 'officer-departure',
            person: { name: 'Jane Doe' },
            title: 'Chief Financial Officer',
            manner: 'left',
            decided: signed,
            effective: { date: '2026-05-31', source: 'effective_date of the envelope' },
          },
          {
            kind: 'officer-appointment',
            person: { name: 'John Roe' },
            title: 'Chief Financial Officer',
            capacity: 'interim',
            decided: signed,
            succeeds: { name: 'Jane Doe' },
          },
        ],
        retracts: [],
      },
    ],
    [bodies.finch, { outcome: 'event', tenant: 'con', acts: [], retracts: [], lookup: 'ind_1' }],
    [bodies.gustoCreated, nothing],
    [
      bodies.gustoTerminated,
      {
        ...gusto,
        acts: [
          {
            kind: 'officer-departure',
            person,
            manner: 'left',
            noticed: { instant: gusto.time, source: 'time of employee.terminated' },
          },
        ],
        retracts: [],
      },
    ],
    [bodies.gustoCancelled, { ...gusto, acts: [], retracts: [{ kind: 'officer-departure', person }] }],
    [bodies.bobTable, nothing],
    [
      bodies.bobLeft,
      {
        ...bob,
        acts: [
          {
            kind: 'officer-departure',
            person: { id: '3332883854254932743' },
            manner: 'left',
            effective: { asSent: '2025-01-31T00:00:04.120000', source: 'time of employee.left' },
          },
        ],
        retracts: [],
      },
    ],
    [
      bodies.merge,
      {
        outcome: 'event',
        tenant: 'linked-account-uuid',
        acts: [
          {
            kind: 'officer-departure',
            person: { id: '0958cbc6-6040-430a-848e-aafacbadf4ae', name: 'Jane Doe' },
            manner: 'left',
            effective: { date: '2026-05-12', source: 'termination_date of the employee' },
          },
        ],
        retracts: [],
      },
    ],
    [bodies.mergeTest, { outcome: 'ignored', reason: 'test' }],
    [
      bodies.workday,
      {
        outcome: 'event',
        id: '1f0e9d8c7b6a',
        time: '2026-05-12T16:02:11.000Z',
        acts: [
          {
            kind: 'officer-departure',
            person: { id: '21001', name: 'Jane Doe' },
            title: 'Chief Financial Officer',
            manner: 'resigned',
            decided: { instant: '2026-05-12T16:02:11.000Z', source: 'completedOn of the process' },
            effective: { date: '2026-05-31', source: 'effectiveDate of the process' },
          },
        ],
        retracts: [],
      },
    ],
  ])('$mapping: $name ($from) is read as it should be', (given, expected) => {
    expect(read(given)).toStrictEqual(expected);
  });

  it('and that Deel leaves out who it is about is refused, because nobody could tell', () => {
    const body = {
      data: { meta: { event_type: 'gp.termination.confirmed', tracking_id: '…' }, resource: {} },
      timestamp: '2025-02-05T15:39:38.070Z',
    };
    expect(() => readBy('deel', body)).toThrow(Problem);
  });
});
