import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, draftSchema } from '../../../functions/domain/draft.ts';
import { publishedSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { makeWork, PublicationRefusedError } from '../../../functions/publish/handler.ts';
import { companies, recordedExamples } from '../../support/examples.ts';
import { Killed, killAfter } from '../../support/killer.ts';
import { memoryDesk } from '../../support/memory-desk.ts';
import { type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';
import { templates } from '../../support/templates.ts';
import { headerAsWordFile } from '../../support/word-file.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const now = (): Date => new Date('2002-06-06T15:00:00Z');
const outcomeKey = keys.outcome(release, 1);

const prepare = async (
  approvers: string[],
  {
    isCounted = true,
    ...change
  }: Partial<Record<'sha256' | 'outcome', string>> & { isCounted?: boolean } = {},
) => {
  const ledger = memoryLedger();
  for (const fact of events) await putFact(ledger, keys.event(release, fact.source, fact.id), fact);
  const massChange = { releases: 10, minutes: 60 };
  const wordFile = headerAsWordFile;
  await draftRelease(
    { ledger, desk: memoryDesk(), companies, templates, massChange, wordFile, now, log: () => {} },
    release,
  );
  const draft: Draft = await readRequiredFact(ledger, keys.draft(release, 1), draftSchema);
  for (const approver of approvers) {
    await putFact(ledger, keys.decision(release, 1, approver), {
      decision: 'approve',
      approver,
      draft: 1,
      sha256: draft.sha256,
      decidedAt: '2002-06-06T14:00:00.000Z',
    });
  }
  if (isCounted)
    await putFact(ledger, keys.step(release, 1, 1), {
      step: 'ended',
      draft: 1,
      outcome: 'approved',
      by: 'robert-ines',
      counted: approvers.map((approver) => ({ approver, round: 1 })),
      at: '2002-06-06T14:30:00Z',
    });
  await putFact(ledger, outcomeKey, {
    outcome: 'approved',
    draft: 1,
    sha256: draft.sha256,
    at: '2002-06-06T14:30:00Z',
    by: 'robert-ines',
    counted: approvers,
    ...change,
  });
  return { ledger, draft };
};

const workOf = (ledger: MemoryLedger) => makeWork({ ledger, now, log: () => {} });
const enough = ['margaret-osei', 'helen-marsh', 'robert-ines'];

describe('publishing', () => {
  let ledger: MemoryLedger;
  let draft: Draft;
  beforeEach(async () => {
    ({ ledger, draft } = await prepare(enough));
  });

  it('writes the text that was approved, and a manifest with the digest of each file, who approved and when', async () => {
    await workOf(ledger)(outcomeKey);
    const manifest = await readRequiredFact(ledger, keys.published(release), publishedSchema);
    expect(ledger.facts.get(keys.publishedFile(release, 'exhibit99-1.txt'))).toBe(draft.text);
    expect(manifest.files.map(({ name, sha256 }) => [name, sha256])).toEqual(
      ['exhibit99-1.txt', 'exhibit99-1.htm'].map((name) => [
        name,
        createHash('sha256')
          .update(ledger.facts.get(keys.publishedFile(release, name)) ?? '')
          .digest('hex'),
      ]),
    );
    expect(manifest.approvals.map(({ approver, decidedAt }) => [approver, decidedAt])).toEqual(
      enough.map((approver) => [approver, '2002-06-06T14:00:00.000Z']),
    );
  });

  it('asks for a mail to the owner and to each who decided', async () => {
    await workOf(ledger)(outcomeKey);
    expect([...ledger.facts.keys()].filter((key) => key.includes('/mail/published-'))).toHaveLength(
      enough.length + 1,
    );
  });

  it('changes nothing when it is done again', async () => {
    await workOf(ledger)(outcomeKey);
    const before = new Map(ledger.facts);
    await workOf(ledger)(outcomeKey);
    expect(ledger.facts).toEqual(before);
  });

  it('ends in the same state when it is killed after any one call and run again', async () => {
    await workOf(ledger)(outcomeKey);
    for (let limit = 1; ; limit += 1) {
      const { ledger: facts } = await prepare(enough);
      const killer = killAfter(limit);
      const died = await makeWork({ ledger: killer.wrap<MemoryLedger>(facts), now, log: () => {} })(
        outcomeKey,
      ).then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      await workOf(facts)(outcomeKey);
      expect(facts.facts).toEqual(ledger.facts);
      if (!died) break;
    }
  });
});

describe('publishing is refused', () => {
  it('where the decisions do not meet the policy', async () => {
    const { ledger } = await prepare(['margaret-osei', 'helen-marsh']);
    await expect(workOf(ledger)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
    expect(ledger.facts.has(keys.published(release))).toBe(false);
  });

  it('where the one whom the release is about makes up the number', async () => {
    const { ledger } = await prepare(['margaret-osei', 'helen-marsh', 'w-barry-gilbert']);
    await expect(workOf(ledger)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
  });

  it('where no step says that the decisions were counted', async () => {
    const { ledger } = await prepare(enough, { isCounted: false });
    await expect(workOf(ledger)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
  });

  it('where a request for changes stood that was not counted, and not where it came as the decisions were', async () => {
    const objectedAt = async (decidedAt: string): Promise<MemoryLedger> => {
      const { ledger, draft } = await prepare(enough);
      await putFact(ledger, keys.decision(release, 1, 'daniel-frost'), {
        decision: 'request-changes',
        approver: 'daniel-frost',
        draft: 1,
        sha256: draft.sha256,
        decidedAt,
        reason: 'The title is wrong.',
      });
      return ledger;
    };
    const stood = await objectedAt('2002-06-06T14:29:00Z');
    await expect(workOf(stood)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
    expect(stood.facts.has(keys.gate(release, 1))).toBe(false);
    const meanwhile = await objectedAt('2002-06-06T14:29:01Z');
    await workOf(meanwhile)(outcomeKey);
    expect(meanwhile.facts.has(keys.published(release))).toBe(true);
  });

  it('where the outcome is of another text', async () => {
    const { ledger } = await prepare(enough, { sha256: 'f'.repeat(64) });
    await expect(workOf(ledger)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
  });

  it('where the draft is not what its digest says', async () => {
    const { ledger, draft } = await prepare(enough);
    ledger.facts.set(
      keys.draft(release, 1),
      JSON.stringify({ ...draft, text: draft.text.replace('35', '53') }),
    );
    await expect(workOf(ledger)(outcomeKey)).rejects.toThrow(PublicationRefusedError);
  });

  it('where the draft ended otherwise, and that is no error', async () => {
    const { ledger } = await prepare(enough, { outcome: 'changes-requested' });
    await workOf(ledger)(outcomeKey);
    expect(ledger.facts.has(keys.published(release))).toBe(false);
  });
});
