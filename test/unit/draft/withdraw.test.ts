import { beforeEach, describe, expect, it } from 'vitest';
import type { EventFact } from '../../../functions/domain/event.ts';
import { mailSchema, outcomeSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import { putFact, readFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { readDraft } from '../../../functions/ports/release.ts';
import { eventOf, release } from '../../support/draft.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';

const at = (name: string, hour: number, data: Partial<EventFact['data']>): EventFact => {
  const event = eventOf(name);
  return {
    ...event,
    time: `2002-06-06T${String(hour).padStart(2, '0')}:00:00Z`,
    data: { ...event.data, acts: [], ...data },
  };
};
const person = { id: 'thomas-w-lovelock', name: 'Thomas W. Lovelock' };
const departure = at('hr~leaves', 9, {
  acts: [{ kind: 'officer-departure', person, title: 'Chief Executive Officer', manner: 'left' }],
});
const cancel = at('board~cancelled', 10, { retracts: [{ kind: 'officer-departure', person }] });
const again = at('hr~leaves-again', 11, { acts: departure.data.acts });
const listing = at('board~listing', 9, { acts: [{ kind: 'listing-transfer', to: 'Nasdaq' }] });

let ports: MemoryDraftPorts;
beforeEach(() => {
  ports = draftPorts();
});

const draft = (): Promise<void> => draftRelease(ports, release);
const outcomeOf = async (number: number): Promise<string | undefined> =>
  (await readFact(ports.ledger, keys.outcome(release, number), outcomeSchema))?.outcome;
const drafts = (): string[] => [...ports.ledger.facts.keys()].filter((key) => key.endsWith('/draft.json'));
const mails = (kind: string): string[] =>
  [...ports.ledger.facts.keys()].flatMap((key) => key.match(`/mail/(${kind}.*)\\.mail\\.json$`)?.[1] ?? []);
const approve = async (): Promise<void> => {
  const { sha256 } = await readDraft(ports.ledger, release, 1);
  const at14 = '2002-06-06T14:00:00Z';
  await putFact(ports.ledger, keys.outcome(release, 1), {
    outcome: 'approved',
    draft: 1,
    sha256,
    at: at14,
    by: 'margaret-osei',
  });
};
const toldOf = [
  'withdrawn-0001',
  'withdrawn-0001-margaret-osei',
  'withdrawn-0001-daniel-frost',
  'withdrawn-0001-w-barry-gilbert',
  'withdrawn-0001-helen-marsh',
  'withdrawn-0001-robert-ines',
];

describe('a departure that is cancelled by another system while its draft is open', () => {
  beforeEach(async () => {
    await post(ports, departure);
    await draft();
  });

  it('ends the draft as withdrawn, and the owner and each who was asked hear of it', async () => {
    await post(ports, cancel);
    await draft();
    expect(await outcomeOf(1)).toBe('withdrawn');
    expect(drafts()).toHaveLength(1);
    expect(mails('withdrawn')).toEqual(toldOf);
    const mail = keys.mail(release, 'withdrawn-0001-helen-marsh');
    expect(await readRequiredFact(ports.ledger, mail, mailSchema)).toMatchObject({
      kind: 'withdrawn',
      draft: 1,
      approver: 'helen-marsh',
    });
  });

  it('is told to nobody who was not asked yet', async () => {
    for (const id of ['daniel-frost', 'helen-marsh'])
      ports.ledger.facts.delete(keys.mail(release, `ask-0001-${id}`));
    await post(ports, cancel);
    await draft();
    expect(mails('withdrawn')).toEqual(toldOf.filter((id) => !/frost|marsh/.test(id)));
  });

  it('is told once, however often the message comes', async () => {
    await post(ports, cancel);
    await draft();
    const before = new Map(ports.ledger.facts);
    await draft();
    await draftRelease(ports, release, 'hr~leaves');
    expect(ports.ledger.facts).toEqual(before);
  });

  it('is told by the message of a drafted event as well, where the one that withdrew was lost', async () => {
    await post(ports, cancel);
    await draft();
    for (const id of toldOf) ports.ledger.facts.delete(keys.mail(release, id));
    await draftRelease(ports, release, 'hr~leaves');
    expect(mails('withdrawn')).toEqual(toldOf);
  });

  it('is told where the draft had ended as superseded and the process died before the next one', async () => {
    const { sha256 } = await readDraft(ports.ledger, release, 1);
    await putFact(ports.ledger, keys.outcome(release, 1), {
      outcome: 'superseded',
      draft: 1,
      sha256,
      at: '2002-06-06T12:00:00Z',
      by: 'board~listing',
    });
    await post(ports, cancel);
    await draft();
    expect(mails('withdrawn')).toEqual(toldOf);
  });

  it('is drafted anew when a departure of later time comes, also after the cancellation', async () => {
    await post(ports, cancel);
    await draft();
    await post(ports, again);
    await draft();
    expect((await readDraft(ports.ledger, release, 2)).events).toEqual([
      'board~cancelled',
      'hr~leaves',
      'hr~leaves-again',
    ]);
    expect(mails('ask-0002')).toHaveLength(5);
  });

  it('makes the next draft without it where something else stands', async () => {
    await post(ports, listing);
    await draft();
    await post(ports, cancel);
    await draft();
    expect(await outcomeOf(2)).toBe('superseded');
    const third = await readDraft(ports.ledger, release, 3);
    expect(third.text).not.toContain('Lovelock');
    expect(third.checks.map(({ id }) => id)).toContain('retracted');
    expect(mails('withdrawn')).toEqual([]);
  });
});

describe('a cancellation that comes first', () => {
  it('is recorded, and makes no draft and no mail', async () => {
    await post(ports, cancel);
    await draft();
    const facts = [...ports.ledger.facts.keys()].filter((key) => key.startsWith(keys.releases));
    expect(facts).toEqual([keys.event(release, 'board', 'cancelled')]);
    expect([...ports.desk.papers]).toEqual([]);
  });

  it('wins over the older departure that comes later, of which there is nothing to announce', async () => {
    await post(ports, cancel);
    await draft();
    await post(ports, departure);
    await draft();
    expect([drafts(), mails('')]).toEqual([[], []]);
  });
});

describe('a cancellation after the approval', () => {
  it('changes nothing that was approved; the owner is told, and an alarm rings', async () => {
    await post(ports, departure);
    await draft();
    await approve();
    await post(ports, cancel);
    await draft();
    expect(await outcomeOf(1)).toBe('approved');
    expect(mails('too-late')).toEqual(['too-late-board~cancelled']);
    expect(mails('withdrawn')).toEqual([]);
    expect(ports.codes).toContain('EVENT_AFTER_PUBLICATION');
    await draftRelease(ports, `${release}.2`);
    expect(drafts()).toHaveLength(1);
  });

  it('is told to nobody where it takes back what was not announced', async () => {
    await post(ports, listing);
    await draft();
    await approve();
    await post(ports, cancel);
    await draft();
    expect(mails('too-late')).toEqual([]);
    expect(ports.codes).not.toContain('EVENT_AFTER_PUBLICATION');
  });
});

describe('an event that comes after the approval', () => {
  const told = (name: string, facts: object): EventFact =>
    at(name, 9, {
      acts: [
        { kind: 'officer-departure', person, title: 'Chief Executive Officer', manner: 'retired', ...facts },
      ],
    });
  const first = told('hr~retires', { effective: '2002-06-30' });

  beforeEach(async () => {
    await post(ports, first);
    await draft();
    await approve();
  });
  const forwarded = async (...events: EventFact[]): Promise<string[]> => {
    await post(ports, ...events);
    await draft();
    return [...ports.ledger.facts.keys()].filter((key) => key.startsWith(`releases/${release}.2/`));
  };

  it.each<[string, EventFact]>([
    ['says the same', told('payroll~1', { effective: '2002-06-30' })],
    ['says less', told('payroll~1', { manner: 'left' })],
    [
      'says when it was decided and told',
      told('payroll~1', { decided: '2002-06-01', noticed: '2002-06-02' }),
    ],
    ['writes the day as a time', told('payroll~1', { effective: { asSent: '2002-06-30T00:00' } })],
    ['names the person without an id', told('payroll~1', { person: { name: 'Thomas Lovelock' } })],
  ])('and %s is kept as evidence, and begins no release that follows', async (_what, event) => {
    expect(await forwarded(event)).toEqual([]);
    expect(ports.ledger.facts.has(keys.event(release, 'payroll', '1'))).toBe(true);
  });

  it.each<[string, EventFact]>([
    ['names another day', told('payroll~1', { effective: '2002-07-31' })],
    [
      'is a correction by the source itself',
      { ...told('hr~1', { effective: '2002-07-31' }), time: '2002-06-06T10:00:00Z' },
    ],
    ['says more', told('payroll~1', { reason: 'to spend time with family' })],
    ['is about another person', told('payroll~1', { person: { name: 'Ann Lee' } })],
    ['is another act', listing],
    ['takes it back', cancel],
    ['replaces it', { ...told('hr~1', {}), data: { ...told('hr~1', {}).data, replaces: ['retires'] } }],
  ])('and %s begins the release that follows', async (_what, event) => {
    expect(await forwarded(event)).toEqual([keys.event(`${release}.2`, event.source, event.id)]);
  });

  it('and says what was taken back meanwhile begins the release that follows', async () => {
    expect(await forwarded(cancel, told('payroll~1', {}))).toHaveLength(2);
  });

  it('and takes it back rings the alarm once, whatever else comes', async () => {
    await forwarded(cancel, listing);
    await forwarded(told('payroll~1', { person: { name: 'Ann Lee' } }));
    expect(ports.codes.filter((code) => code === 'EVENT_AFTER_PUBLICATION')).toHaveLength(1);
  });
});

describe('killed after any one call and run again', () => {
  const prepare =
    (...later: EventFact[]) =>
    async () => {
      ports = draftPorts();
      await post(ports, departure);
      await draft();
      await post(ports, ...later);
      return ports;
    };
  const work = (mortal: Parameters<typeof draftRelease>[0]) => draftRelease(mortal, release);

  it('a withdrawal ends in the same state', async () => {
    expect(await expectSurvival(prepare(cancel), work)).toBeGreaterThan(10);
  });

  it('a draft after a withdrawal ends in the same state', async () => {
    const withdrawn = async () => {
      await prepare(cancel)();
      await draft();
      await post(ports, again);
      return ports;
    };
    expect(await expectSurvival(withdrawn, work)).toBeGreaterThan(10);
  });

  it('a cancellation after the approval ends in the same state', async () => {
    const approved = async () => {
      await prepare()();
      await approve();
      await post(ports, cancel);
      return ports;
    };
    expect(await expectSurvival(approved, work)).toBeGreaterThan(5);
  });
});
