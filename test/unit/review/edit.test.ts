import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../../../functions/domain/company.ts';
import { type Draft, draftSchema, seal } from '../../../functions/domain/draft.ts';
import { type EventFact, eventFactSchema } from '../../../functions/domain/event.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import { escapeHtml } from '../../../functions/domain/templates.ts';
import { makeWork } from '../../../functions/draft/handler.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { eventOf } from '../../support/draft.ts';
import { draftPorts } from '../../support/drafting.ts';
import { exampleDraft } from '../../support/example-draft.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { templates } from '../../support/templates.ts';
import { enterAs, type Form, hiddenFields, Visitor } from '../../support/visitor.ts';

const iec = companyOfId('iec-electronics');
const editor = 'daniel-frost';

/** The company, where Daniel Frost of legal may edit. */
const company: Company = {
  ...iec,
  approvers: iec.approvers.map((approver) => ({ ...approver, editor: approver.id === editor })),
};

const [departure] = recordedExamples('halden-2026');
if (departure === undefined) throw new Error('no examples');

const events: EventFact[] = recordedExamples('iec-2002').map((event) => ({
  ...event,
  release: 'iec-electronics.example',
}));

let office: Office;
let draft: Draft;

beforeEach(async () => {
  draft = exampleDraft('iec-2002', { approvers: company.approvers });
  office = await openOffice({ draft, company });
  // The events that the draft was made from, in the place of those that only bear their names.
  for (const event of events)
    office.facts.facts.set(keys.event(draft.release, event.source, event.id), JSON.stringify(event));
});

/** Has the next draft made of all that the ledger holds, as S3 would have it. */
const makeNext = async (): Promise<void> => {
  const ports = { ...draftPorts(), ledger: office.facts, desk: office.papers, now: office.clock.now };
  const work = makeWork({ ...ports, companies: new Map([[company.id, company]]) });
  for (const key of await office.facts.list(`releases/${draft.release}/events/desk~`)) await work(key);
};

const draftOf = (number: number): Promise<Draft> =>
  readRequiredFact(office.facts, keys.draft(draft.release, number), draftSchema);

const deskEvents = async (): Promise<EventFact[]> =>
  Promise.all(
    (await office.facts.list(`releases/${draft.release}/events/desk~`)).map((key) =>
      readRequiredFact(office.facts, key, eventFactSchema),
    ),
  );

/** Posts the form of the edit page with these fields changed. */
const edit = async (visitor: Visitor, changes: Form, action = 'edit') => {
  const page = await visitor.get('', 'edit');
  return visitor.post({ ...hiddenFields(page, action), ...changes }, {}, 'edit');
};

const end = (outcome: string): Promise<unknown> =>
  putFact(office.facts, keys.outcome(draft.release, 1), {
    outcome,
    draft: 1,
    sha256: draft.sha256,
    at: office.clock.now().toISOString(),
    by: 'helen-marsh',
  });

describe('the edit page', () => {
  it('is there for an editor and for the owner, and for nobody else', async () => {
    for (const [reader, status] of [
      [editor, 200],
      ['owner', 200],
      ['margaret-osei', 403],
    ] as const) {
      const answer = await (await enterAs(office, reader)).get('', 'edit');
      expect([reader, answer.statusCode]).toEqual([reader, status]);
    }
  });

  it('is not there for an editor whom the release is about, nor is any link', async () => {
    const visitor = await enterAs(office, editor);
    const about = { ...departure, release: draft.release, id: 'late' };
    await putFact(office.facts, keys.event(draft.release, 'hr', 'late'), {
      ...about,
      data: {
        ...about.data,
        company: 'iec-electronics',
        acts: [{ kind: 'officer-departure', person: { name: 'Daniel Frost' }, manner: 'left' }],
      },
    });
    const answer = await visitor.get('', 'edit');
    expect(answer.statusCode).toBe(404);
    expect((await edit(visitor, { 'wording-headline': 'Mine' })).statusCode).toBe(404);
    expect(await deskEvents()).toEqual([]);
  });

  it('shows every part of the release as it is, and every fact that is missing', async () => {
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(body).toContain(draft.content.headline);
    expect(body.match(/<textarea class="words"/g)).toHaveLength(draft.edits.places.length);
  });

  it('says that whoever changes a draft does not approve it', async () => {
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(body).toContain('whoever changes a draft does not approve it');
  });

  it.each<[string, string]>([
    ['approved', 'It was approved'],
    ['withdrawn', 'taken back'],
  ])('is closed once the draft was %s', async (outcome, words) => {
    const visitor = await enterAs(office, editor);
    await end(outcome);
    expect((await visitor.get('', 'edit')).body).toContain(words);
  });

  it.each(['changes-requested', 'expired'])('is open once the draft has ended as %s', async (outcome) => {
    const visitor = await enterAs(office, editor);
    await end(outcome);
    const answer = await edit(visitor, { 'wording-headline': 'Another Headline' });
    expect(answer.statusCode).toBe(303);
    await makeNext();
    expect((await draftOf(2)).content.headline).toBe('Another Headline');
  });

  it('does not tell somebody who decides nothing that a group is too small without them', async () => {
    const groups = draft.groups.map((group) => ({ ...group, approvers: [] }));
    office = await openOffice({ draft: seal({ ...draft, groups }), company });
    const { statusCode, body } = await (await enterAs(office, 'owner')).get('', 'edit');
    expect([statusCode, body?.includes('Let somebody else make the change')]).toEqual([200, false]);
  });

  it('is closed while the release is frozen, and open once it goes on', async () => {
    const before = await enterAs(office, editor);
    const at = office.clock.now().toISOString();
    await freezeRelease(office.ports, draft.release, 'helen-marsh');
    expect((await before.get('', 'edit')).body).not.toContain(draft.content.headline);
    await stepGate(office.facts, draft.release, { gate: 'thawed', by: 'operations', at });
    office.clock.pass(1);
    // The link that was mailed before opens nothing any more, and asks for another.
    await before.post({ action: 'new-link' });
    await office.deliver();
    const link = office.mails.at(-1)?.text.match(/https:\S+/)?.[0] ?? '';
    const visitor = new Visitor(office, new URL(link).pathname);
    await visitor.enter();
    expect((await visitor.get('', 'edit')).body).toContain('Ask everyone anew');
    expect((await edit(visitor, {}, 'renew')).statusCode).toBe(303);
    await makeNext();
    expect((await draftOf(2)).content).toEqual(draft.content);
  });
});

describe('an edit', () => {
  it('is one event of the desk, bound to the digest that was shown, and makes the next draft', async () => {
    const visitor = await enterAs(office, editor);
    const answer = await edit(visitor, { 'wording-headline': 'IEC Names New Leaders', note: 'Shorter.' });
    expect(answer.headers?.['location']).toBe(`${visitor.path}/edit`);
    const [event, ...more] = await deskEvents();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      source: 'desk',
      id: '0001',
      desk: { by: editor, draft: 1, sha256: draft.sha256, seen: draft.events, note: 'Shorter.' },
      proof: { key: 'session' },
    });
    await makeNext();
    const next = await draftOf(2);
    expect(next.content.headline).toBe('IEC Names New Leaders');
    expect(next.approvers.find(({ id }) => id === editor)?.changed).toBe(true);
    expect(next.edits.notes.map(({ note }) => note)).toEqual(['Shorter.']);
  });

  it('that was posted twice is one event, at once or after the next draft was made', async () => {
    const visitor = await enterAs(office, editor);
    const page = await visitor.get('', 'edit');
    const form = { ...hiddenFields(page, 'edit'), 'wording-headline': 'Twice' };
    const both = await Promise.all([visitor.post(form, {}, 'edit'), visitor.post(form, {}, 'edit')]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    await makeNext();
    expect((await visitor.post(form, {}, 'edit')).statusCode).toBe(303);
    expect(await deskEvents()).toHaveLength(1);
  });

  it('by the second of two editors is not taken, and its words are kept', async () => {
    const [first, second] = [await enterAs(office, editor), await enterAs(office, 'owner')];
    const page = await second.get('', 'edit');
    await edit(first, { 'wording-headline': 'The First' });
    const form = { ...hiddenFields(page, 'edit'), 'wording-headline': 'The Second', note: 'Why not' };
    const waiting = await second.post(form, {}, 'edit');
    await makeNext();
    const superseded = await second.post(form, {}, 'edit');
    for (const answer of [waiting, superseded]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.body).toContain('The Second');
      expect(answer.body).toContain('Why not');
      expect(answer.body).not.toContain('The First');
      expect(answer.body).toContain('<title>Your change was not recorded - Gazette</title>');
      expect(answer.body).toContain('<h1>Your change was not recorded</h1>');
    }
    expect(await deskEvents()).toHaveLength(1);
  });

  it('is not taken while a newer event waits for its draft', async () => {
    const visitor = await enterAs(office, editor);
    const page = await visitor.get('', 'edit');
    const [other] = events;
    if (other === undefined) throw new Error('no examples');
    await putFact(office.facts, keys.event(draft.release, 'hr', 'new'), {
      ...other,
      source: 'hr',
      id: 'new',
    });
    const answer = await visitor.post(
      { ...hiddenFields(page, 'edit'), 'wording-headline': 'Mine' },
      {},
      'edit',
    );
    expect([answer.statusCode, answer.body?.includes('Mine')]).toEqual([409, true]);
    expect(await deskEvents()).toEqual([]);
  });

  it.each<[string, Form, string, string]>([
    ['changes nothing', {}, 'what', 'Nothing is changed yet'],
    ['empties the headline', { 'wording-headline': ' ' }, 'wording-headline', 'cannot be left empty'],
    [
      'has what EDGAR does not take',
      { 'wording-headline': 'IEC \u{1F600}' },
      'wording-headline',
      'EDGAR does not take',
    ],
    ['is too long', { 'wording-headline': 'x'.repeat(301) }, 'wording-headline', '300 characters'],
    ['has hidden characters', { 'wording-headline': 'a\u0000b' }, 'wording-headline', 'cannot be seen'],
    [
      'has a note that is too long',
      { 'wording-headline': 'IEC', note: 'x'.repeat(1001) },
      'note',
      '1000 characters',
    ],
  ])('that %s is refused at its field, with all that was typed', async (_what, form, field, words) => {
    const answer = await edit(await enterAs(office, editor), form);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<title>Error: ');
    expect(answer.body).toContain(`<a href="#${field}">`);
    expect(answer.body).toContain(words);
    expect(await deskEvents()).toEqual([]);
  });

  it('may say that the same text is put before everyone anew once its time is over, and whoever does may approve', async () => {
    const visitor = await enterAs(office, editor);
    expect((await visitor.get('', 'edit')).body).not.toContain('Ask everyone anew');
    await end('expired');
    expect((await edit(visitor, {}, 'renew')).statusCode).toBe(303);
    await makeNext();
    const next = await draftOf(2);
    expect(next.content).toEqual(draft.content);
    expect(next.approvers.filter(({ changed }) => changed)).toEqual([]);
    expect(Date.parse(next.decideBy)).toBeGreaterThanOrEqual(office.clock.now().getTime());
  });

  it('that is recorded just after the approval is answered with that, and with all that was written', async () => {
    // The approval comes between the look at the draft and the write of the edit.
    const racing = {
      ...office.ports,
      ledger: {
        ...office.facts,
        put: async (...fact: Parameters<typeof office.facts.put>) => {
          if (fact[0].includes('/events/desk~')) await end('approved');
          return office.facts.put(...fact);
        },
      },
    };
    const visitor = await enterAs(office, editor, racing);
    const answer = await edit(visitor, { 'wording-headline': 'Just Too Late', note: 'Why not' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('A change came too late');
    for (const words of ['Just Too Late', 'Why not', 'What Daniel Frost wrote', 'published as it is'])
      expect(answer.body).toContain(words);
    expect(await deskEvents()).toHaveLength(1);
  });

  it('that is recorded just before the approval by whoever had not seen it is kept, shown and told', async () => {
    const visitor = await enterAs(office, editor);
    expect((await edit(visitor, { 'wording-headline': 'Just Too Late' })).statusCode).toBe(303);
    await end('approved');
    await makeNext();
    expect(office.facts.facts.has(keys.draft(draft.release, 2))).toBe(false);
    for (const reader of [editor, 'owner']) {
      const { body } = await (await enterAs(office, reader)).get('', 'edit');
      expect(body).toContain('A change came too late');
      expect(body).toContain('Just Too Late');
    }
    const told = office.mails.filter(({ text }) => text.startsWith('A change came too late'));
    expect(told.map(({ to }) => to.email).toSorted()).toEqual(
      [company.owner.email, company.approvers.find(({ id }) => id === editor)?.email].toSorted(),
    );
  });

  it('needs the nonce of its session', async () => {
    const visitor = await enterAs(office, editor);
    expect((await edit(visitor, { 'wording-headline': 'Mine', nonce: '0' })).statusCode).toBe(403);
    expect(await deskEvents()).toEqual([]);
  });

  it('by somebody who has lost the right is as no page', async () => {
    const visitor = await enterAs(office, 'margaret-osei');
    const other = await enterAs(office, editor);
    const fields = hiddenFields(await other.get('', 'edit'), 'edit');
    const answer = await visitor.post({ ...fields, 'wording-headline': 'Mine' }, {}, 'edit');
    expect([403, 404]).toContain(answer.statusCode);
    expect(await deskEvents()).toEqual([]);
  });
});

describe('the day that a release bears', () => {
  it('has a field of its own, and stands in the dateline and the Form 8-K of the next draft', async () => {
    const visitor = await enterAs(office, editor);
    expect((await visitor.get('', 'edit')).body).toMatch(
      /<input[^>]* name="announced" type="date" value="2002-06-06"/,
    );
    expect((await edit(visitor, { announced: '2002-06-05' })).statusCode).toBe(303);
    const [event] = await deskEvents();
    expect(event?.desk).toMatchObject({ announce: '2002-06-05', facts: [], wording: [] });
    await makeNext();
    const next = await draftOf(2);
    expect(next.announced).toBe('2002-06-05');
    expect(next.text).toContain('Newark, New York - June 5, 2002 -');
    expect(next.form8k).toContain('June 5, 2002');
    expect((await visitor.get('', 'edit')).body).toContain('Set by Daniel Frost on June 6, 2002');
    const { body } = await (await enterAs(office, 'owner')).get('', 'draft');
    expect(body).toContain('The day that the release bears: <strong>June 5, 2002</strong>');
  });

  it('that stays as it is changes nothing', async () => {
    const answer = await edit(await enterAs(office, editor), { announced: '2002-06-06' });
    expect([answer.statusCode, answer.body?.includes('Nothing is changed yet')]).toEqual([422, true]);
  });

  it.each<[string, Form, string]>([
    [
      'is none',
      { announced: '2002-02-30' },
      '<li><a href="#announced">The day that the release bears: Enter a day',
    ],
    ['is cleared', { announced: ' ' }, 'This cannot be left empty'],
    [
      'is not the one in a dateline',
      { 'wording-dateline': 'Salem, Oregon - June 7, 2002 -' },
      'The release is to bear June 6, 2002. Change that day under Facts, or the dateline here.',
    ],
    [
      'is not the one in a dateline that is changed with it',
      { announced: '2002-06-05', 'wording-dateline': 'Salem, Oregon - June 6, 2002 -' },
      'The release is to bear June 5, 2002. Change that day under Facts, or the dateline here.',
    ],
    [
      'is to come',
      { announced: '2002-06-07' },
      'This day has not come, and a release is published as soon as it is approved. Enter June 6, 2002, or a day before it.',
    ],
    [
      'is changed together with words that may be composed by it',
      { announced: '2002-06-05', 'wording-news-0': 'Words.' },
      'You change the day of the release too, and these words may be composed otherwise by it.',
    ],
  ])('that %s is refused at its field', async (_what, form, words) => {
    const answer = await edit(await enterAs(office, editor), form);
    expect([
      answer.statusCode,
      answer.body?.includes(escapeHtml(words)) || answer.body?.includes(words),
    ]).toEqual([422, true]);
    for (const typed of Object.values(form)) expect(answer.body).toContain(escapeHtml(String(typed).trim()));
    expect(await deskEvents()).toEqual([]);
  });

  it.each(['Newark, New York - June 5, 2002 -', 'Salem, Oregon - June 5, 2002 -'])(
    'is changed together with a dateline that agrees: %s',
    async (dateline) => {
      const visitor = await enterAs(office, editor);
      expect(
        (await edit(visitor, { 'wording-dateline': 'Albany, New York - June 6, 2002 -' })).statusCode,
      ).toBe(303);
      await makeNext();
      const answer = await edit(visitor, { announced: '2002-06-05', 'wording-dateline': dateline });
      expect(answer.statusCode).toBe(303);
      await makeNext();
      const next = await draftOf(3);
      expect(next.text.replaceAll(/\s+/g, ' ')).toContain(dateline);
      expect(next.checks.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('that is to come is named on the edit page and on the status page of its draft', async () => {
    await edit(await enterAs(office, editor), { announced: '2002-06-05' });
    await makeNext();
    const [event] = await deskEvents();
    if (event?.desk === undefined) throw new Error('nothing was recorded');
    const late = { ...event, id: '0002', desk: { ...event.desk, draft: 2, announce: '2002-06-09' } };
    await putFact(office.facts, keys.event(draft.release, 'desk', '0002'), late);
    await makeNext();
    const words = 'The release bears June 9, 2002, which has not come';
    expect((await (await enterAs(office, 'owner')).get('', 'edit')).body).toContain(words);
    expect((await (await enterAs(office, 'owner')).get()).body).toContain(words);
  });

  it('that was typed in vain stands on the page that says so', async () => {
    const visitor = await enterAs(office, editor);
    const fields = hiddenFields(await visitor.get('', 'edit'), 'edit');
    await end('approved');
    const { body } = await visitor.post({ ...fields, announced: '2002-06-05' }, {}, 'edit');
    expect(body).toMatch(/The day that the release bears<\/label>\s*<textarea[^>]*>\s*2002-06-05</);
  });
});

describe('what an approver asked to have changed', () => {
  const ask = (sections: readonly string[]): Promise<unknown> =>
    putFact(office.facts, keys.decision(draft.release, 1, 'helen-marsh'), {
      decision: 'request-changes',
      approver: 'helen-marsh',
      draft: 1,
      sha256: draft.sha256,
      decidedAt: office.clock.now().toISOString(),
      reason: 'The phone is an old one.',
      sections: [...sections],
    });

  const parts = (body: string): string[] =>
    [
      ...body.matchAll(/<details class="fold"( open)?>\s*<summary>([^<]*)<\/summary>\s*<p class="field"/g),
    ].map(([, open = '', name = '']) => `${name}${open}`);

  it('is named with the reason, open, and before all else', async () => {
    await ask(['contact']);
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(body).toMatch(/Helen Marsh asked for changes<\/h2>[\s\S]*<li>The contact<\/li>[\s\S]*an old one/);
    expect(parts(body).slice(0, 2)).toEqual(['Contact open', 'Headline and dateline']);
  });

  it('is marked at its field, paragraph by paragraph', async () => {
    await ask(['news-2']);
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(parts(body)[0]).toBe('News open');
    const marked = [
      ...body.matchAll(/<label for="([^"]+)">[^<]*<\/label>\s*<span class="hint"><strong>Helen Marsh/g),
    ];
    expect(marked.map(([, field]) => field)).toEqual(['wording-news-1']);
  });

  it('is found by where it stands, though a paragraph before it was edited into two', async () => {
    const second = draft.edits.places.find(({ place }) => place === 'news.1')?.text[0] ?? '';
    await edit(await enterAs(office, 'owner'), { 'wording-news-1': `${second}\n\nOne more.` });
    await makeNext();
    const next = await draftOf(2);
    await putFact(office.facts, keys.decision(draft.release, 2, 'helen-marsh'), {
      decision: 'request-changes',
      approver: 'helen-marsh',
      draft: 2,
      sha256: next.sha256,
      decidedAt: office.clock.now().toISOString(),
      reason: 'Too much.',
      sections: ['news-3', 'news-4'],
    });
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    const marked = [
      ...body.matchAll(/<label for="([^"]+)">[^<]*<\/label>\s*<span class="hint"><strong>Helen Marsh/g),
    ];
    expect(marked.map(([, field]) => field)).toEqual(['wording-news-1', 'wording-news-2']);
  });

  it('needs no field where it names a part that is gone', async () => {
    await ask(['news-99']);
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(parts(body)[0]).toBe('Headline and dateline');
  });
});

describe('what Form 8-K asks for and the text does not need', () => {
  it('is listed apart from the facts that the release lacks', async () => {
    const { body = '' } = await (await enterAs(office, editor)).get('', 'edit');
    expect(body).not.toContain('No fact is missing');
    const unknown = new Set(draft.disclosure.items.flatMap(({ missing }) => missing));
    expect(unknown.size).toBeGreaterThan(0);
    for (const fact of unknown) expect(body).toContain(`: ${escapeHtml(fact)}</li>`);
  });
});

describe('the facts of an edit', () => {
  const sent: EventFact = {
    ...eventOf('hr~evt-1'),
    release: 'iec-electronics.example',
    data: {
      ...eventOf('hr~evt-1').data,
      announce: '2002-06-06',
      acts: [
        {
          kind: 'officer-departure',
          person: { name: 'Ann Lee' },
          manner: 'resigned',
          effective: '2002-06-30',
        },
        { kind: 'financing', stage: 'agreed', instrument: 'revolving loan' },
        { kind: 'voting-results', matters: [{ matter: 'ratify the auditor', result: 'approved' }] },
      ],
    },
  };

  beforeEach(async () => {
    const now = new Date('2002-06-06T10:00:00.000Z');
    const made = makeDraft({ company, release: sent.release, number: 1, events: [sent], now }, templates);
    if (made === undefined) throw new Error('no draft was made');
    draft = made;
    office = await openOffice({ draft, company });
    office.facts.facts.set(keys.event(draft.release, 'hr', 'evt-1'), JSON.stringify(sent));
  });

  /** The id of the field of a fact, by words of its label. */
  const fieldOf = (page: { body?: string | undefined }, words: string): string =>
    [...(page.body ?? '').matchAll(/<label for="([^"]+)">([^<]*)</g)].find(([, , label = '']) =>
      label.includes(words),
    )?.[1] ?? '';

  const filled = async (visitor: Visitor, facts: Form): Promise<Form> => {
    const page = await visitor.get('', 'edit');
    return Object.fromEntries(Object.entries(facts).map(([words, typed]) => [fieldOf(page, words), typed]));
  };

  it('are asked for each by a field of its kind, and stand in the next draft as facts', async () => {
    const visitor = await enterAs(office, editor);
    const form = await filled(visitor, {
      'the office that': 'Chief Financial Officer',
      'the amount': '$2.5 million',
      'annual or a special': '2002 annual',
      'the day of the meeting': '2002-06-05',
    });
    const { body = '' } = await visitor.get('', 'edit');
    expect(body).toMatch(/id="fact-\d" name="fact-\d" type="date"/);
    expect((await edit(visitor, form)).statusCode).toBe(303);
    const [event] = await deskEvents();
    expect(event?.desk?.facts.map((fact) => 'value' in fact && [fact.path, fact.value])).toEqual([
      ['title', 'Chief Financial Officer'],
      ['meeting.date', '2002-06-05'],
      ['meeting.type', '2002 annual'],
      ['amount', 2_500_000],
    ]);
    await makeNext();
    const next = await draftOf(2);
    expect(next.missing).toEqual([]);
    expect(next.html).toContain('$2.5 million');
    const page = (await visitor.get('', 'edit')).body ?? '';
    expect(page).toContain('Facts that editors supplied');
    expect(page).toContain('value="Chief Financial Officer"');
  });

  it.each<[string, Form, string]>([
    ['is no amount', { 'the amount': 'a lot' }, 'Enter an amount such as'],
    ['is no day', { 'the day of the meeting': '05/06/2002' }, 'Enter a day such as'],
    ['is longer than its place allows', { 'the office that': 'x'.repeat(161) }, '160 characters'],
    ['has what EDGAR does not take', { 'the office that': 'CFO \u{1F600}' }, 'EDGAR does not take'],
    ['needs another one', { 'the day of the meeting': '2002-06-05' }, 'needed together with another'],
  ])('that %s is refused at a field, with all that was typed', async (_what, facts, words) => {
    const visitor = await enterAs(office, editor);
    const form = await filled(visitor, facts);
    const answer = await edit(visitor, form);
    expect([answer.statusCode, answer.body?.includes(words)]).toEqual([422, true]);
    for (const typed of Object.values(form)) expect(answer.body).toContain(escapeHtml(typed));
    const [, field] = /<li><a href="#([^"]+)">/.exec(answer.body ?? '') ?? [];
    expect(answer.body).toContain(`id="${field}-error"`);
    expect(await deskEvents()).toEqual([]);
  });

  it('are supplied before the text that waits for them is edited', async () => {
    const visitor = await enterAs(office, editor);
    const form = await filled(visitor, { 'the office that': 'Treasurer' });
    const answer = await edit(visitor, { ...form, 'wording-headline': 'Words', 'wording-news-0': 'Words.' });
    expect([answer.statusCode, answer.body?.includes('waits for a fact')]).toEqual([422, true]);
  });
});
