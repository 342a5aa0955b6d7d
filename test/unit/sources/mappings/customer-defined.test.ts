import { describe, expect, it } from 'vitest';
import { bodyOf, readBy } from './samples.ts';

const nameOf = { workday: 'terminate.json', 'sap-successfactors': 'termination.json' } as const;

describe.each(['workday', 'sap-successfactors'] as const)('%s', (name) => {
  const body = bodyOf(name, nameOf[name]);

  it.each([
    ['Resignation', 'resigned'],
    ['Retirement', 'retired'],
    ['Terminate Employee > Voluntary > Resignation', 'left'],
    ['resignation in lieu of dismissal', 'left'],
    ['constructor', 'left'],
    ['', 'left'],
  ])('calls a departure for the reason %j one of somebody who %s', (primaryReason, manner) => {
    const event = readBy(name, { ...body, primaryReason });
    expect(event).toMatchObject({ acts: [{ manner }] });
    expect(JSON.stringify(event)).not.toContain('"reason"');
  });

  it('prints the reason that the company writes to be published', () => {
    const publishableReason = 'to pursue other interests';
    expect(readBy(name, { ...body, publishableReason })).toMatchObject({
      acts: [{ reason: publishableReason }],
    });
  });

  it('puts an event under the release that it names', () => {
    expect(readBy(name, { ...body, subject: 'finance-office' })).toMatchObject({ subject: 'finance-office' });
  });

  it('takes a process for completed where its status is left out', () => {
    expect(readBy(name, { ...body, status: undefined })).toStrictEqual(readBy(name, body));
  });

  it('takes a rescinded process back by its id, and whatever else was told of it', () => {
    const rescinded = readBy(name, { ...body, eventId: 'p-1', status: 'Rescinded' });
    const about = [{ kind: 'officer-departure', person: { name: 'Marcus Thiele' } }];
    expect(rescinded).toMatchObject({
      id: 'p-1.Rescinded',
      acts: [],
      retracts: about,
      replaces: { ids: ['p-1'], about },
    });
  });

  it('has no id for a rescission of a process that has none', () => {
    const rescinded = readBy(name, { ...body, eventId: undefined, status: 'Rescinded' });
    expect(rescinded).toMatchObject({ retracts: [{ kind: 'officer-departure' }] });
    expect(rescinded).not.toHaveProperty('id');
    expect(rescinded).not.toHaveProperty('replaces');
  });

  it.each([
    ['an unknown process', { event: 'Terminate' }, '/event', /^must be one of /],
    ['a process that every object has', { event: 'constructor' }, '/event', /^must be one of /],
    ['no process', { event: undefined }, '/event', /is missing|must be/],
    ['a status that is none', { status: 'In Progress' }, '/status', /^must be "Completed" or "Rescinded"$/],
    ['nobody', { worker: undefined }, '/worker', /is missing/],
    ['somebody without a name', { worker: { employeeId: '1' } }, '/worker/legalName', /is missing/],
    [
      'an id that is no id',
      { worker: { employeeId: 1.5, legalName: 'Jane Doe' } },
      '/worker/employeeId',
      /^must be an id/,
    ],
  ])('refuses %s', (_, fields, pointer, detail) => {
    expect(() => readBy(name, { ...body, ...fields })).toThrow(
      expect.objectContaining({
        status: 422,
        kind: 'event-invalid',
        errors: [{ pointer, detail: expect.stringMatching(detail) }],
      }),
    );
  });
});
