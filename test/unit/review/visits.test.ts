import { describe, expect, it } from 'vitest';
import { familyNames, familyOf } from '../../../functions/domain/scanner-families.ts';
import { looksAutomated, visitKinds, visitName, visitSchema } from '../../../functions/domain/visits.ts';
import { readFact } from '../../../functions/ports/ledger.ts';
import { release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, Visitor } from '../../support/visitor.ts';

const visitsOf = (office: Office): string[] =>
  [...office.facts.facts.keys()].flatMap((key) => /\/visits\/(.+)\.json$/.exec(key)?.[1] ?? []);

const arrive = async () => {
  const office = await openOffice();
  return { office, visitor: new Visitor(office, await office.invite('margaret-osei')) };
};

describe('the record of visits', () => {
  it('holds whose link it was, what was done and when, and neither an address nor what the visitor called itself', async () => {
    const { office, visitor } = await arrive();
    const agent = 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)';
    await visitor.request('GET', { headers: { 'user-agent': agent, 'x-forwarded-for': '203.0.113.7' } });
    const key = `releases/${release}/visits/margaret-osei~2002-06-06~opened~slack.json`;
    expect(await readFact(office.facts, key, visitSchema)).toEqual({
      visit: 'opened',
      reader: 'margaret-osei',
      draft: 1,
      family: 'slack',
      at: '2002-06-06T12:00:00.000Z',
    });
    const stored = [...office.facts.facts].flat().join('\n');
    for (const told of ['203.0.113.7', '192.0.2.1', 'LinkExpanding']) expect(stored).not.toContain(told);
  });

  it('has each kind once a day, however often somebody comes', async () => {
    const { office, visitor } = await arrive();
    for (let count = 0; count < 20; count += 1) await visitor.get();
    expect(visitsOf(office)).toEqual(['margaret-osei~2002-06-06~opened']);
    office.clock.pass(24 * 60);
    await visitor.get();
    expect(visitsOf(office)).toHaveLength(2);
  });

  it('has nothing of a person who enters a code, reads and decides, but that the link was opened', async () => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const asked = hiddenFields(await visitor.get(), 'send-code');
    office.clock.pass(1);
    await visitor.postRaw(asked);
    const code = hiddenFields(await visitor.get('sent'), 'enter-code');
    await office.deliver();
    await visitor.postRaw({ ...code, code: office.newestCode() });
    await visitor.decide('approve');
    expect(visitsOf(office)).toEqual(['margaret-osei~2002-06-06~opened']);
  });

  it('is of links that somebody was given, and of no others', async () => {
    const { office } = await arrive();
    await new Visitor(office, `/r/${'a'.repeat(32)}`).get();
    expect(visitsOf(office)).toEqual([]);
  });

  it('keeps no page from being shown where it cannot be put', async () => {
    const { office, visitor } = await arrive();
    const ledger = { ...office.facts, put: () => Promise.reject(new Error('secret-bucket is full')) };
    const reader = new Visitor(office, visitor.path, { ...office.ports, ledger });
    expect((await reader.get()).statusCode).toBe(200);
    expect((await reader.request('HEAD')).statusCode).toBe(200);
    expect(office.logged.at(-1)?.code).toBe('REVIEW_VISIT_UNRECORDED');
    expect(JSON.stringify(office.logged)).not.toContain('secret-bucket');
  });

  it.each([
    ['a form that cannot be read', {}, 'unknown-form'],
    ['a form with an action that is none', { action: 'constructor' }, 'unknown-form'],
    ['a decision without a session', { action: 'decide' }, 'sessionless-form'],
    ['a form that has no stamp', { action: 'send-code', stamp: '' }, 'unloaded-form'],
    ['a form that fills in what nobody sees', { action: 'send-code', extra: 'x' }, 'trapped-form'],
    ['a form that comes at once', { action: 'send-code' }, 'quick-form'],
  ])('has %s', async (_what, form: Record<string, string>, kind) => {
    const { office, visitor } = await arrive();
    await visitor.post(form);
    expect(visitsOf(office)).toContain(`margaret-osei~2002-06-06~${kind}`);
  });

  it('has a form from another site, or from another session', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    await visitor.postRaw({ action: 'decide', nonce: 'x' });
    expect(visitsOf(office)).toContain('margaret-osei~2002-06-06~foreign-form');
  });
});

describe('a prefetch', () => {
  it.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['x-moz', 'prefetch'],
    ['x-purpose', 'preview'],
  ])('(%s: %s) is given no page, with a session or without one', async (name, value) => {
    const office = await openOffice();
    const visitor = new Visitor(office, await office.invite('margaret-osei'));
    const prefetch = () => visitor.request('GET', { headers: { [name]: value } });
    expect(await prefetch()).toMatchObject({ statusCode: 503, body: '' });
    await visitor.enter();
    expect(await prefetch()).toMatchObject({ statusCode: 503, body: '' });
    expect([...office.facts.facts.keys()].filter((key) => key.includes('/seen/'))).toEqual([]);
    expect(visitsOf(office)).toContain('margaret-osei~2002-06-06~prefetch');
  });
});

describe('families of programs', () => {
  it.each([
    ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'slack'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'facebook'],
    [
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      'google-image-proxy',
    ],
    [
      'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
      'microsoft-teams',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b',
      'microsoft-preview',
    ],
    ['Microsoft Office SafeLinks Protection', 'microsoft-safe-links'],
    ['Barracuda Sentinel (EE)', 'barracuda'],
    ['Mimecast-URL-Protect/1.0', 'mimecast'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Proofpoint URL Defense', 'proofpoint'],
    ['Mozilla/5.0', 'apple-mail-privacy'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36',
      'headless-browser',
    ],
    ['python-requests/2.31', 'http-library'],
    ['node', 'http-library'],
    ['Mozilla/5.0 (compatible; MJ12bot/v1.4.8)', 'other-bot'],
    ['', 'unnamed'],
    [undefined, 'unnamed'],
  ])('%j is of %s', (agent, family) => {
    expect(familyOf(agent)).toBe(family);
    expect(familyNames).toContain(family);
  });

  it.each([
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  ])('%j, as a person has it, is of none', (agent) => {
    expect(familyOf(agent)).toBeUndefined();
  });

  it('that name themselves are automated whatever they do, and others by what people do not do', () => {
    expect(looksAutomated({ visit: 'opened', family: 'slack' })).toBe(true);
    expect(visitKinds.filter((visit) => !looksAutomated({ visit, family: undefined }))).toEqual([
      'opened',
      'sessionless-form',
      'unconfirmed-form',
      'foreign-form',
      'unknown-form',
    ]);
  });

  it('give visits names that a key can have', () => {
    for (const visit of visitKinds)
      for (const family of familyNames)
        expect(
          visitName({ visit, reader: 'margaret-osei', draft: 1, family, at: '2002-06-06T12:00:00.000Z' }),
        ).toMatch(/^[a-z-]+~2002-06-06~[a-z-]+~[a-z-]+$/);
  });
});
