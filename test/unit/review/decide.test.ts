import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionSchema, mailSchema, outcomeSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { putFact, readFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { settleDraft } from '../../../functions/ports/settle.ts';
import { makeWork } from '../../../functions/publish/handler.ts';
import { draftOf, putDraft, putEvent, recusing, release, unconfirmed } from '../../support/draft.ts';
import { killAfter } from '../../support/killer.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, type Form, hiddenFields, Visitor } from '../../support/visitor.ts';

const decisionOf = (office: Office, approver: string) =>
  readFact(office.facts, keys.decision(release, office.draft.draft, approver), decisionSchema);
const outcomeOf = (office: Office) =>
  readFact(office.facts, keys.outcome(release, office.draft.draft), outcomeSchema);
const decisions = (office: Office): string[] =>
  [...office.facts.facts.keys()].filter((key) => key.includes('/decisions/'));

describe('the ways to a decision', () => {
  it('are one: no other file writes one', () => {
    const functions = join(import.meta.dirname, '..', '..', '..', 'functions');
    const writers = globSync('**/*.ts', { cwd: functions }).filter((path) =>
      /(putFact|\.put)\([^;]*keys\.decision\(/.test(readFileSync(join(functions, path), 'utf8')),
    );
    expect(writers).toEqual(['review/decide.ts']);
  });
});

describe('an approval', () => {
  it('is recorded with the digest of what was shown, and comes back to a page that says so', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const answer = await visitor.decide('approve');
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: visitor.path } });
    expect(await decisionOf(office, 'margaret-osei')).toEqual({
      decision: 'approve',
      approver: 'margaret-osei',
      draft: 1,
      sha256: office.draft.sha256,
      decidedAt: '2002-06-06T12:00:00.000Z',
    });
    for (let visit = 0; visit < 2; visit += 1) {
      const { body } = await visitor.get();
      expect(body).toContain('You approved draft 1');
      expect(body).not.toContain('Record my decision');
    }
    expect(await outcomeOf(office)).toBeUndefined();
  });

  it('ends the draft once every group has enough', async () => {
    const office = await openOffice();
    for (const approver of ['margaret-osei', 'helen-marsh'])
      await (await enterAs(office, approver)).decide('approve');
    expect(await outcomeOf(office)).toBeUndefined();
    office.clock.pass(5);
    const last = await enterAs(office, 'robert-ines');
    await last.decide('approve');
    expect(await outcomeOf(office)).toEqual({
      outcome: 'approved',
      draft: 1,
      sha256: office.draft.sha256,
      at: '2002-06-06T12:05:00.000Z',
      by: 'robert-ines',
      counted: ['helen-marsh', 'margaret-osei', 'robert-ines'],
    });
    expect((await last.get()).body).toContain('Draft 1 is approved');
  });

  it('by the two last approvers at once ends it once, and both see that it is approved', async () => {
    const office = await openOffice();
    await (await enterAs(office, 'margaret-osei')).decide('approve');
    const last = [await enterAs(office, 'helen-marsh'), await enterAs(office, 'robert-ines')];
    const answers = await Promise.all(last.map((visitor) => visitor.decide('approve')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    for (const visitor of last) expect((await visitor.get()).body).toContain('Draft 1 is approved');
    expect((await outcomeOf(office))?.outcome).toBe('approved');
  });

  it('that ends the draft while another asks for changes counts, and the other is told that they came too late', async () => {
    const office = await openOffice();
    for (const approver of ['margaret-osei', 'helen-marsh'])
      await (await enterAs(office, approver)).decide('approve');
    const last = await enterAs(office, 'robert-ines');
    const ledger = {
      ...office.facts,
      put: async (key: string, body: string) => {
        if (key.endsWith('/decisions/daniel-frost.json')) await last.decide('approve');
        return office.facts.put(key, body);
      },
    };
    const late = await enterAs(office, 'daniel-frost', { ...office.ports, ledger });
    await late.decide('request-changes', { reason: 'The date is wrong.' });
    expect(await outcomeOf(office)).toMatchObject({
      outcome: 'approved',
      counted: ['helen-marsh', 'margaret-osei', 'robert-ines'],
    });
    expect((await late.get()).body).toContain('It was not counted');
    await makeWork({ ledger: office.facts, now: office.ports.now, log: () => {} })(keys.outcome(release, 1));
    expect(office.facts.facts.has(keys.published(release))).toBe(true);
  });

  it('that loses the race for the outcome leaves the one that is there', async () => {
    const office = await openOffice();
    for (const approver of ['margaret-osei', 'helen-marsh'])
      await (await enterAs(office, approver)).decide('approve');
    const superseded = {
      outcome: 'superseded',
      draft: 1,
      sha256: office.draft.sha256,
      at: '2002-06-06T12:00:00.000Z',
      by: 'hr~evt-2',
      counted: [],
    };
    const ledger = {
      ...office.facts,
      put: async (key: string, body: string) => {
        if (key.endsWith('/decisions/robert-ines.json'))
          await putFact(office.facts, keys.outcome(release, 1), superseded);
        return office.facts.put(key, body);
      },
    };
    const last = await enterAs(office, 'robert-ines', { ...office.ports, ledger });
    expect((await last.decide('approve')).statusCode).toBe(303);
    expect(await outcomeOf(office)).toEqual(superseded);
    expect((await last.get()).body).toContain('Draft 1 is being replaced');
  });

  it('is not put over a newer event, even one that arrives while it is recorded', async () => {
    const office = await openOffice();
    for (const approver of ['margaret-osei', 'helen-marsh'])
      await (await enterAs(office, approver)).decide('approve');
    const ledger = {
      ...office.facts,
      put: async (key: string, body: string) => {
        if (key.endsWith('/decisions/robert-ines.json')) await putEvent(office.facts, 'hr~evt-2');
        return office.facts.put(key, body);
      },
    };
    const last = await enterAs(office, 'robert-ines', { ...office.ports, ledger });
    expect((await last.decide('approve')).statusCode).toBe(303);
    expect(await decisionOf(office, 'robert-ines')).toBeDefined();
    expect(await outcomeOf(office)).toBeUndefined();
    expect((await last.get()).body).toContain('A newer draft is on its way');
  });
});

describe('a request for changes', () => {
  it('ends the draft, keeps the reason, and has the owner told', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'helen-marsh');
    const reason = '  The title is wrong.\r\n\r\nIt is\tChief "Executive" <Officer>.  ';
    expect((await visitor.decide('request-changes', { reason })).statusCode).toBe(303);
    expect(await decisionOf(office, 'helen-marsh')).toMatchObject({
      decision: 'request-changes',
      reason: 'The title is wrong.\n\nIt is Chief "Executive" <Officer>.',
    });
    expect(await outcomeOf(office)).toMatchObject({ outcome: 'changes-requested', by: 'helen-marsh' });
    const mail = keys.mail(release, 'changes-requested-0001');
    expect(await readRequiredFact(office.facts, mail, mailSchema)).toEqual({
      kind: 'changes-requested',
      draft: 1,
      askedAt: '2002-06-06T12:00:00.000Z',
    });
    const { body } = await visitor.get();
    expect(body).toContain('You asked for changes to draft 1');
    expect(body).toContain('&quot;Executive&quot; &lt;Officer&gt;');
  });

  it.each([
    ['without a reason', { reason: ' \r\n ' }, 'Say what must change.'],
    ['with a reason that is too long', { reason: 'x'.repeat(4001) }, '4,000 characters or fewer'],
    ['with a control character', { reason: 'wrong\u0007' }, 'characters that cannot be seen'],
    ['with a character that turns the text', { reason: 'wrong \u202Etxt' }, 'characters that cannot be seen'],
  ])('%s is not recorded, and what was entered is kept', async (_what, changes, message) => {
    const office = await openOffice();
    const answer = await (await enterAs(office, 'helen-marsh')).decide('request-changes', changes);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(message);
    expect(answer.body).toMatch(/value="request-changes"[^>]* checked/);
    expect(decisions(office)).toEqual([]);
  });

  it('takes 4,000 characters of any script', async () => {
    const office = await openOffice();
    const reason = '議'.repeat(4000);
    const answer = await (await enterAs(office, 'helen-marsh')).decide('request-changes', { reason });
    expect(answer.statusCode).toBe(303);
    expect(await decisionOf(office, 'helen-marsh')).toMatchObject({ reason });
  });
});

describe('a form with a mistake', () => {
  it.each<[string, Form, string]>([
    ['no choice', { decision: '' }, 'Choose whether you approve'],
    ['a choice that there is not', { decision: 'abstain' }, 'Choose whether you approve'],
    ['the box not ticked', { read: '' }, 'Confirm that you have read'],
    ['the box of another draft', { read: '2' }, 'Confirm that you have read'],
    [
      'the digest of another draft',
      { sha256: 'f'.repeat(64) },
      'The form was not about the draft shown here',
    ],
    ['words beside an approval', { reason: 'Fine, but fix the title.' }, 'An approval cannot carry text'],
  ])('is not recorded: %s', async (_what, changes, message) => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const answer = await visitor.decide('approve', changes);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/<title>Error: /);
    expect(answer.body).toContain('There is a problem');
    expect(answer.body).toContain(message);
    expect(decisions(office)).toEqual([]);
  });

  it('names each problem with a link to its field, and keeps what was entered', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const { body = '' } = await visitor.decide('approve', { reason: 'Keep <this>', read: '' });
    const linked = [...body.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id);
    expect(linked).toEqual(['reason', 'read']);
    for (const id of linked) expect(body).toContain(`id="${id}"`);
    expect(body).toContain('\nKeep &lt;this&gt;</textarea>');
    expect(body).toMatch(/value="approve"[^>]* checked/);
  });
});

describe('a form that does not come from the page of the session', () => {
  it.each<[string, Form, Record<string, string>]>([
    ['without a nonce', { nonce: '' }, {}],
    ['with a nonce of another session', { nonce: 'a'.repeat(64) }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', {}, { origin: 'https://gazette.example.com.evil.example' }],
  ])('decides nothing: %s', async (_what, changes, headers) => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const hidden = hiddenFields(await visitor.get());
    const form = { action: 'decide', decision: 'approve', read: '1', reason: '', ...hidden, ...changes };
    expect((await visitor.post(form, headers)).statusCode).toBe(403);
    expect(decisions(office)).toEqual([]);
  });

  it('decides nothing without a session, and gives back what was written', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const hidden = hiddenFields(await visitor.get());
    office.clock.pass(120);
    const reason = 'Two paragraphs <b>of</b> reasons';
    const form = { action: 'decide', decision: 'request-changes', read: '1', reason, ...hidden };
    const answer = await visitor.post(form);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Nothing was recorded');
    expect(answer.body).toContain('Two paragraphs &lt;b&gt;of&lt;/b&gt; reasons');
    expect(answer.body).toContain('Mail me a code');
    expect(decisions(office)).toEqual([]);
  });

  it('decides nothing with the session of another link', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const other = new Visitor(office, await office.invite('daniel-frost'));
    other.cookie = visitor.cookie;
    const form = { action: 'decide', decision: 'approve', read: '1', ...hiddenFields(await visitor.get()) };
    expect((await other.post(form)).statusCode).toBe(403);
    expect(decisions(office)).toEqual([]);
  });
});

describe('a draft that may not be approved', () => {
  it.each([
    ['facts are missing', draftOf(unconfirmed), 'margaret-osei'],
    [
      'a group cannot reach what it needs',
      draftOf({
        groups: [
          {
            id: 'legal',
            name: 'Legal',
            needed: 2,
            stage: 1,
            approvers: ['margaret-osei'],
            required: [],
            recused: ['daniel-frost'],
          },
        ],
      }),
      'margaret-osei',
    ],
  ])('offers no approval and refuses one: %s', async (_why, draft, approver) => {
    const office = await openOffice({ draft });
    const visitor = await enterAs(office, approver);
    const { body } = await visitor.get();
    expect(body).toContain('This draft cannot be approved');
    expect(body).not.toContain('value="approve"');
    const answer = await visitor.decide('approve');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('This draft cannot be approved. The reasons stand under');
    expect(decisions(office)).toEqual([]);
    expect((await visitor.decide('request-changes')).statusCode).toBe(303);
    expect((await outcomeOf(office))?.outcome).toBe('changes-requested');
  });

  it('is not approved by decisions that got into the ledger in another way', async () => {
    const office = await openOffice({ draft: draftOf(unconfirmed) });
    for (const approver of ['margaret-osei', 'helen-marsh', 'robert-ines'])
      await putFact(office.facts, keys.decision(release, 1, approver), {
        decision: 'approve',
        approver,
        draft: 1,
        sha256: office.draft.sha256,
        decidedAt: '2002-06-06T12:00:00.000Z',
      });
    expect(await settleDraft(office.ports, release, 1)).toBeUndefined();
    expect(await outcomeOf(office)).toBeUndefined();
  });
});

describe('who is not asked', () => {
  it('sees nothing and decides nothing, by whatever link and session', async () => {
    const asked = await openOffice();
    const visitor = await enterAs(asked, 'w-barry-gilbert');
    const hidden = hiddenFields(await visitor.get());
    const recused = draftOf(recusing('W. Barry Gilbert'));
    asked.facts.facts.delete(keys.draft(release, 1));
    await putDraft(asked.facts, recused);
    expect((await visitor.get()).statusCode).toBe(404);
    const form = { action: 'decide', decision: 'approve', read: '1', reason: '', ...hidden };
    const answer = await visitor.post({ ...form, sha256: recused.sha256 });
    expect(answer.statusCode).toBe(404);
    expect(decisions(asked)).toEqual([]);
  });
});

describe('coming too late', () => {
  it('a newer event takes the form away and refuses a decision, which is given back', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const hidden = hiddenFields(await visitor.get());
    await putEvent(office.facts, 'hr~evt-2');
    const page = await visitor.get();
    expect(page.body).toContain('A newer draft is on its way');
    expect(page.body).not.toContain('Record my decision');
    const form = { action: 'decide', decision: 'request-changes', read: '1', reason: 'My reason', ...hidden };
    const answer = await visitor.post(form);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Your decision was not recorded');
    expect(answer.body).toContain('My reason');
    expect(decisions(office)).toEqual([]);
  });

  it('a draft that has expired takes no decision, though nothing has ended it yet', async () => {
    const office = await openOffice({ draft: draftOf({ expiresAt: '2002-06-06T13:00:00.000Z' }) });
    const visitor = await enterAs(office, 'margaret-osei');
    office.clock.pass(61);
    expect((await visitor.decide('approve')).statusCode).toBe(409);
    expect(decisions(office)).toEqual([]);
    expect((await outcomeOf(office))?.outcome).toBe('expired');
  });

  it('a draft that another approver has ended takes no decision', async () => {
    const office = await openOffice();
    const late = await enterAs(office, 'margaret-osei');
    const hidden = hiddenFields(await late.get());
    await (await enterAs(office, 'helen-marsh')).decide('request-changes');
    const form = { action: 'decide', decision: 'approve', read: '1', reason: '', ...hidden };
    const answer = await late.post(form);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('You made no decision on this draft.');
    expect(await decisionOf(office, 'margaret-osei')).toBeUndefined();
  });
});

describe('a decision that is posted twice', () => {
  it('is one decision, and both posts lead to the page that shows it', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const page = await visitor.get();
    const form = { action: 'decide', decision: 'approve', read: '1', reason: '', ...hiddenFields(page) };
    const answers = await Promise.all([visitor.post(form), visitor.post(form)]);
    answers.push(await visitor.post(form));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
    expect(decisions(office)).toHaveLength(1);
  });

  it('and differently the second time stays as it was first, and gives back what was written', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const page = await visitor.get();
    const form = { action: 'decide', read: '1', ...hiddenFields(page) };
    await visitor.post({ ...form, decision: 'approve', reason: '' });
    const answer = await visitor.post({ ...form, decision: 'request-changes', reason: 'Wait' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Your decision was not recorded');
    expect(answer.body).toContain('Wait');
    expect(answer.body).toContain('You approved draft 1');
    expect(await outcomeOf(office)).toBeUndefined();
  });
});

describe('a decision that is cut off after any call', () => {
  type Finish = (office: Office, visitor: Visitor, form: Form) => Promise<unknown>;
  const finishes: [string, Finish][] = [
    ['the same approver posts again', (_office, visitor, form) => visitor.post(form)],
    ['the draft is settled by somebody else', (office) => settleDraft(office.ports, release, 1)],
  ];

  const prepared = async () => {
    const office = await openOffice();
    for (const approver of ['margaret-osei', 'helen-marsh'])
      await (await enterAs(office, approver)).decide('approve');
    const visitor = await enterAs(office, 'robert-ines');
    return { office, visitor, hidden: hiddenFields(await visitor.get()) };
  };

  for (const decision of ['approve', 'request-changes']) {
    const formOf = (hidden: Form): Form => ({
      action: 'decide',
      decision,
      read: '1',
      reason: decision === 'approve' ? '' : 'The title is wrong.',
      ...hidden,
    });

    it.each(finishes)(`ends as if it had not been (${decision}), when %s`, async (_who, finish) => {
      const whole = await prepared();
      const counter = killAfter(Number.POSITIVE_INFINITY);
      const counted = new Visitor(whole.office, whole.visitor.path, {
        ...whole.office.ports,
        ledger: counter.wrap(whole.office.facts),
      });
      counted.cookie = whole.visitor.cookie;
      await counted.post(formOf(whole.hidden));
      expect(counter.calls()).toBeGreaterThan(5);

      for (let limit = 1; limit <= counter.calls(); limit += 1) {
        const { office, visitor, hidden } = await prepared();
        const killed = new Visitor(office, visitor.path, {
          ...office.ports,
          ledger: killAfter(limit).wrap(office.facts),
        });
        killed.cookie = visitor.cookie;
        expect((await killed.post(formOf(hidden))).statusCode).toBe(500);
        const recorded = (await decisionOf(office, 'robert-ines')) !== undefined;
        if (recorded || finish === finishes[0]?.[1]) {
          await finish(office, visitor, formOf(hidden));
          expect(new Map([...office.facts.facts].sort())).toEqual(
            new Map([...whole.office.facts.facts].sort()),
          );
        }
      }
    });
  }
});
