import { beforeEach, describe, expect, it } from 'vitest';
import type { EventFact } from '../../../functions/domain/event.ts';
import { outcomeSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { referenceOf } from '../../../functions/domain/reference.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import { putFact, readFact } from '../../../functions/ports/ledger.ts';
import { readDraft } from '../../../functions/ports/release.ts';
import { eventOf } from '../../support/draft.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';

const [office, byId, third] = ['finance-office', 'cfo', 'third'].map(
  (subject) => `iec-electronics.${subject}`,
);
if (office === undefined || byId === undefined || third === undefined) throw new Error('no releases');

const at = (
  release: string,
  name: string,
  hour: number,
  data: Partial<EventFact['data']>,
  day = '2002-06-06',
): EventFact => {
  const event = eventOf(name);
  const time = `${day}T${String(hour).padStart(2, '0')}:00:00Z`;
  return { ...event, release, time, data: { ...event.data, acts: [], ...data } };
};
const ann = { id: 'cfo', name: 'Ann Lee' };
const nameOnly = { name: 'Ann Lee' };
const departs = (person: { id?: string; name: string } = ann): Partial<EventFact['data']> => ({
  acts: [
    {
      kind: 'officer-departure',
      person,
      title: 'Chief Financial Officer',
      manner: 'retired',
      effective: '2002-06-30',
    },
  ],
});
const isOff = (person: { id?: string; name: string } = ann): Partial<EventFact['data']> => ({
  retracts: [{ kind: 'officer-departure', person }],
});

let ports: MemoryDraftPorts;
beforeEach(() => {
  ports = draftPorts();
});

const told = async (...facts: EventFact[]): Promise<void> => {
  await post(ports, ...facts);
  for (const { release } of facts) await draftRelease(ports, release);
};
const outcomeOf = async (release: string): Promise<string | undefined> =>
  (await readFact(ports.ledger, keys.outcome(release, 1), outcomeSchema))?.outcome;
const approve = async (release: string): Promise<void> => {
  const { sha256 } = await readDraft(ports.ledger, release, 1);
  await putFact(ports.ledger, keys.outcome(release, 1), {
    outcome: 'approved',
    draft: 1,
    sha256,
    at: '2002-06-06T14:00:00Z',
    by: 'margaret-osei',
  });
};
const has = (key: string): boolean => ports.ledger.facts.has(key);
const findings = async (release: string): Promise<string[]> =>
  (await readDraft(ports.ledger, release, 1)).checks
    .filter(({ id }) => id === 'told-elsewhere')
    .map(({ severity, message }) => `${severity}: ${message}`);

describe('a cancellation under another subject than the departure', () => {
  it.each([
    ['by id', ann],
    ['by name', nameOnly],
  ])('withdraws the draft that is open: %s', async (_what, person) => {
    await told(at(office, 'hr~1', 9, departs()), at(byId, 'gusto~2', 10, isOff(person)));
    await draftRelease(ports, office);
    expect(await outcomeOf(office)).toBe('withdrawn');
    expect(ports.codes).toContain('RETRACTION_HANDED_ON');
  });

  it('that comes first leaves nothing to draft', async () => {
    await told(at(byId, 'gusto~2', 10, isOff()), at(office, 'hr~1', 9, departs()));
    expect(has(keys.event(office, 'gusto', '2'))).toBe(true);
    expect(has(keys.draft(office, 1))).toBe(false);
  });

  it('is told to the owner where the departure was approved', async () => {
    await told(at(office, 'hr~1', 9, departs()));
    await approve(office);
    await told(at(byId, 'gusto~2', 10, isOff()));
    await draftRelease(ports, office);
    expect(has(keys.mail(office, 'too-late-gusto~2'))).toBe(true);
    expect(ports.codes).toContain('EVENT_AFTER_PUBLICATION');
  });

  it('takes nothing back that it has met under its own', async () => {
    await told(at(byId, 'gusto~1', 9, departs()), at(office, 'hr~1', 9, departs()));
    await told(at(byId, 'gusto~2', 10, isOff()));
    expect(has(keys.event(office, 'gusto', '2'))).toBe(false);
  });

  it.each<[string, EventFact]>([
    ['of an earlier time', at(byId, 'gusto~2', 8, isOff())],
    ['of another person', at(byId, 'gusto~2', 10, isOff({ id: 'coo', name: 'Ann Lee' }))],
    ['of a later year', at(byId, 'gusto~2', 10, isOff(), '2003-07-01')],
  ])('takes nothing back where it is %s', async (_what, event) => {
    await told(at(office, 'hr~1', 9, departs()), event);
    expect(has(keys.event(office, 'gusto', '2'))).toBe(false);
  });

  it('announces nothing there of what else its event says', async () => {
    const event = at(byId, 'gusto~2', 10, { ...isOff(), acts: eventOf('gusto~2').data.acts });
    await told(at(office, 'hr~1', 9, departs()), event);
    await draftRelease(ports, office);
    expect(await outcomeOf(office)).toBe('withdrawn');
    expect(has(keys.draft(byId, 1))).toBe(true);
  });

  it('ends in the same state when the process is killed after any one call and runs again', async () => {
    const prepare = async () => {
      ports = draftPorts();
      await told(at(office, 'hr~1', 9, departs()));
      await post(ports, at(byId, 'gusto~2', 10, { ...isOff(), acts: eventOf('gusto~2').data.acts }));
      return ports;
    };
    expect(await expectSurvival(prepare, (mortal) => draftRelease(mortal, byId))).toBeGreaterThan(10);
  });
});

describe('one departure under two subjects', () => {
  it('can be approved under the first, and the second names the first by its reference', async () => {
    await told(at(office, 'hr~1', 9, departs()), at(byId, 'gusto~2', 10, departs()));
    const reference = referenceOf(await readDraft(ports.ledger, office, 1));
    expect(await findings(office)).toEqual([]);
    expect(await findings(byId)).toEqual([
      `error: Another release tells of the departure of Ann Lee already, reference ${reference}. Send what is new under its subject, and under this one an event that retracts it here.`,
    ]);
  });

  it('cannot be approved under the second where the first is approved', async () => {
    await told(at(office, 'hr~1', 9, departs()));
    await approve(office);
    await told(at(byId, 'gusto~2', 10, departs(nameOnly)));
    expect(await findings(byId)).toHaveLength(1);
  });

  it('can be approved under the second where the first was withdrawn, or is of another year', async () => {
    await told(at(office, 'hr~1', 9, departs()), at(office, 'hr~2', 10, isOff()));
    await told(at(byId, 'gusto~3', 11, departs()));
    expect(await findings(byId)).toEqual([]);
    await told(at(third, 'gusto~4', 9, departs(), '2003-07-01'));
    expect(await findings(third)).toEqual([]);
  });

  it('stands in no key by name', async () => {
    await told(at(office, 'hr~1', 9, departs()));
    const marks = [...ports.ledger.facts.keys()].filter((key) => key.startsWith('people/'));
    expect(marks).toHaveLength(2);
    for (const mark of marks)
      expect(mark).toMatch(/^people\/iec-electronics\/[0-9a-f]{32}\/iec-electronics\.finance-office\.json$/);
  });
});
