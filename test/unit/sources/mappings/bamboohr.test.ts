import { describe, expect, it } from 'vitest';
import type { MappedEvent, PersonFacts } from '../../../../functions/sources/mapping.ts';
import { bamboohr } from '../../../../functions/sources/mappings/bamboohr.ts';
import { bodyOf, readBy, receivedAt } from './samples.ts';

const ask = (file: string): MappedEvent => {
  const event = readBy('bamboohr', bodyOf('bamboohr', file));
  if (event.outcome === 'ignored') throw new Error('it asks nothing');
  return event;
};

const asked = {
  status: ask('employee-updated-status.json'),
  title: ask('employee-updated-title.json'),
  created: ask('employee-created.json'),
};

const known: PersonFacts = { name: 'Marcus Thiele', title: 'Chief Financial Officer', hired: '2011-03-07' };
const nothing = { outcome: 'ignored', reason: 'no-governance-event' };
const source = 'terminationDate of the employee';

const departure = (effective?: object) => ({
  kind: 'officer-departure',
  manner: 'left',
  person: { id: '1091', name: known.name },
  title: known.title,
  ...(effective !== undefined && { effective }),
});

const appointment = (id: string, effective?: object) => ({
  kind: 'officer-appointment',
  person: { id, name: known.name },
  title: known.title,
  ...(effective !== undefined && { effective }),
});

const resolve = (about: keyof typeof asked, facts: PersonFacts) =>
  bamboohr.resolve?.(asked[about], facts, { receivedAt });

describe('what BambooHR answers', () => {
  it.each<[string, keyof typeof asked, PersonFacts, object[]]>([
    [
      'one who has left',
      'status',
      { active: false, terminated: '2026-11-17' },
      [departure({ date: '2026-11-17', source })],
    ],
    ['one who has left on a day that it does not say', 'status', { active: false }, [departure()]],
    [
      'one who is to leave',
      'status',
      { active: true, terminated: '2026-12-31' },
      [departure({ date: '2026-12-31', source })],
    ],
    [
      'one who leaves on a day that is not clear',
      'status',
      { active: true, terminated: '31/12/2026' },
      [departure({ asSent: '31/12/2026', source })],
    ],
    ['one of whom it does not say whether they work there', 'status', {}, [departure()]],
    ['one with a new title', 'title', { active: true }, [appointment('1204')]],
    [
      'one with a new title, once terminated and hired again',
      'title',
      { active: true, terminated: '2020-01-31' },
      [appointment('1204')],
    ],
    [
      'one who is new',
      'created',
      { active: true, hired: '2026-12-01' },
      [appointment('1311', { date: '2026-12-01', source: 'hireDate of the employee' })],
    ],
  ])('about %s makes the act', (_, about, facts, acts) => {
    expect(resolve(about, { ...known, ...facts })).toStrictEqual({ ...asked[about], acts });
  });

  it.each(['status', 'terminationDate'])(
    'about one who stays, and whose title has changed with the %s, is the new title',
    (field) => {
      const body = { timestamp: '2026-11-17T18:42:00+00:00', type: 'employee.updated' };
      const event = readBy('bamboohr', {
        ...body,
        data: { employeeId: '1204', changedFields: [field, 'jobTitle'] },
      });
      if (event.outcome === 'ignored') throw new Error('it asks nothing');
      expect(bamboohr.resolve?.(event, { ...known, active: true }, { receivedAt })).toMatchObject({
        acts: [appointment('1204')],
      });
      expect(bamboohr.resolve?.(event, { ...known, active: false }, { receivedAt })).toMatchObject({
        acts: [{ kind: 'officer-departure' }],
      });
    },
  );

  it.each<[string, keyof typeof asked, PersonFacts]>([
    ['one whose status has changed and who stays', 'status', { ...known, active: true }],
    ['one who came back', 'status', { ...known, active: true, terminated: '2020-01-31' }],
    ['one without a title', 'title', { name: 'Leila Haddad', active: true }],
  ])('about %s announces nothing', (_, about, facts) => {
    expect(resolve(about, facts)).toEqual(nothing);
  });
});

describe("BambooHR's older webhooks", () => {
  const employee = (changedFields: string[], fields: Record<string, string>) => ({
    id: '7',
    changedFields,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
  });
  const read = (changedFields: string[], fields: Record<string, string>) =>
    readBy('bamboohr', { employees: [employee(changedFields, fields)] });

  it('say that somebody leaves, where only the change was sent', () => {
    expect(read(['status'], {})).toMatchObject({
      acts: [{ kind: 'officer-departure', person: { id: '7' } }],
    });
  });

  it.each([
    ['stays', { status: 'Active', terminationDate: '0000-00-00' }],
    ['came back', { status: 'Active', terminationDate: '2020-01-31' }],
  ])('announce nothing of one who %s', (_, fields) => {
    expect(read(['status'], fields)).toEqual(nothing);
  });

  it('ask about one who leaves, and not about one with a new title, which they hold', () => {
    expect(read(['status'], { status: 'Inactive' })).toMatchObject({ lookup: '7' });
    expect(read(['jobTitle'], { jobTitle: 'Controller' })).not.toHaveProperty('lookup');
  });

  it('announce nothing where no title came with its change', () => {
    expect(read(['jobTitle'], { firstName: 'Ashley' })).toEqual(nothing);
  });
});
