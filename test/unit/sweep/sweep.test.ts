import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, draftSchema } from '../../../functions/domain/draft.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import type { DraftPorts } from '../../../functions/draft/ports.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { makeHandler } from '../../../functions/sweep/handler.ts';
import { companies, companyOfId, recordedExamples } from '../../support/examples.ts';
import { type MemoryDesk, memoryDesk } from '../../support/memory-desk.ts';
import { type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { templates } from '../../support/templates.ts';
import { headerAsWordFile } from '../../support/word-file.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const eventKeys = events.map(({ source, id }) => keys.event(release, source, id));

let ledger: MemoryLedger;
let desk: MemoryDesk;
let now: Date;
let queued: [string, string][];

const log = () => {};
const sweep = (scope: 'due' | 'ledger', on: MemoryLedger = ledger) =>
  makeHandler({
    ledger: on,
    desk,
    queues: {
      draft: async (key) => void queued.push(['draft', key]),
      notify: async (key) => void queued.push(['notify', key]),
      publish: async (key) => void queued.push(['publish', key]),
    },
    companies,
    now: () => now,
    log,
  })({ scope });

const hours = (count: number): Date => new Date(Date.parse('2002-06-06T13:00:00Z') + count * 3_600_000);
const portsOfDraft = (profiles = companies): DraftPorts => ({
  ledger,
  desk,
  companies: profiles,
  templates,
  massChange: { releases: 10, minutes: 60 },
  wordFile: headerAsWordFile,
  now: () => now,
  log,
});
const draft = (settled?: string, profiles = companies): Promise<void> =>
  draftRelease(portsOfDraft(profiles), release, settled);
const readFirst = (): Promise<Draft> => readRequiredFact(ledger, keys.draft(release, 1), draftSchema);
const approve = async (approver: string): Promise<void> => {
  const { sha256 } = await readFirst();
  await putFact(ledger, keys.decision(release, 1, approver), {
    decision: 'approve',
    approver,
    draft: 1,
    sha256,
    decidedAt: now.toISOString(),
  });
};
const endWithChanges = async (): Promise<void> => {
  const { sha256 } = await readFirst();
  await putFact(ledger, keys.outcome(release, 1), {
    outcome: 'changes-requested',
    draft: 1,
    sha256,
    at: now.toISOString(),
    by: 'helen-marsh',
  });
};
const sendAll = async (): Promise<void> => {
  for (const key of [...ledger.facts.keys()].filter((name) => name.endsWith('.mail.json'))) {
    await putFact(ledger, key.replace('.mail.json', '.sent.json'), {
      result: 'sent',
      messageId: 'm',
      at: now.toISOString(),
    });
  }
};
const reminders = (): string[] => [...ledger.facts.keys()].filter((key) => key.includes('/reminder-'));

beforeEach(async () => {
  ledger = memoryLedger();
  desk = memoryDesk();
  now = hours(0);
  queued = [];
  for (const fact of events) await putFact(ledger, keys.event(release, fact.source, fact.id), fact);
});

describe('the daily sweep of the whole ledger', () => {
  it('puts an event that was never drafted on the draft queue again', async () => {
    await sweep('ledger');
    expect(queued).toEqual([['draft', eventKeys.toSorted()[0]]]);
  });

  it('finds nothing to do on a release that is in order', async () => {
    await draft();
    await sendAll();
    expect(await sweep('ledger')).toEqual({ releases: 1, mended: 0 });
    expect(queued).toEqual([]);
  });

  it('finds an open draft whose marker was lost, and marks it', async () => {
    await draft();
    await sendAll();
    desk.papers.clear();
    await sweep('ledger');
    // The reminder is planned for five in the morning in New York, and waits for seven.
    expect((await readFirst()).remindAt).toEqual(['2002-06-07T09:00:00.000Z']);
    expect([...desk.papers.keys()]).toEqual([`open/2002-06-07T11:00:00.000Z~${release}~0001`]);
  });

  it('mends the other releases where one cannot be read, and fails in the end', async () => {
    ledger.facts.set('releases/a.broken/drafts/0001/draft.json', '{}');
    await expect(sweep('ledger')).rejects.toThrow('1 releases could not be mended');
    expect(queued).toHaveLength(1);
  });
});

describe('where all acts have been taken back', () => {
  const [first] = events;
  if (first === undefined) throw new Error('no example');
  const cancel = { ...first, id: 'cancelled', data: { ...first.data, acts: [], replaces: [first.id] } };
  beforeEach(async () => {
    for (const key of [...ledger.facts.keys()]) if (!key.includes(first.id)) ledger.facts.delete(key);
    await draft();
    await sendAll();
    await putFact(ledger, keys.event(release, cancel.source, cancel.id), cancel);
  });

  it('an open draft is put on the draft queue, to be ended', async () => {
    await sweep('ledger');
    expect(queued.map(([queue]) => queue)).toEqual(['draft']);
  });

  it('a draft that has ended is left alone, however often sweep comes', async () => {
    await draft();
    for (let round = 0; round < 3; round += 1) await sweep('ledger');
    expect(queued).toEqual([]);
  });

  it('a draft whose mails about its withdrawal were cut off is finished', async () => {
    await draft();
    await sendAll();
    for (const key of [...ledger.facts.keys()]) if (key.includes('/withdrawn-')) ledger.facts.delete(key);
    await sweep('ledger');
    expect([...ledger.facts.keys()].filter((key) => key.includes('/withdrawn-'))).toHaveLength(6);
    await sendAll();
    await sweep('ledger');
    expect(queued).toEqual([]);
  });

  it('an event that comes later and was lost is drafted', async () => {
    await draft();
    await putFact(ledger, keys.event(release, first.source, 'later'), { ...first, id: 'later' });
    await sweep('ledger');
    expect(queued.map(([queue]) => queue)).toEqual(['draft']);
  });
});

describe('a release that is held', () => {
  const at = '2002-06-06T13:00:00.000Z';
  beforeEach(async () => {
    await putFact(ledger, keys.held(release, '20020606T1300Z'), {
      source: 'hr',
      at,
      until: '2002-06-06T14:00:00.000Z',
    });
  });

  it('is left alone, and the mail that tells of it is sent', async () => {
    const mail = keys.mail(release, 'mass-change-hr-20020606T1300Z');
    await putFact(ledger, mail, { kind: 'mass-change', source: 'hr', since: at, askedAt: at });
    now = hours(1);
    await sweep('ledger');
    expect(queued).toEqual([['notify', mail]]);
  });

  it('is put on the draft queue once something came after the hold', async () => {
    const [first] = events;
    if (first === undefined) throw new Error('no example');
    await putFact(ledger, keys.event(release, first.source, 'later'), {
      ...first,
      id: 'later',
      receivedAt: '2002-06-06T14:00:01.000Z',
    });
    await sweep('ledger');
    expect(queued.map(([queue]) => queue)).toEqual(['draft']);
  });

  it('is put on the draft queue once somebody has said that it goes on', async () => {
    await putFact(ledger, keys.resumed(release), {});
    await sweep('ledger');
    expect(queued).toEqual([['draft', eventKeys.toSorted()[0]]]);
  });
});

describe('the sweep of what is due', () => {
  it('does not read a release that nothing is due on', async () => {
    await draft();
    const unread = memoryLedger();
    unread.list = async () => {
      throw new Error('the ledger was listed');
    };
    expect(await sweep('due', unread)).toEqual({ releases: 0, mended: 0 });
  });

  it('asks less and less often for a mail that nothing ever comes of', async () => {
    await draft();
    await sendAll();
    ledger.facts.delete(keys.sent(release, 'ask-0001-helen-marsh'));
    for (let quarter = 1; quarter <= 48; quarter += 1) {
      now = hours(quarter / 4);
      await sweep('due');
    }
    expect(queued.filter(([queue]) => queue === 'notify').length).toBeLessThanOrEqual(4);
  });

  it.each(['exhibit99-1.txt', 'exhibit99-1.htm', 'wire-prnewswire.txt', 'form8-k.htm', 'exhibit99-1.docx'])(
    'finishes a draft that lacks %s',
    async (name) => {
      const company = { ...companyOfId('iec-electronics'), wires: ['prnewswire' as const] };
      await draft(undefined, new Map([[company.id, company]]));
      const key = keys.draftFile(release, 1, name);
      const written = ledger.facts.get(key);
      ledger.facts.delete(key);
      now = hours(1);
      await sweep('due');
      expect(queued.filter(([queue]) => queue === 'draft')).toHaveLength(1);
      await draft();
      expect([ledger.facts.get(key), written]).toEqual([written, expect.any(String)]);
    },
  );

  it('finishes a draft that was cut off before its mails were asked for', async () => {
    await draft();
    for (const key of [...ledger.facts.keys()]) if (key.includes('/mail/')) ledger.facts.delete(key);
    now = hours(1);
    await sweep('due');
    expect([...ledger.facts.keys()].filter((key) => key.includes('/mail/ask-'))).toHaveLength(4);
  });

  it('asks notify again for a mail that nothing came of, and leaves one alone that may be on its way', async () => {
    await draft();
    now = hours(0.1);
    await sweep('ledger');
    expect(queued).toEqual([]);
    now = hours(0.2);
    await sweep('due');
    expect(queued.map(([queue]) => queue)).toEqual(['notify', 'notify', 'notify', 'notify']);
  });

  it('draws the outcome of decisions after which a process died, and publish hears of it again', async () => {
    await draft();
    await sendAll();
    for (const approver of ['margaret-osei', 'helen-marsh', 'robert-ines']) await approve(approver);
    now = hours(1);
    await sweep('due');
    expect(JSON.parse(ledger.facts.get(keys.outcome(release, 1)) ?? '')).toMatchObject({
      outcome: 'approved',
    });
    await sweep('ledger');
    expect(queued).toEqual([['publish', keys.outcome(release, 1)]]);
  });

  it('asks for the mail that tells the owner of changes, where a process died before it did', async () => {
    await draft();
    await sendAll();
    await endWithChanges();
    now = hours(1);
    await sweep('due');
    expect(ledger.facts.has(keys.mail(release, 'changes-requested-0001'))).toBe(true);
  });

  it('reminds once those who have not decided, before the deadline', async () => {
    await draft();
    await sendAll();
    await approve('helen-marsh');
    now = hours(1);
    await sweep('due');
    expect(reminders()).toEqual([]);
    now = hours(21.9);
    await sweep('due');
    expect(reminders()).toEqual([]);
    now = hours(22);
    await sweep('due');
    expect(reminders().map((key) => key.split('/').at(-1))).toEqual([
      'reminder-0001-margaret-osei-1.mail.json',
      'reminder-0001-daniel-frost-1.mail.json',
      'reminder-0001-robert-ines-1.mail.json',
    ]);
    now = hours(23);
    await sweep('due');
    expect(reminders()).toHaveLength(3);
  });

  it('reminds nobody whose group has what it needs', async () => {
    await draft();
    await sendAll();
    await approve('daniel-frost');
    now = hours(22);
    await sweep('ledger');
    expect(reminders().map((key) => key.split('/').at(-1))).toContain(
      'reminder-0001-robert-ines-1.mail.json',
    );
    expect(reminders().some((key) => key.includes('margaret-osei'))).toBe(false);
  });

  it('reminds nobody after the deadline', async () => {
    await draft();
    await sendAll();
    now = hours(25);
    await sweep('ledger');
    expect(reminders()).toEqual([]);
  });

  it('forgets a release that has ended', async () => {
    await draft();
    await sendAll();
    await endWithChanges();
    await sweep('ledger');
    await sendAll();
    now = hours(1);
    await sweep('due');
    expect([...desk.papers.keys()].filter((key) => key.startsWith('open/'))).toEqual([]);
  });

  it('refuses a request that it does not know', async () => {
    await expect(
      makeHandler({ ledger, desk, queues: Object.create(null), companies, now: () => now, log })({}),
    ).rejects.toThrow();
  });
});
