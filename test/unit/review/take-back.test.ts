import { describe, expect, it } from 'vitest';
import { decisionSchema, outcomeSchema, type Step, stepSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { roundLimit } from '../../../functions/domain/standing-decisions.ts';
import { putFact, readFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { draftOf, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, type Visitor } from '../../support/visitor.ts';

const takeBackOn = async (visitor: Visitor) =>
  visitor.post({ ...hiddenFields(await visitor.get(), 'take-back') });

const told = async (visitor: Visitor): Promise<string> =>
  ((await visitor.get()).body ?? '').replaceAll(/\s+/g, ' ');

const stepOf = (office: Office, step: number): Promise<Step | undefined> =>
  readFact(office.facts, keys.step(release, 1, step), stepSchema);

const decided = async () => {
  const office = await openOffice();
  const visitor = await enterAs(office, 'margaret-osei');
  await visitor.decide('approve');
  return { office, visitor };
};

const cooling = async () => {
  const office = await openOffice({ draft: draftOf({ coolingOffMinutes: 30 }) });
  const visitor = await enterAs(office, 'margaret-osei');
  await visitor.decide('approve');
  for (const id of ['helen-marsh', 'robert-ines']) await (await enterAs(office, id)).decide('approve');
  return { office, visitor };
};

describe('a decision', () => {
  it('can be taken back on the page that shows it, and then made anew', async () => {
    const { office, visitor } = await decided();
    expect(await told(visitor)).toContain('You can take it back until draft 1 ends.');
    expect(await takeBackOn(visitor)).toMatchObject({
      statusCode: 303,
      headers: { location: visitor.path },
    });
    expect(await stepOf(office, 1)).toMatchObject({
      step: 'taken-back',
      approver: 'margaret-osei',
      round: 1,
    });
    const page = await told(visitor);
    expect(page).toContain('You took your decision back');
    expect(page).toContain('Has not decided');
    await visitor.decide('request-changes');
    expect(
      await readFact(office.facts, keys.decision(release, 1, 'margaret-osei', 2), decisionSchema),
    ).toMatchObject({ decision: 'request-changes' });
  });

  it('is taken back once, however often the form is sent', async () => {
    const { office, visitor } = await decided();
    const form = hiddenFields(await visitor.get(), 'take-back');
    const answers = await Promise.all([visitor.post(form), visitor.post(form)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect([...office.facts.facts.keys()].filter((key) => key.includes('/steps/'))).toHaveLength(1);
  });

  it('is not taken back by the form of an earlier one, from a page that was left open', async () => {
    const { office, visitor } = await decided();
    const old = hiddenFields(await visitor.get(), 'take-back');
    await visitor.post(old);
    await visitor.decide('approve');
    expect((await visitor.post(old)).statusCode).toBe(303);
    expect(await stepOf(office, 2)).toBeUndefined();
    expect(await told(visitor)).toContain('You approved draft 1');
  });

  it('is not made anew by a form that was sent twice, once it has been taken back', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const form = { decision: 'approve', read: '1', ...hiddenFields(await visitor.get()) };
    await visitor.post(form);
    await takeBackOn(visitor);
    expect((await visitor.post(form)).statusCode).toBe(409);
    expect(office.facts.facts.has(keys.decision(release, 1, 'margaret-osei', 2))).toBe(false);
  });

  it.each([
    ['without the nonce of its session', { nonce: '' }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ])('is not taken back by a form %s', async (_what, changes, headers) => {
    const { office, visitor } = await decided();
    const form = { ...hiddenFields(await visitor.get(), 'take-back'), ...changes };
    expect((await visitor.post(form, headers)).statusCode).toBe(403);
    expect(await stepOf(office, 1)).toBeUndefined();
  });

  it('cannot be taken back once the draft has ended, and the page says so', async () => {
    const { office, visitor } = await decided();
    const form = hiddenFields(await visitor.get(), 'take-back');
    await (await enterAs(office, 'helen-marsh')).decide('request-changes');
    const answer = await visitor.post(form);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Your decision was not taken back');
    expect(await stepOf(office, 1)).toMatchObject({ step: 'ended', by: 'helen-marsh' });
    expect(hiddenFields(answer, 'take-back')).toEqual({});
  });

  it('cannot be made anew for ever: the page says whom to tell', async () => {
    const { office, visitor } = await decided();
    const bound = { draft: 1, sha256: office.draft.sha256, decidedAt: '2002-06-06T12:00:00.000Z' };
    const approver = 'margaret-osei';
    for (let round = 1; round <= roundLimit; round += 1) {
      await putFact(office.facts, keys.decision(release, 1, approver, round), {
        decision: 'approve',
        approver,
        ...bound,
      });
      const step: Step = { step: 'taken-back', draft: 1, approver, round, at: bound.decidedAt };
      await putFact(office.facts, keys.step(release, 1, round), step);
    }
    const page = await told(visitor);
    expect(page).toContain('You have taken back as many decisions on draft 1 as can be');
    expect(page).not.toContain('Record my decision');
  });
});

describe('a draft that has every approval and waits for the time to take one back', () => {
  it('says to each until when, and how many minutes that was when the page was made', async () => {
    const { office, visitor } = await cooling();
    office.clock.pass(11);
    for (const reader of [visitor, await enterAs(office, 'daniel-frost')]) {
      const page = await told(reader);
      expect(page).toContain('Every approval is there: 19 minutes to take one back');
      expect(page).toContain('The release is published after <strong>June 6, 2002, 8:30 AM EDT');
      expect(page).toContain(`<a href="${reader.path}">load it again</a>`);
    }
  });

  it('goes on without the approval that is taken back then', async () => {
    const { office, visitor } = await cooling();
    office.clock.pass(11);
    await takeBackOn(visitor);
    office.clock.pass(60);
    expect(await settleDraft(office.ports, release, 1)).toBeUndefined();
    expect(await told(visitor)).not.toContain('Every approval is there');
  });

  it('can still be ended by a request for changes', async () => {
    const { office } = await cooling();
    await (await enterAs(office, 'daniel-frost')).decide('request-changes');
    const outcome = await readFact(office.facts, keys.outcome(release, 1), outcomeSchema);
    expect(outcome?.outcome).toBe('changes-requested');
  });

  it('says that it ends within minutes once the time is over', async () => {
    const { office, visitor } = await cooling();
    office.clock.pass(31);
    const page = await told(visitor);
    expect(page).toContain('The time to take one back was until June 6, 2002, 8:30 AM EDT.');
    await settleDraft(office.ports, release, 1);
    expect(await told(visitor)).toContain('Draft 1 is approved');
  });
});
