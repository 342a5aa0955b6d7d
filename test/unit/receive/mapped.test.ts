import { describe, expect, it } from 'vitest';
import { hasStandingActs } from '../../../functions/domain/standing-acts.ts';
import { LookupFailedError } from '../../../functions/ports/lookup.ts';
import { mappings } from '../../support/mappings.ts';
import { mappedReceiver, sends } from './mapped-source.ts';
import { altered, delivery, now, withData } from './receiver.ts';

const weiss = { id: '1091' };
const stranger = { id: '2222', name: 'Canary Quill' };
const left = { what: 'left', people: [weiss] };

const outcomeOf = (answer: { statusCode?: number | undefined; body?: string | undefined }) => [
  answer.statusCode,
  JSON.parse(answer.body ?? ''),
];

describe('a delivery of another system', () => {
  it('is recorded as an event of ours, with the officer as the profile has them', async () => {
    const { answer, facts, ledger } = mappedReceiver();
    expect(outcomeOf(await answer(sends({ ...left, id: 'term-1', at: '2002-06-04T09:00:00Z' })))).toEqual([
      202,
      { outcome: 'recorded', event: 'term-1', release: 'iec-electronics.richard-l-weiss' },
    ]);
    expect([...ledger.facts.keys()]).toEqual([
      'releases/iec-electronics.richard-l-weiss/events/people~term-1.event.json',
    ]);
    expect(facts()[0]).toMatchObject({
      source: 'people',
      subject: 'richard-l-weiss',
      time: '2002-06-04T09:00:00Z',
      data: {
        company: 'iec-electronics',
        acts: [
          {
            kind: 'officer-departure',
            person: {
              id: 'richard-l-weiss',
              name: 'Richard L. Weiss',
              honorific: 'Mr.',
              familyName: 'Weiss',
            },
            title: 'Chief Financial Officer',
          },
        ],
      },
    });
  });

  it('without an id or a time of its own has those of its delivery', async () => {
    const { answer, facts } = mappedReceiver();
    await answer(sends(left, { id: 'msg_7' }));
    expect(facts()).toMatchObject([{ id: 'msg_7', time: now.toISOString(), untimed: true }]);
    await answer(sends({ ...left, id: 'b', at: '2002-06-04T09:00:00Z' }));
    expect(facts().map(({ id, untimed }) => [id, untimed])).toEqual([
      ['msg_7', true],
      ['b', undefined],
    ]);
  });

  it('has an id that can stand in a key, whatever it is sent under', async () => {
    const { answer, facts } = mappedReceiver();
    await answer(sends({ ...left, id: '../urn:é' }));
    expect(facts().map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('has no signed time where its scheme signs none', async () => {
    const { answer, facts } = mappedReceiver(
      { scheme: 'bearer' },
      {
        secrets: { secretsOf: async () => ({ current: 'gazette-test-token-0123' }) },
      },
    );
    await answer(sends(left, { headers: { authorization: 'Bearer gazette-test-token-0123' } }));
    expect(facts().map(({ proof }) => Object.keys(proof).sort())).toEqual([
      ['bodySha256', 'deliveryId', 'key'],
    ]);
  });

  it('that takes a departure back meets it in one release, whoever names the officer, and how', async () => {
    const { answer, facts } = mappedReceiver();
    await answer(sends({ ...left, id: 'a' }));
    await answer(sends({ what: 'stays', id: 'b', people: [{ name: 'RICHARD WEISS' }] }));
    await answer(sends({ what: 'stays', id: 'c', people: [weiss] }));
    expect(new Set(facts().map(({ release }) => release)).size).toBe(1);
  });

  it('about somebody new belongs to the release of their name', async () => {
    const { answer } = mappedReceiver();
    const joins = (id: string, name: string) =>
      answer(sends({ what: 'joined', id, title: 'Chief Financial Officer', people: [{ name }] }));
    const [first, second] = [await joins('a', 'Leïla B. Haddad'), await joins('b', 'leila haddad')];
    expect([first, second].map((one) => JSON.parse(one.body ?? '').release)).toEqual(
      Array(2).fill('iec-electronics.leila-haddad'),
    );
  });

  it('goes to the release that it names', async () => {
    const { answer } = mappedReceiver();
    const [, body] = outcomeOf(await answer(sends({ ...left, matter: 'finance-office' })));
    expect(body.release).toBe('iec-electronics.finance-office');
  });

  it('that is sent again with another count and time is known', async () => {
    const { answer, facts, logged } = mappedReceiver();
    await answer(sends({ ...left, id: 'a', retryCount: 0, at: '2002-06-04T09:00:00Z' }));
    const again = { ...left, id: 'a', retryCount: 1, at: '2002-06-04T09:30:00Z' };
    expect(outcomeOf(await answer(sends(again, { id: 'msg_2' })))).toMatchObject([202, { outcome: 'known' }]);
    expect(facts()).toHaveLength(1);
    expect(logged.map(({ code }) => code)).toEqual(['EVENT_RECORDED', 'EVENT_KNOWN']);
  });

  it('that is sent again in the same bytes is known, whatever has become of the person since', async () => {
    const answers = [{ title: 'CFO' }, { title: 'Senior Adviser' }];
    const { answer, facts, logged } = mappedReceiver(
      { lookup: { kind: 'bamboohr', baseUrl: 'https://acme.bamboohr.com' } },
      { lookup: async () => ({ active: false, ...answers.shift() }) },
    );
    const body = { what: 'changed', id: 'a', people: [weiss] };
    await answer(sends(body));
    expect(outcomeOf(await answer(sends(body, { id: 'msg_2' })))).toMatchObject([202, { outcome: 'known' }]);
    expect(facts()).toHaveLength(1);
    expect(logged.map(({ code }) => code)).not.toContain('EVENT_ID_CONFLICT');
  });

  it('that says something else under an id of before is refused', async () => {
    const { answer, refusal, logged } = mappedReceiver();
    await answer(sends({ ...left, id: 'a' }));
    expect(await refusal(sends({ ...left, id: 'a', title: 'Treasurer' }, { id: 'msg_2' }))).toMatchObject({
      status: 409,
      kind: 'event-id-taken',
    });
    expect(logged.map(({ code }) => code)).toContain('EVENT_ID_CONFLICT');
  });

  it('that only tests the connection is ignored, and nothing comes of it', async () => {
    const { answer, ledger, logged } = mappedReceiver();
    expect(outcomeOf(await answer(sends({ what: 'ping' })))).toEqual([202, { outcome: 'ignored' }]);
    expect(ledger.facts.size).toBe(0);
    expect(logged).toEqual([{ level: 'INFO', code: 'EVENT_IGNORED', source: 'people', reason: 'test' }]);
  });
});

describe('a delivery about nobody whom the company discloses', () => {
  it.each<[string, object]>([
    ['who has left', { what: 'left', people: [stranger], title: 'Machinist' }],
    ['who has left under a title like an office', { what: 'left', people: [stranger], title: 'CFO, EMEA' }],
    [
      'who has joined under a title like an office',
      { what: 'joined', people: [stranger], title: 'CFO, EMEA' },
    ],
    ['who has joined as something else', { what: 'joined', people: [stranger], title: 'Chief Fun Officer' }],
    ['who has joined as one of many', { what: 'joined', people: [stranger], title: 'VP' }],
    ['who stays after all', { what: 'stays', people: [stranger] }],
    [
      'who has the name of an officer and another id',
      { what: 'left', people: [{ id: '2222', name: 'Richard L. Weiss' }] },
    ],
    ['whose name nobody sent', { what: 'left', people: [{ id: '2222' }] }],
  ])('is answered 202, is counted, and leaves nothing: somebody %s', async (_, body) => {
    const { answer, ledger, logged } = mappedReceiver();
    expect(outcomeOf(await answer(sends(body)))).toEqual([202, { outcome: 'not-disclosable' }]);
    expect(ledger.facts.size).toBe(0);
    expect(logged).toEqual([{ level: 'INFO', code: 'EVENT_NOT_DISCLOSABLE', source: 'people' }]);
  });

  it('is recorded nevertheless where it is about an office that is listed', async () => {
    const { answer, facts } = mappedReceiver();
    const title = 'Chief Financial Officer';
    await answer(sends({ what: 'left', id: 'a', people: [stranger], title }));
    expect(facts()).toMatchObject([{ data: { acts: [{ person: { name: 'Canary Quill' }, title }] } }]);
    await answer(sends({ what: 'stays', id: 'b', people: [stranger], title }));
    expect(hasStandingActs(facts())).toBe(false);
  });

  it('is the part that is dropped where others are disclosed', async () => {
    const { answer, ledger, facts } = mappedReceiver();
    await answer(sends({ what: 'left', people: [stranger, weiss] }));
    expect(facts()).toMatchObject([{ data: { acts: [{ person: { id: 'richard-l-weiss' } }] } }]);
    expect([...ledger.facts.entries()].flat().join('')).not.toMatch(/Canary|2222/);
  });

  it('is recorded where its source takes everyone, without the id of its system', async () => {
    const { answer, ledger } = mappedReceiver({ screen: false });
    const [, body] = outcomeOf(await answer(sends({ what: 'left', id: 'a', people: [stranger] })));
    expect(body).toEqual({ outcome: 'recorded', event: 'a', release: 'iec-electronics.canary-quill' });
    expect([...ledger.facts.values()].join('')).not.toContain('2222');
  });

  it('leaves nothing in our own words either, where the source is screened', async () => {
    const { answer, ledger, logged } = mappedReceiver();
    const act = { kind: 'officer-departure', manner: 'left', person: stranger, title: 'Machinist' };
    expect(outcomeOf(await answer(delivery(withData({ acts: [act] }))))).toEqual([
      202,
      { outcome: 'not-disclosable' },
    ]);
    expect([ledger.facts.size, logged]).toEqual([
      0,
      [{ level: 'INFO', code: 'EVENT_NOT_DISCLOSABLE', source: 'hr' }],
    ]);
  });

  it('leaves nothing even where it takes the place of something', async () => {
    const { answer, ledger } = mappedReceiver();
    const act = { kind: 'officer-departure', manner: 'left', person: stranger, title: 'Machinist' };
    const quill = delivery(withData({ acts: [act], replaces: ['x'], headline: 'Canary Quill leaves' }));
    expect(outcomeOf(await answer(quill))).toEqual([202, { outcome: 'not-disclosable' }]);
    expect(ledger.facts.size).toBe(0);
    const withdrawal = delivery(withData({ acts: [], replaces: ['x'] }));
    expect(outcomeOf(await answer(withdrawal))).toMatchObject([202, { outcome: 'recorded' }]);
  });

  it('takes the headline and its subheads with it that may name them', async () => {
    const { answer, facts } = mappedReceiver();
    const person = { id: 'richard-l-weiss', name: 'Dick Weiss' };
    const known = { kind: 'officer-departure', manner: 'left', person };
    const headline = 'Canary Quill and Dick Weiss leave';
    const subheads = ['Canary Quill Is Thanked'];
    const both = withData({ headline, subheads, acts: [known, { ...known, person: stranger }] });
    await answer(delivery(both));
    expect(facts()[0]?.data).not.toHaveProperty('headline');
    expect(facts()[0]?.data).not.toHaveProperty('subheads');
    expect(JSON.stringify(facts())).not.toContain('Canary');
    await answer(
      delivery(
        altered({ id: 'other', data: { company: 'iec-electronics', headline, subheads, acts: [known] } }),
      ),
    );
    expect(facts().map(({ data }) => [data.headline, data.subheads])).toEqual([
      [undefined, undefined],
      [headline, subheads],
    ]);
  });
});

describe('a delivery of another system is refused and changes nothing', () => {
  const form = 'application/x-www-form-urlencoded';
  const goodForm = 'what=left&people[0][id]=1091';

  it.each<[string, ReturnType<typeof sends>, number, string]>([
    ['without a signature', sends(left, { headers: { 'webhook-signature': undefined } }), 401, 'signature'],
    ['that is not as the system writes it', sends({ what: 'x' }), 422, 'event-invalid'],
    ['that is a list', sends('[]'), 422, 'event-invalid'],
    [
      'of a media type that is none of its own',
      sends(left, { headers: { 'content-type': 'text/plain' } }),
      415,
      'media-type',
    ],
    [
      'that is a CloudEvent of ours',
      sends(left, { headers: { 'content-type': 'application/cloudevents+json' } }),
      415,
      'media-type',
    ],
    [
      'in another charset',
      sends(left, { headers: { 'content-type': 'application/json; charset=latin1' } }),
      415,
      'media-type',
    ],
    ['that is compressed', sends(left, { headers: { 'content-encoding': 'gzip' } }), 415, 'content-encoding'],
    ['that says to be a form and is JSON', sends(left, { headers: { 'content-type': form } }), 400, 'form'],
    ['that says to be JSON and is a form', sends(goodForm), 400, 'json'],
    ['with a name that stands twice', sends('{"what":"left","what":"ping"}'), 400, 'json-unsafe'],
  ])('%s', async (_, event, status, kind) => {
    const { refusal, ledger } = mappedReceiver();
    expect(await refusal(event)).toMatchObject({ status, kind });
    expect(ledger.facts.size).toBe(0);
  });

  it('as a form, where the system sends none', async () => {
    const { takesForms: _, ...jsonOnly } = mappings.bamboohr;
    const { refusal } = mappedReceiver({}, { loadMapping: { gusto: async () => jsonOnly } });
    expect(await refusal(sends(goodForm, { headers: { 'content-type': form } }))).toMatchObject({
      status: 415,
      kind: 'media-type',
    });
  });

  it.each<[string, object]>([
    ['of another customer', { ...left, customer: 'acme' }],
    ['of no customer', left],
  ])('%s, where the source is one customer’s', async (_, body) => {
    const { refusal, ledger } = mappedReceiver({ tenant: 'iec' });
    expect(await refusal(sends(body))).toMatchObject({ status: 403, kind: 'tenant', errors: [] });
    expect(ledger.facts.size).toBe(0);
  });

  it('but taken of the one customer', async () => {
    const { answer } = mappedReceiver({ tenant: 'iec' });
    expect((await answer(sends({ ...left, customer: 'iec' }))).statusCode).toBe(202);
  });

  it('but taken as a form where it is one', async () => {
    const { answer, facts } = mappedReceiver();
    await answer(sends(goodForm, { headers: { 'content-type': `${form}; charset=UTF-8` } }));
    expect(facts()).toMatchObject([{ subject: 'richard-l-weiss' }]);
  });
});

describe('a person is looked up', () => {
  const lookup = { kind: 'bamboohr', baseUrl: 'https://acme.bamboohr.com' } as const;
  const later = new Date('2002-06-05T21:00:02Z');
  const changed = { what: 'changed', people: [{ id: '1091' }] };
  const failing = async () => {
    throw new LookupFailedError('status-500');
  };

  it('where the delivery asks, and what was found is kept with when it was', async () => {
    const asked: string[][] = [];
    const { answer, facts } = mappedReceiver(
      { lookup },
      {
        lookup: async (...question) => {
          asked.push(question);
          return { name: 'Weiss, R. L.', title: 'CFO', active: false };
        },
        now: () => (asked.length === 0 ? now : later),
      },
    );
    await answer(sends(changed));
    expect(asked).toEqual([['people', '1091']]);
    expect(facts()).toMatchObject([
      {
        receivedAt: now.toISOString(),
        lookup: { at: later.toISOString(), system: 'bamboohr' },
        data: {
          acts: [
            {
              person: { id: 'richard-l-weiss', name: 'Richard L. Weiss' },
              title: 'Chief Financial Officer',
            },
          ],
        },
      },
    ]);
  });

  it('and nothing is kept of one who holds no office', async () => {
    const { answer, ledger, logged } = mappedReceiver(
      { lookup },
      { lookup: async () => ({ name: 'Canary Quill', title: 'Machinist', active: false }) },
    );
    expect(outcomeOf(await answer(sends({ what: 'changed', people: [{ id: '2222' }] })))).toEqual([
      202,
      { outcome: 'not-disclosable' },
    ]);
    expect(ledger.facts.size).toBe(0);
    expect(JSON.stringify(logged)).not.toMatch(/Canary|2222/);
  });

  it('and nothing is announced where nothing has come of it', async () => {
    const { answer } = mappedReceiver({ lookup }, { lookup: async () => ({ active: true }) });
    expect(outcomeOf(await answer(sends(changed)))).toEqual([202, { outcome: 'ignored' }]);
  });

  it('by nobody where no system is configured, and is ignored if nothing else was said', async () => {
    const { answer, facts, logged } = mappedReceiver();
    expect(outcomeOf(await answer(sends(changed)))).toEqual([202, { outcome: 'ignored' }]);
    expect(logged).toMatchObject([{ code: 'EVENT_IGNORED', reason: 'no-lookup' }]);
    await answer(sends(left));
    expect(facts()).toMatchObject([{ subject: 'richard-l-weiss' }]);
    expect(facts()[0]?.lookup).toBeUndefined();
  });

  it('of another customer never', async () => {
    const lookUp = async () => {
      throw new Error('nobody is to be asked');
    };
    const { refusal } = mappedReceiver({ lookup, tenant: 'iec' }, { lookup: lookUp });
    expect(await refusal(sends(left))).toMatchObject({ status: 403 });
  });

  it('in vain, and an officer’s departure is recorded without, to be asked about', async () => {
    const { answer, facts, logged } = mappedReceiver({ lookup }, { lookup: failing });
    expect((await answer(sends(left))).statusCode).toBe(202);
    expect(facts()).toMatchObject([{ subject: 'richard-l-weiss' }]);
    expect(facts()[0]?.lookup).toBeUndefined();
    expect(logged).toMatchObject([
      { level: 'WARN', code: 'LOOKUP_FAILED', source: 'people', reason: 'status-500' },
      { code: 'EVENT_RECORDED' },
    ]);
  });

  it.each<[string, object]>([
    ['who may hold no office', { what: 'left', people: [{ id: '2222' }] }],
    ['of whom nothing else was said, officer or not', changed],
  ])('in vain, and the sender is to try again about one %s', async (_, body) => {
    const { refusal, ledger, logged } = mappedReceiver({ lookup }, { lookup: failing });
    expect(await refusal(sends(body))).toMatchObject({
      status: 503,
      kind: 'unavailable',
      headers: { 'retry-after': '30' },
    });
    expect(ledger.facts.size).toBe(0);
    expect(logged).toMatchObject([
      { level: 'ERROR', code: 'LOOKUP_FAILED', source: 'people', reason: 'status-500' },
      { code: 'REQUEST_REFUSED' },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/2222|1091/);
  });

  it.each<[string, object, string]>([
    ['an officer, whose departure is recorded without', left, 'recorded'],
    ['a stranger, of whom nothing is kept', { what: 'left', people: [{ id: '2222' }] }, 'not-disclosable'],
    ['one of whom nothing else was said', changed, 'not-disclosable'],
  ])('who is nobody to the system: %s, and nobody is alarmed', async (_, body, outcome) => {
    const { answer, logged } = mappedReceiver({ lookup }, { lookup: async () => undefined });
    expect(outcomeOf(await answer(sends(body)))).toMatchObject([202, { outcome }]);
    expect(logged[0]).toEqual({ level: 'WARN', code: 'LOOKUP_KNOWS_NOBODY', source: 'people' });
    expect(logged.map(({ code }) => code)).not.toContain('LOOKUP_FAILED');
  });

  it('with no key in vain, and the sender is not told that it passes', async () => {
    const lookUp = async () => {
      throw new LookupFailedError('no-key');
    };
    const { refusal } = mappedReceiver({ lookup }, { lookup: lookUp });
    const { status, body } = await refusal(sends({ what: 'left', people: [{ id: '2222' }] }));
    expect(status).toBe(503);
    expect(body).not.toContain('in a while');
  });

  it('and a mistake of ours is not taken for a failure of theirs', async () => {
    const { answer } = mappedReceiver(
      { lookup },
      {
        lookup: async () => {
          throw new TypeError('a mistake');
        },
      },
    );
    expect((await answer(sends(left))).statusCode).toBe(500);
  });
});
