import { describe, expect, it } from 'vitest';
import type { Ignored, MappedAct, MappedEvent } from '../../../../functions/sources/mapping.ts';
import { type MappingName, mappingNames } from '../../../../functions/sources/mappings/names.ts';
import { bodyOf, readBy, samplesOf } from './samples.ts';

const event = (fields: Partial<MappedEvent>): MappedEvent => ({
  outcome: 'event',
  acts: [],
  retracts: [],
  ...fields,
});

type Departure = Extract<MappedAct, { kind: 'officer-departure' }>;
type Appointment = Extract<MappedAct, { kind: 'officer-appointment' }>;

const departure = (fields: Partial<Departure> & Pick<Departure, 'person'>): MappedAct => ({
  kind: 'officer-departure',
  manner: 'left',
  ...fields,
});

const appointment = (fields: Partial<Appointment> & Pick<Appointment, 'person'>): MappedAct => ({
  kind: 'officer-appointment',
  ...fields,
});

const cfo = 'Chief Financial Officer';
const thiele = { id: '1091', name: 'Marcus Thiele' };
const thieleLeaves = { kind: 'officer-departure', person: thiele, title: cfo } as const;
const haddad = { id: '1204', name: 'Leila Haddad' };
const account = '6b1f9a52-0d47-4a53-9c1e-2f8a3d6c7e10';
const letter = '3f0c1d2e-5b6a-4c7d-8e9f-0a1b2c3d4e5f';
const consent = '9a8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d';
const inEnvelope = (field: string) => `${field} of the envelope`;
const ofProcess = (field: string) => `${field} of the process`;
const gustoEmployee = '8d2c6b1a-3e4f-4b5c-8d6e-7f8091a2b3c4';
const gusto = (last: number, time: string, fields: Partial<MappedEvent>) =>
  event({
    id: `5c9e0b1d-2a3b-4c5d-8e6f-708192a3b4c${last}`,
    tenant: '1f4be3a7-77c0-4a5e-9a44-6f0b7c1d2e3f',
    time,
    lookup: gustoEmployee,
    ...fields,
  });
const bobEmployee = '3428817700412230091';
const deelTenant = 'a11d9c3e-52b7-4f60-8c4d-90e1f2a3b4c5';
const linked = 'd1c7b3aa-6c0e-4d8f-9a11-3b5e7f902468';
const personioEvent = {
  id: 'b0a1c2d3-e4f5-4061-8273-8495a6b7c8d9',
  tenant: '88123',
  lookup: '12091',
};

/** Each sample, and what its mapping makes of it. */
const expected: Record<MappingName, Record<string, MappedEvent | Ignored>> = {
  bamboohr: {
    'employee-created.json': event({
      tenant: '20417',
      time: '2026-11-17T18:44:00.000Z',
      acts: [appointment({ person: { id: '1311' } })],
      lookup: '1311',
    }),
    'employee-updated-status.form': event({
      tenant: '20417',
      time: '2026-11-17T18:42:00.000Z',
      acts: [departure({ person: { id: '1091' } })],
      lookup: '1091',
    }),
    'employee-updated-status.json': event({
      tenant: '20417',
      time: '2026-11-17T18:42:00.000Z',
      acts: [departure({ person: { id: '1091' } })],
      lookup: '1091',
    }),
    'employee-updated-title.json': event({
      tenant: '20417',
      time: '2026-11-17T18:43:00.000Z',
      lookup: '1204',
      retitled: true,
    }),
    'field-based.json': event({
      acts: [
        departure({
          person: thiele,
          title: cfo,
          effective: { date: '2026-11-17', source: 'Termination Date of the employee' },
        }),
        appointment({ person: haddad, title: cfo }),
      ],
    }),
  },
  deel: {
    'contract-terminated.json': event({
      tenant: deelTenant,
      time: '2026-11-17T18:20:38.070Z',
      acts: [
        departure({
          person: { id: 'm7k2p9x' },
          effective: { date: '2026-11-16', source: 'completion_date of the contract' },
        }),
      ],
      lookup: 'm7k2p9x',
    }),
    'employee-created.json': event({
      tenant: deelTenant,
      time: '2026-11-17T18:25:00.000Z',
      acts: [appointment({ person: { id: 'c2b4a6d8-0e1f-4233-8455-66778899aabb' } })],
      lookup: 'c2b4a6d8-0e1f-4233-8455-66778899aabb',
    }),
    'termination-confirmed.json': event({
      tenant: deelTenant,
      time: '2026-11-17T18:20:38.070Z',
      acts: [
        departure({
          person: { id: '5f0d3c1b-7a9e-4b2d-8c6f-1e3a5b7d9f02', name: 'Marcus Thiele' },
          noticed: { instant: '2026-11-17T18:20:38.070Z', source: 'time of gp.termination.confirmed' },
          effective: { date: '2026-12-31', source: 'completion_date of the contract' },
        }),
      ],
      lookup: '5f0d3c1b-7a9e-4b2d-8c6f-1e3a5b7d9f02',
    }),
  },
  'docusign-connect': {
    'appointment-completed.json': event({
      id: `${consent}.envelope-completed`,
      tenant: account,
      time: '2026-11-18T09:20:03.500Z',
      subject: 'marcus-thiele',
      acts: [
        appointment({
          person: { name: 'Leila Haddad' },
          title: cfo,
          currentTitle: 'Corporate Controller',
          capacity: 'interim',
          decided: { instant: '2026-11-18T09:20:03.500Z', source: inEnvelope('completedDateTime') },
          effective: { date: '2027-01-01', source: inEnvelope('effective_date') },
        }),
      ],
    }),
    'appointment-voided.json': event({
      id: `${consent}.envelope-voided`,
      tenant: account,
      time: '2026-11-18T10:02:30.293Z',
      subject: 'marcus-thiele',
      replaces: {
        ids: [`${consent}.envelope-completed`],
        about: [{ kind: 'officer-appointment', person: { name: 'Leila Haddad' }, title: cfo }],
      },
    }),
    'departure-completed.json': event({
      id: `${letter}.envelope-completed`,
      tenant: account,
      time: '2026-11-17T02:40:52.027Z',
      subject: 'marcus-thiele',
      acts: [
        departure({
          person: { name: 'Marcus Thiele' },
          title: cfo,
          manner: 'retired',
          decided: { instant: '2026-11-17T02:40:52.027Z', source: inEnvelope('completedDateTime') },
          noticed: { date: '2026-11-12', source: inEnvelope('noticed_date') },
          effective: { date: '2026-12-31', source: inEnvelope('effective_date') },
        }),
        appointment({
          person: { name: 'Leila Haddad' },
          title: cfo,
          capacity: 'interim',
          succeeds: { name: 'Marcus Thiele' },
          decided: { instant: '2026-11-17T02:40:52.027Z', source: inEnvelope('completedDateTime') },
          effective: { date: '2027-01-01', source: inEnvelope('successor_effective_date') },
        }),
      ],
    }),
    'departure-declined.json': event({
      id: `${letter}.envelope-declined`,
      tenant: account,
      time: '2026-11-17T03:10:00.000Z',
      subject: 'marcus-thiele',
      replaces: {
        ids: [`${letter}.envelope-completed`],
        about: [
          { kind: 'officer-departure', person: { name: 'Marcus Thiele' }, title: cfo },
          { kind: 'officer-appointment', person: { name: 'Leila Haddad' }, title: cfo },
        ],
      },
    }),
  },
  finch: {
    'employment-updated.json': event({
      tenant: 'b7e1c0d2-4f5a-4b6c-8d7e-9f0a1b2c3d4e',
      lookup: '4a3b2c1d-0e9f-4877-a665-544332211000',
    }),
  },
  gusto: {
    'employee-onboarded.json': gusto(8, '2026-11-17T21:15:00.000Z', {
      acts: [appointment({ person: { id: gustoEmployee } })],
    }),
    'employee-rehire-cancelled.json': gusto(9, '2026-11-17T21:16:40.000Z', {
      retracts: [{ kind: 'officer-appointment', person: { id: gustoEmployee } }],
    }),
    'employee-terminated-effective.json': gusto(6, '2026-11-18T08:00:00.000Z', {
      acts: [
        departure({
          person: { id: gustoEmployee },
          effective: { asSent: '2026-11-18T08:00:00.000Z', source: 'time of employee.terminated_effective' },
        }),
      ],
    }),
    'employee-terminated.json': gusto(5, '2026-11-17T18:20:00.000Z', {
      acts: [
        departure({
          person: { id: gustoEmployee },
          noticed: { instant: '2026-11-17T18:20:00.000Z', source: 'time of employee.terminated' },
        }),
      ],
    }),
    'employee-termination-cancelled.json': gusto(7, '2026-11-17T21:13:20.000Z', {
      retracts: [{ kind: 'officer-departure', person: { id: gustoEmployee } }],
    }),
  },
  hibob: {
    'access-revoked.json': event({
      tenant: '704211',
      acts: [
        departure({
          person: { id: bobEmployee },
          noticed: {
            asSent: '2026-11-16T16:31:26.915906',
            source: 'time of employee.access.revoked.immediately',
          },
        }),
      ],
      lookup: bobEmployee,
    }),
    'employee-joined.json': event({
      tenant: '704211',
      acts: [
        appointment({
          person: { id: '3428817700412231204' },
          effective: { asSent: '2026-11-17T00:00:05.330000', source: 'time of employee.joined' },
        }),
      ],
      lookup: '3428817700412231204',
    }),
    'employee-left.json': event({
      tenant: '704211',
      acts: [
        departure({
          person: { id: bobEmployee },
          effective: { asSent: '2026-11-17T00:00:04.120000', source: 'time of employee.left' },
        }),
      ],
      lookup: bobEmployee,
    }),
    'lifecycle-entry.json': { outcome: 'ignored', reason: 'no-governance-event' },
  },
  merge: {
    'employee-updated.json': event({
      tenant: linked,
      acts: [
        departure({
          person: { id: '0958cbc6-6040-430a-848e-aafacbadf4aa', name: 'Marcus Thiele' },
          effective: { date: '2026-12-31', source: 'termination_date of the employee' },
        }),
      ],
    }),
    'employment-created.json': event({
      tenant: linked,
      acts: [
        appointment({
          person: { id: '0958cbc6-6040-430a-848e-aafacbadf4bb' },
          title: cfo,
          effective: { date: '2027-01-01', source: 'effective_date of the employment' },
        }),
      ],
    }),
    'test.json': { outcome: 'ignored', reason: 'test' },
  },
  personio: {
    'employment-started.json': event({
      ...personioEvent,
      id: 'b0a1c2d3-e4f5-4061-8273-8495a6b7c8da',
      time: '2026-11-16T23:00:04.000Z',
      acts: [
        appointment({
          person: { id: '12091' },
          effective: { asSent: '2026-11-16T23:00:04Z', source: 'time of employment.started' },
        }),
      ],
    }),
    'employment-terminated.json': event({
      ...personioEvent,
      time: '2026-11-16T23:00:03.000Z',
      acts: [
        departure({
          person: { id: '12091' },
          effective: { asSent: '2026-11-16T23:00:03Z', source: 'time of employment.terminated' },
        }),
      ],
    }),
  },
  'sap-successfactors': {
    'change-in-job-info.json': event({
      id: 'EC-2026-004431',
      tenant: 'halden',
      time: '2026-11-18T09:05:00.000Z',
      acts: [
        appointment({
          person: haddad,
          title: cfo,
          currentTitle: 'Corporate Controller',
          decided: { instant: '2026-11-18T09:05:00.000Z', source: ofProcess('completedOn') },
          effective: { date: '2027-01-01', source: ofProcess('effectiveDate') },
        }),
      ],
    }),
    'new-hire.json': event({
      id: 'EC-2026-004440',
      tenant: 'halden',
      time: '2026-11-18T09:30:00.000Z',
      acts: [
        appointment({
          person: { id: '1311', name: 'Tomas Reyes' },
          title: 'General Counsel',
          decided: { instant: '2026-11-18T09:30:00.000Z', source: ofProcess('completedOn') },
          effective: { date: '2027-02-01', source: ofProcess('effectiveDate') },
        }),
      ],
    }),
    'termination-rescinded.json': event({
      id: 'EC-2026-004417.Rescinded',
      tenant: 'halden',
      time: '2026-11-18T08:00:00.000Z',
      retracts: [thieleLeaves],
      replaces: { ids: ['EC-2026-004417'], about: [thieleLeaves] },
    }),
    'termination.json': event({
      id: 'EC-2026-004417',
      tenant: 'halden',
      time: '2026-11-17T18:20:00.000Z',
      acts: [
        departure({
          person: thiele,
          title: cfo,
          decided: { instant: '2026-11-17T18:20:00.000Z', source: ofProcess('completedOn') },
          effective: { date: '2026-12-31', source: ofProcess('effectiveDate') },
        }),
      ],
    }),
  },
  workday: {
    'change-job.json': event({
      id: 'c54f2a9e0b7d10019f6e8d3b21a40002',
      tenant: 'halden',
      time: '2026-11-18T09:05:00.000Z',
      acts: [
        appointment({
          person: haddad,
          title: cfo,
          currentTitle: 'Corporate Controller',
          decided: { instant: '2026-11-18T09:05:00.000Z', source: ofProcess('completedOn') },
          effective: { date: '2027-01-01', source: ofProcess('effectiveDate') },
        }),
      ],
    }),
    'terminate-rescinded.json': event({
      id: 'c54f2a9e0b7d10019f6e8d3b21a40001.Rescinded',
      tenant: 'halden',
      time: '2026-11-18T08:00:00.000Z',
      retracts: [thieleLeaves],
      replaces: { ids: ['c54f2a9e0b7d10019f6e8d3b21a40001'], about: [thieleLeaves] },
    }),
    'terminate.json': event({
      id: 'c54f2a9e0b7d10019f6e8d3b21a40001',
      tenant: 'halden',
      time: '2026-11-17T18:20:00.000Z',
      acts: [
        departure({
          person: thiele,
          title: cfo,
          manner: 'retired',
          decided: { instant: '2026-11-17T18:20:00.000Z', source: ofProcess('completedOn') },
          noticed: { date: '2026-11-12', source: ofProcess('noticedOn') },
          effective: { date: '2026-12-31', source: ofProcess('effectiveDate') },
        }),
      ],
    }),
  },
};

describe.each(mappingNames)('the samples of %s', (name) => {
  it('are all known here', () => {
    expect(Object.keys(expected[name])).toEqual(samplesOf(name));
  });

  it.each(Object.entries(expected[name]))('%s is read in full, and nothing else of it', (file, outcome) => {
    expect(readBy(name, bodyOf(name, file))).toStrictEqual(outcome);
  });
});
