import { beforeAll, describe, expect, it } from 'vitest';
import { actKind } from '../../functions/domain/acts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { askedOf } from '../../functions/domain/policy.ts';
import { renderHtml, type View } from '../../functions/domain/templates.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { type Answers, makeAnswers, type PageName } from '../../functions/review/answers.ts';
import { problemCodes } from '../../functions/review/problems.ts';
import { findSession } from '../../functions/review/sessions.ts';
import { showCode, showReview, showStart } from '../../functions/review/show.ts';
import { findVisit } from '../../functions/review/visit.ts';
import { contrast } from '../support/contrast.ts';
import { draftOf, putEvent, recusing, release, unconfirmed } from '../support/draft.ts';
import { exampleDraft } from '../support/example-draft.ts';
import { companyOfId } from '../support/examples.ts';
import { type Office, openOffice } from '../support/office.ts';
import { templates } from '../support/templates.ts';
import { enterAs, type Visitor } from '../support/visitor.ts';
import { UsedNames, unreachable } from '../support/watched-view.ts';

const withoutView: PageName[] = [
  'no-link',
  'bad-method',
  'bad-form',
  'foreign-form',
  'failed',
  'unavailable',
];
const pageNames: PageName[] = ['start', 'code', 'review', ...withoutView];

const names = new UsedNames();
const pages = new Map<string, string>();
const real = makeAnswers(templates);

/** Answers that remember each page, and which names of its view it used. */
const remember = (title: string): Answers => ({
  ...real,
  page: (status, name, view: View = {}, headers) => {
    pages.set(title, renderHtml(templates, `pages/${name}`, names.watch(view, `${name}: `)));
    return real.page(status, name, view, headers);
  },
});

const arrive = async (office: Office, visitor: Visitor) => {
  const visit = await findVisit(office.ports, visitor.path.slice('/r/'.length));
  const sessionToken = visitor.cookie?.split('=')[1];
  const session = visit && (await findSession(office.ports, visit, { sessionToken }));
  if (visit === undefined || session === undefined) throw new Error('The visitor has no session');
  return { visit, session };
};

beforeAll(async () => {
  for (const name of withoutView) remember(name).page(200, name);
  const office = await openOffice({
    draft: draftOf({
      ...unconfirmed,
      ...recusing('W. Barry Gilbert'),
      missing: actKind.options.map((kind) => ({ event: 'hr~evt-1', kind, fact: `fact of ${kind}` })),
      checks: [
        { id: 'a', severity: 'error', message: 'An error.', line: 3 },
        { id: 'b', severity: 'warning', message: 'A warning.', line: 4 },
      ],
      dates: (['decided', 'noticed', 'effective'] as const).map((which) => ({
        kind: 'officer-departure',
        person: 'Ann Lee',
        which,
        value: '05/06/2026',
        unclear: which === 'decided',
        events: ['hr~evt-1', 'board~evt-2'],
        source: 'hr',
      })),
      unused: [
        {
          event: 'hr~evt-1',
          kind: 'officer-departure',
          fact: 'consulting.until',
          value: '2003-03-31',
          reason: 'No sentence of the release prints it.',
        },
      ],
      disclosure: {
        items: [
          {
            item: '5.02(b)',
            event: 'hr~evt-1',
            certain: true,
            why: 'An officer leaves.',
            missing: [],
            due: { day: '2026-11-23', by: '2026-11-23T22:30:00.000Z' },
            notes: [{ rule: 'A rule', text: 'A note.' }],
          },
          {
            item: '7.01',
            event: 'hr~evt-1',
            certain: false,
            why: 'It may be furnished.',
            missing: ['a fact'],
            notes: [{ rule: 'A rule', text: 'A note.' }],
          },
        ],
        exchanges: [{ rule: 'Another rule', text: 'A duty.' }],
      },
      evidence: [
        {
          kind: 'officer-departure',
          person: 'Ann Lee',
          facts: [{ fact: 'effective date', events: ['hr~evt-1', 'board~evt-2'] }],
        },
      ],
    }),
  });
  const visitor = await enterAs(office, 'margaret-osei');
  const { visit, session } = await arrive(office, visitor);
  await showStart(office.ports, remember('start'), visit);
  await showStart(office.ports, remember('start after a session'), visit, { unsaved: 'What I wrote' });
  await showCode(office.ports, remember('code'), visit);
  for (const code of problemCodes)
    await showCode(office.ports, remember(`code with ${code}`), visit, 422, { code, until: new Date(0) });
  await showReview(office.ports, remember('review of what cannot be approved'), visit, session);

  const open = await openOffice();
  const reader = await enterAs(open, 'margaret-osei');
  const there = await arrive(open, reader);
  const entered = { decision: 'request-changes', read: true, reason: 'Why' } as const;
  await showReview(open.ports, remember('review'), there.visit, there.session);
  await showReview(open.ports, remember('review with problems'), there.visit, there.session, 422, {
    refused: { entered, problems: ['decision-missing', 'reason-missing', 'read-missing', 'other-draft'] },
  });
  await reader.decide('approve');
  await showReview(open.ports, remember('review after an approval'), there.visit, there.session);
  await (await enterAs(open, 'helen-marsh')).decide('request-changes');
  await showReview(open.ports, remember('review after the end'), there.visit, there.session, 409, {
    tooLate: { reason: 'What I wrote' },
  });

  for (const outcome of ['approved', 'superseded', 'expired', 'withdrawn']) {
    const ended = await openOffice();
    const witness = await arrive(ended, await enterAs(ended, 'helen-marsh'));
    await putFact(ended.facts, keys.outcome(release, 1), {
      outcome,
      draft: 1,
      sha256: ended.draft.sha256,
      at: '2002-06-06T12:00:00.000Z',
      by: 'helen-marsh',
    });
    await showReview(
      ended.ports,
      remember(`review of a draft that is ${outcome}`),
      witness.visit,
      witness.session,
    );
  }

  const stale = await openOffice();
  const late = await arrive(stale, await enterAs(stale, 'helen-marsh'));
  await putEvent(stale.facts, 'hr~evt-2');
  await showReview(stale.ports, remember('review before a newer draft'), late.visit, late.session);
});

describe('the templates of pages', () => {
  it('use every name of their views, and have every name that they use', () => {
    // One view of a problem serves the summary, the field, and both pages that have problems.
    expect(names.unused().filter((name) => !/problems?\.(field|until)$/i.test(name))).toEqual([]);
  });

  it('are each a page or part of one', () => {
    expect(
      unreachable(
        templates,
        'pages',
        pageNames.map((name) => `pages/${name}`),
      ),
    ).toEqual([]);
  });

  it('escape everything that they print, and are written in ASCII', () => {
    for (const [path, text] of Object.entries(templates)) {
      if (!path.startsWith('pages/')) continue;
      expect(text).not.toMatch(/\{\{[{&]/);
      expect(text).toMatch(/^[\n\x20-\x7E]*$/);
    }
  });

  it('have words for every problem, each its own', () => {
    const words = problemCodes.map(
      (code) => pages.get(`code with ${code}`)?.match(/<li><a href="#\w+">([^<]+)<\/a><\/li>/)?.[1],
    );
    expect(words).not.toContain(undefined);
    expect(new Set(words).size).toBe(problemCodes.length);
  });

  it('say what is to be filed and until when, each note once, and that counsel decides', () => {
    const page = (pages.get('review of what cannot be approved') ?? '').replaceAll(/\s+/g, ' ');
    for (const words of [
      '<h2 id="filing">Form 8-K and exchanges</h2> <p>This is a reminder, and no legal advice: counsel decides what is filed and when. What is certain to apply is first due by November 23, 2026, 5:30 PM EST (22:30 UTC).</p>',
      '<strong>Item 5.02(b)</strong>, Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers: applies. An officer leaves. <br>Due on November 23, 2026: EDGAR takes it until November 23, 2026, 5:30 PM EST (22:30 UTC).',
      'Regulation FD Disclosure: may apply. It may be furnished. <br>Not known: a fact.',
      '<li>A duty. <span class="hint">Another rule</span></li>',
    ])
      expect(page).toContain(words);
    expect(page.match(/A note\./g)).toHaveLength(1);
  });

  it('show what was sent and is not in the text, and why', () => {
    const page = (pages.get('review of what cannot be approved') ?? '').replaceAll(/\s+/g, ' ');
    expect(page).toContain(
      '<strong>consulting until</strong> of the departure of an officer: 2003-03-31 <br><span class="hint">No sentence of the release prints it. Event <span class="id">hr~evt-1</span>',
    );
    expect(pages.get('review')).not.toContain('id="unused"');
  });

  it('have words for every kind of act, each its own', () => {
    const page = pages.get('review of what cannot be approved') ?? '';
    const words = [...page.matchAll(/<strong>fact of [^<]+<\/strong>: for ([^<]+), event/g)].map(
      ([, told]) => told,
    );
    expect(new Set(words).size).toBe(actKind.options.length);
  });
});

describe('every page', () => {
  it('is small, has a language, a title, one h1, one main, and no exclamation mark', () => {
    expect(pages.size).toBeGreaterThan(20);
    for (const [title, page] of pages) {
      expect(page.length, title).toBeLessThan(60_000);
      expect(page.startsWith('<!doctype html>\n<html lang="en">\n'), title).toBe(true);
      expect(page, title).toContain('<meta name="robots" content="noindex, nofollow">');
      for (const element of ['title', 'h1', 'main', 'header'])
        expect(page.match(new RegExp(`<${element}[ >]`, 'g')), `${title}: ${element}`).toHaveLength(1);
      expect(page.replace('<!doctype', '').replace(/<style>.*<\/style>/s, ''), title).not.toContain('!');
    }
  });

  it('loads nothing, runs nothing and sends nobody elsewhere', () => {
    for (const [title, page] of pages) {
      expect(page, title).not.toMatch(/<script|<link|<img|<iframe|src=|url\(|@import| on\w+=| style="/);
      for (const [, target] of page.matchAll(/(?:href|action)="([^"]*)"/g))
        expect(target, title).toMatch(/^(#[\w-]+|\/r\/[a-z2-7]{32})$/);
    }
  });

  it('uses each id once, and refers only to ids that it has', () => {
    for (const [title, page] of pages) {
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, title).toBe(ids.length);
      const referred = [...page.matchAll(/ (?:for|aria-labelledby|aria-describedby|href)="#?([^"]*)"/g)]
        .flatMap(([, list = '']) => list.split(' '))
        // The summary of the code page is also rendered with problems of the other page here.
        .filter((id) => !title.startsWith('code with') || id === 'code');
      for (const id of referred) expect(ids, `${title}: ${id}`).toContain(id);
    }
  });

  it('labels every field, and skips no level of headings', () => {
    for (const [title, page] of pages) {
      const labelled = [...page.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id);
      for (const [field] of page.matchAll(/<(?:input|textarea)[^>]*>/g))
        if (!field.includes('type="hidden"'))
          expect(labelled, title).toContain(field.match(/ id="([^"]*)"/)?.[1]);
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      const main = levels.slice(levels.indexOf(1));
      main.forEach((level, index) => {
        expect(level - (main[index - 1] ?? 1), title).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('the page of a real release', () => {
  it.each([
    ['iec-2002', 'iec-electronics'],
    ['halden-2026', 'halden-optics'],
  ] as const)('%s is small', async (folder, id) => {
    const draft = exampleDraft(folder);
    const office = await openOffice({ draft, company: companyOfId(id) });
    const page = await (await enterAs(office, askedOf(draft)[0] ?? '')).get();
    expect(page.body).toContain('Form 8-K and exchanges');
    expect(page.body?.length).toBeLessThan(60_000);
  });
});

describe('the colours', () => {
  const style = templates['pages/style.css'] ?? '';
  const [light = '', dark = ''] = [...style.matchAll(/:root\{([^}]*--page[^}]*)\}/g)].map(([, rule]) => rule);
  const coloursOf = (rule: string) =>
    new Map(
      [...rule.matchAll(/--([\w-]+):(#[0-9a-f]+)/g)].map(([, name = '', colour = '']) => [name, colour]),
    );

  const texts = [
    ['ink', 'page'],
    ['ink', 'sheet'],
    ['quiet', 'page'],
    ['quiet', 'sheet'],
    ['link', 'page'],
    ['link', 'sheet'],
    ['error', 'page'],
    ['error', 'sheet'],
    ['on-accent', 'accent'],
    ['on-mark', 'mark'],
  ];
  const edges = [
    ['edge', 'page'],
    ['edge', 'sheet'],
    ['accent', 'page'],
    ['error', 'page'],
    ['focus', 'page'],
    ['focus', 'sheet'],
  ];

  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s scheme have the contrast that WCAG 2.2 AA asks for', (_scheme, rule) => {
    const colours = coloursOf(rule);
    const of = ([a = '', b = '']: string[]): number => contrast(colours.get(a) ?? '', colours.get(b) ?? '');
    for (const pair of texts) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(4.5);
    for (const pair of edges) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });
});
