import { beforeEach, describe, expect, it } from 'vitest';
import { draftSchema } from '../../../functions/domain/draft.ts';
import { outcomeSchema } from '../../../functions/domain/facts.ts';
import { wireNames } from '../../../functions/domain/house-styles.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { referenceOf } from '../../../functions/domain/reference.ts';
import { draftRelease, makeWork } from '../../../functions/draft/handler.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import type { MemoryLedger } from '../../support/memory-ledger.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const [first, second, ...others] = events;
if (first === undefined || second === undefined) throw new Error('no examples');

let ledger: MemoryLedger;
let ports: MemoryDraftPorts;

beforeEach(() => {
  ports = draftPorts();
  ({ ledger } = ports);
});

const draftOf = (number: number, of = release) =>
  readRequiredFact(ledger, keys.draft(of, number), draftSchema);
const outcomeOf = (number: number) => readRequiredFact(ledger, keys.outcome(release, number), outcomeSchema);
const approve = async (number: number): Promise<void> => {
  const { sha256 } = await draftOf(number);
  await putFact(ledger, keys.outcome(release, number), {
    outcome: 'approved',
    draft: number,
    sha256,
    at: '2002-06-06T14:00:00Z',
    by: 'margaret-osei',
  });
};

describe('drafting', () => {
  it('makes one draft of all events that have settled, its files, and a mail to the owner and to each who is asked', async () => {
    await post(ports, ...events);
    await draftRelease(ports, release);
    const facts = [...ledger.facts.keys()].filter((key) => key.startsWith(keys.releases));
    expect(facts.filter((key) => !key.includes('/events/')).sort()).toEqual([
      `releases/${release}/drafts/0001/draft.json`,
      `releases/${release}/drafts/0001/exhibit99-1.docx`,
      `releases/${release}/drafts/0001/exhibit99-1.htm`,
      `releases/${release}/drafts/0001/exhibit99-1.txt`,
      `releases/${release}/drafts/0001/form8-k.htm`,
      `releases/${release}/mail/ask-0001-daniel-frost.mail.json`,
      `releases/${release}/mail/ask-0001-helen-marsh.mail.json`,
      `releases/${release}/mail/ask-0001-margaret-osei.mail.json`,
      `releases/${release}/mail/ask-0001-robert-ines.mail.json`,
      `releases/${release}/mail/drafted-0001.mail.json`,
    ]);
  });

  it('names in every Word file the draft, and the release as its mails do', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await post(ports, second);
    await draftRelease(ports, release);
    const reference = referenceOf(await draftOf(1));
    const headers = [1, 2].map((number) =>
      Buffer.from(
        ledger.facts.get(keys.draftFile(release, number, 'exhibit99-1.docx')) ?? '',
        'base64',
      ).toString(),
    );
    expect(headers).toEqual([1, 2].map((number) => `DRAFT ${number}, ${reference}, NOT FOR RELEASE`));
  });

  it('writes a file for each wire of the profile', async () => {
    const company = { ...companyOfId('iec-electronics'), wires: [...wireNames] };
    await post(ports, ...events);
    await draftRelease({ ...ports, companies: new Map([[company.id, company]]) }, release);
    const { wires } = await draftOf(1);
    expect(wires.map(({ wire, text }) => [`wire-${wire}.txt`, text])).toEqual(
      [...ledger.facts]
        .map(([key, text]) => [key.split('/').at(-1) ?? '', text])
        .filter(([name]) => name?.startsWith('wire-')),
    );
    expect(wires).toHaveLength(wireNames.length);
  });

  it('does nothing for an event that is in a draft', async () => {
    await post(ports, ...events);
    await draftRelease(ports, release);
    const before = new Map(ledger.facts);
    await draftRelease(ports, release);
    expect(ledger.facts).toEqual(before);
  });

  it('ends a draft as superseded before it makes the next', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await post(ports, second, ...others);
    await draftRelease(ports, release);
    expect((await outcomeOf(1)).outcome).toBe('superseded');
    expect((await draftOf(2)).events).toHaveLength(events.length);
  });

  it('makes the next draft after changes were requested', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    const { sha256 } = await draftOf(1);
    const outcome = {
      outcome: 'changes-requested',
      draft: 1,
      sha256,
      at: '2002-06-06T14:00:00Z',
      by: 'helen-marsh',
    };
    await putFact(ledger, keys.outcome(release, 1), outcome);
    await post(ports, second);
    await draftRelease(ports, release);
    expect((await outcomeOf(1)).outcome).toBe('changes-requested');
    expect((await draftOf(2)).draft).toBe(2);
  });

  it('hands an event that comes after the approval to a release that follows', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await approve(1);
    await post(ports, second);
    await draftRelease(ports, release);
    await draftRelease(ports, `${release}.2`);
    expect((await draftOf(1, `${release}.2`)).events).toEqual([`${second.source}~${second.id}`]);
    expect(ledger.facts.has(keys.draft(release, 2))).toBe(false);
  });

  it('ends an open draft as withdrawn when all its acts are taken back', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await post(ports, {
      ...first,
      id: 'cancelled',
      data: { ...first.data, acts: [], replaces: [first.id] },
    });
    await draftRelease(ports, release);
    expect((await outcomeOf(1)).outcome).toBe('withdrawn');
    expect(ledger.facts.has(keys.draft(release, 2))).toBe(false);
  });

  it('leaves events that still settle to their own message, when that of a drafted one comes', async () => {
    await post(ports, first);
    const work = makeWork(ports);
    await work(keys.event(release, first.source, first.id));
    await post(ports, second);
    await work(keys.event(release, first.source, first.id));
    expect(ledger.facts.has(keys.draft(release, 2))).toBe(false);
    await work(keys.event(release, second.source, second.id));
    expect((await draftOf(2)).events).toHaveLength(2);
  });

  it('tells the owner of an event that takes back what was approved', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await approve(1);
    await post(ports, {
      ...first,
      id: 'cancelled',
      data: { ...first.data, acts: [], replaces: [first.id] },
    });
    await draftRelease(ports, release);
    expect(ledger.facts.has(keys.mail(release, 'too-late-hr~cancelled'))).toBe(true);
    expect(ports.codes).toContain('EVENT_AFTER_PUBLICATION');
  });

  it('keeps the open draft where the next one cannot be made', async () => {
    await post(ports, first);
    await draftRelease(ports, release);
    await post(ports, second);
    await expect(draftRelease({ ...ports, templates: {} }, release)).rejects.toThrow('There is no template');
    expect(ledger.facts.has(keys.outcome(release, 1))).toBe(false);
  });

  it('makes each draft once, whoever else works on the release', async () => {
    await post(ports, ...events);
    await Promise.all(Array.from({ length: 8 }, () => draftRelease(ports, release)));
    expect([...ledger.facts.keys()].filter((key) => key.endsWith('/draft.json'))).toHaveLength(1);
  });

  it('ends in the same state when it is killed after any one call and run again', async () => {
    const prepare = async (): Promise<MemoryDraftPorts> => {
      const fresh = draftPorts();
      await post(fresh, first);
      await draftRelease(fresh, release);
      await post(fresh, second, ...others);
      return fresh;
    };
    expect(await expectSurvival(prepare, (mortal) => draftRelease(mortal, release))).toBeGreaterThan(15);
  });
});
