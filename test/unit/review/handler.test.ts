import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deskKeys } from '../../../functions/domain/desk-keys.ts';
import { sha256Of } from '../../../functions/domain/digest.ts';
import type { Desk } from '../../../functions/ports/desk.ts';
import type { Ledger } from '../../../functions/ports/ledger.ts';
import { makeHandler } from '../../../functions/review/handler.ts';
import { company, draftOf, recusing, secrets } from '../../support/draft.ts';
import { httpEvent } from '../../support/http.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, Visitor } from '../../support/visitor.ts';

const unknown = '/r/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

const refuse = async (): Promise<never> => {
  throw new Error('GET and HEAD must not write');
};

/** The ports of an office in which whoever writes fails, but to record that somebody came. */
const readOnly = (office: Office) => {
  const ledger: Ledger = {
    ...office.facts,
    put: (key, body) => (/\/(visits|seen)\//.test(key) ? office.facts.put(key, body) : refuse()),
  };
  const desk: Desk = { ...office.papers, put: refuse, claim: refuse, delete: refuse };
  return { ...office.ports, ledger, desk };
};

describe('GET and HEAD', () => {
  it.each(['', 'sent'])(
    'write nothing but that somebody came, and show no draft without a code (query "%s")',
    async (query) => {
      const office = await openOffice();
      const visitor = new Visitor(office, await office.invite('margaret-osei'), readOnly(office));
      for (const method of ['GET', 'HEAD', 'GET']) {
        const { statusCode, body } = await visitor.request(method, { rawQueryString: query });
        expect(statusCode).toBe(200);
        for (const secret of [
          secrets.name,
          secrets.headline,
          secrets.slug,
          'Margaret Osei',
          '@iec-electronics',
        ])
          expect(body).not.toContain(secret);
      }
    },
  );

  it('write nothing but that the draft was seen with a session, before a decision and after', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const reader = new Visitor(office, visitor.path, readOnly(office));
    reader.cookie = visitor.cookie;
    expect((await reader.get()).body).toContain(secrets.headline);
    await visitor.decide('approve');
    expect((await reader.get()).body).toContain('You approved draft 1');
  });

  it('HEAD answers as GET does, without the page', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const get = await visitor.get();
    expect(await visitor.request('HEAD')).toEqual({ ...get, body: '' });
    expect(get.body).toContain('A draft of a release awaits');
    expect(get.body).not.toContain(company.name);
  });
});

describe('a link that was never one, or is taken from its reader', () => {
  it('is answered in the same way whatever is wrong with it, by GET and by POST', async () => {
    const office = await openOffice();
    const real = await office.invite('margaret-osei');
    const forRemoved = await openOffice({
      company: { ...company, approvers: company.approvers.filter(({ id }) => id !== 'daniel-frost') },
    });
    const removed = '/r/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
    forRemoved.papers.papers.set(
      `links/${sha256Of('b'.repeat(32))}.json`,
      JSON.stringify({
        release: forRemoved.draft.release,
        draft: 1,
        approver: 'daniel-frost',
        mintedAt: '2002-06-06T00:00:00.000Z',
        stepUp: 'code',
        expiresAt: '2002-07-01T00:00:00.000Z',
      }),
    );
    const answers = [
      await new Visitor(office, unknown).get(),
      await new Visitor(office, '/r/not-a-token').get('sent'),
      await new Visitor(office, '/r/../../links').get(),
      await new Visitor(office, unknown).get('', 'not-me'),
      await new Visitor(office, unknown).post({ action: 'decide' }),
      await new Visitor(office, unknown).post({ action: 'new-link' }),
      await new Visitor(office, unknown).postRaw({ action: 'freeze' }, {}, 'not-me'),
      await new Visitor(office, real).get('', 'no-such-page'),
      await new Visitor(office, real).post({ action: 'decide' }, {}, 'constructor'),
      await new Visitor(forRemoved, removed).get(),
      await new Visitor(forRemoved, removed).post({ action: 'new-link' }),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ statusCode: 404 });
  });

  it('takes as many reads of the desk and the ledger as the link of somebody who is recused', async () => {
    const office = await openOffice({ draft: draftOf(recusing('Margaret Osei')) });
    const path = '/r/cccccccccccccccccccccccccccccccc';
    const { release } = office.draft;
    const link = {
      release,
      draft: 1,
      approver: 'margaret-osei',
      mintedAt: '2002-06-06T00:00:00.000Z',
      stepUp: 'code',
      expiresAt: '2002-07-01T00:00:00.000Z',
    };
    office.papers.papers.set(deskKeys.link(sha256Of(path.slice(3))), JSON.stringify(link));
    const readsFor = async (of: string): Promise<string[]> => {
      const reads: string[] = [];
      const ledger: Ledger = {
        ...office.facts,
        get: (key) => {
          reads.push('ledger get');
          return office.facts.get(key);
        },
        list: (prefix) => {
          reads.push('ledger list');
          return office.facts.list(prefix);
        },
      };
      const desk: Desk = {
        ...office.papers,
        get: (key) => {
          reads.push('desk get');
          return office.papers.get(key);
        },
      };
      const answer = await new Visitor(office, of, { ...office.ports, ledger, desk }).get();
      expect(answer.statusCode).toBe(404);
      return reads;
    };
    const recused = await readsFor(path);
    expect(recused).toEqual(['desk get', 'ledger list', 'ledger get']);
    expect(await readsFor(unknown)).toEqual(recused);
    expect(await readsFor('/r/not-a-token')).toEqual(recused);
  });
});

describe('what is not a form of ours', () => {
  it.each([
    ['another type', { headers: { 'content-type': 'application/json' }, body: '{"action":"send-code"}' }],
    ['no type', { body: 'action=send-code' }],
    ['nothing at all', {}],
    [
      'a form that is too large',
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `action=send-code&reason=${'x'.repeat(400_000)}`,
      },
    ],
    [
      'a form without an action',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'url=https%3A%2F%2Fx' },
    ],
  ])('is refused and does nothing: %s', async (_what, request) => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'), readOnly(office));
    expect((await visitor.request('POST', request)).statusCode).toBe(400);
  });

  it('a form that is not in Base64 is read too', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const { stamp } = hiddenFields(await visitor.get(), 'send-code');
    const answer = await visitor.request('POST', {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body: `action=send-code&stamp=${stamp}`,
    });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `${visitor.path}?sent` } });
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is refused, and the answer names what is allowed',
    async (method) => {
      const office = await openOffice();
      const visitor = new Visitor(office, await office.invite('margaret-osei'), readOnly(office));
      expect(await visitor.request(method)).toMatchObject({
        statusCode: 405,
        headers: { allow: 'GET, HEAD, POST' },
      });
    },
  );

  it.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://elsewhere.example'],
  ])('a form with %s: %s is refused', async (name, value) => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'), readOnly(office));
    const answer = await visitor.post({ action: 'send-code' }, { [name]: value });
    expect(answer.statusCode).toBe(403);
  });

  it('a form with the origin "null" is ours, because our pages send no referrer', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    expect((await visitor.post({ action: 'send-code' }, { origin: 'null' })).statusCode).toBe(303);
  });
});

describe('when something fails inside', () => {
  it.each([
    [false, 500, 'REVIEW_FAILED'],
    [true, 503, 'REVIEW_UNAVAILABLE'],
  ])('says so without detail (outage: %s)', async (isOutage, status, code) => {
    const office = await openOffice();
    const path = await office.invite('margaret-osei');
    const handle = makeHandler({
      ...office.ports,
      isOutage: () => isOutage,
      ledger: { ...office.facts, get: () => Promise.reject(new Error('bucket secret-bucket is gone')) },
    });
    const answer = await handle(httpEvent('GET', path, { pathParameters: { token: path.slice(3) } }));
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain('secret-bucket');
    expect(JSON.stringify(office.logged)).not.toContain('secret-bucket');
    expect(office.logged.at(-1)?.code).toBe(code);
  });

  it('a draft that is not what its digest says is never shown', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const key = `releases/${office.draft.release}/drafts/0001/draft.json`;
    const body = office.facts.facts.get(key) ?? '';
    office.facts.facts.set(key, body.replace('Departure', 'Retirement'));
    expect((await visitor.get()).statusCode).toBe(500);
  });
});

describe('headers', () => {
  it('every answer bears the same, and the one style is allowed by its digest', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const answers = [
      await visitor.get(),
      await visitor.get('sent'),
      await visitor.request('HEAD'),
      await visitor.request('PUT'),
      await visitor.request('POST'),
      await visitor.post({ action: 'send-code' }, { origin: 'https://elsewhere.example' }),
      await visitor.post({ action: 'enter-code', code: '1' }),
      await visitor.post({ action: 'send-code' }),
      await visitor.post({ action: 'decide' }),
      await new Visitor(office, unknown).get(),
      await visitor.enter().then(() => visitor.get()),
      await visitor.decide('approve', { read: '' }),
      await visitor.decide('approve'),
      await new Visitor(office, visitor.path, {
        ...office.ports,
        ledger: { ...office.facts, get: () => Promise.reject(new Error('gone')) },
      }).get(),
    ];
    const style = answers[0]?.body?.match(/<style>([^<]*)<\/style>/)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([
      200, 200, 200, 405, 400, 403, 422, 303, 403, 404, 200, 422, 303, 500,
    ]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex, nofollow',
      });
  });

  it('logs name nobody, and hold no token, code or address', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await visitor.decide('request-changes', { reason: 'A secret reason' });
    await office.deliver();
    const lines = JSON.stringify(office.logged);
    const told = [
      visitor.path.slice(3),
      visitor.cookie?.split('=')[1] ?? '?',
      office.newestCode(),
      'A secret reason',
      '@',
      'Osei',
      secrets.slug,
    ];
    for (const text of told) expect(lines).not.toContain(text);
  });
});
