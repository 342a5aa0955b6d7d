import { beforeAll, describe, expect, it } from 'vitest';
import { actKind } from '../../functions/domain/acts.ts';
import type { PageName } from '../../functions/review/answers.ts';
import { problemCodes } from '../../functions/review/problems.ts';
import { makeEditScenes } from '../support/edit-scenes.ts';
import { makeEndedScenes } from '../support/ended-scenes.ts';
import { makeEntranceScenes } from '../support/entrance-scenes.ts';
import { makeScenes } from '../support/page-scenes.ts';
import { names, pages } from '../support/pages.ts';
import { makeRedlineScenes } from '../support/redline-scenes.ts';
import { templates } from '../support/templates.ts';
import { unreachable } from '../support/watched-view.ts';

const pageNames: Readonly<Record<PageName, true>> = {
  start: true,
  code: true,
  confirm: true,
  'link-over': true,
  'link-sent': true,
  frozen: true,
  'not-me': true,
  review: true,
  edit: true,
  'edit-closed': true,
  redline: true,
  'no-changes': true,
  status: true,
  'evidence-page': true,
  receipt: true,
  'no-link': true,
  'no-paper': true,
  'not-yours': true,
  'filing-page': true,
  origins: true,
  remarks: true,
  'bad-method': true,
  'bad-form': true,
  'foreign-form': true,
  failed: true,
  unavailable: true,
};

beforeAll(async () => {
  await makeEntranceScenes();
  await makeScenes();
  await makeEditScenes();
  await makeRedlineScenes();
  await makeEndedScenes();
});

const plain = (title: string): string => (pages.get(title) ?? '').replaceAll(/\s+/g, ' ');

describe('the templates of pages', () => {
  it('use every name of their views, and have every name that they use', () => {
    // One view of a problem serves the summary, the field, and all pages that have problems; one of links serves two pages,
    // and one of what is found in a draft its page and those that a long one leads to. Evidence has scenes of its own.
    const shared =
      /problems?\.(field|until|left)$|links\.\w+$|parts\.id$|^(evidence-page|filing-page|origins|remarks): /i;
    expect(names.unused().filter((name) => !shared.test(name))).toEqual([]);
  });

  it('are each a page or part of one', () => {
    expect(
      unreachable(
        templates,
        'pages',
        Object.keys(pageNames).map((name) => `pages/${name}`),
      ),
    ).toEqual([]);
  });

  it('escape everything that they print, and are written in ASCII', () => {
    for (const [path, text] of Object.entries(templates)) {
      if (!path.startsWith('pages/')) continue;
      expect(text, path).not.toMatch(/\{\{[{&]/);
      expect(text, path).toMatch(/^[\n\x20-\x7E]*$/);
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
    const page = plain('review of what cannot be approved');
    for (const words of [
      '<summary>Form 8-K and exchanges<span class="aside"> First due November 23, 2026, 5:30 PM EST</span></summary> <p>This is a reminder, and no legal advice: counsel decides what is filed and when. What is certain to apply is first due by November 23, 2026, 5:30 PM EST.</p>',
      '<strong>Item 5.02(b)</strong>, Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers <ul> <li>Applies. An officer leaves. <br>Due on November 23, 2026: EDGAR takes it until November 23, 2026, 5:30 PM EST.',
      'Regulation FD Disclosure <ul> <li>May apply. It may be furnished. <br>Not known: a fact.',
      '<li>A duty. <span class="hint">Another rule</span></li>',
    ])
      expect(page).toContain(words);
    expect(page.match(/A note\./g)).toHaveLength(1);
  });

  it('show what was sent and is not in the text, and why', () => {
    expect(plain('review of what cannot be approved')).toContain(
      '<strong>consulting until</strong> of the departure of an officer: 2003-03-31 <br><span class="hint">No sentence of the release prints it. Event <span class="id">hr~evt-1</span>',
    );
    expect(pages.get('review')).not.toContain('Sent, and not in the text');
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
    expect(pages.size).toBeGreaterThan(50);
    for (const [title, page] of pages) {
      expect(page.length, title).toBeLessThan(60_000);
      expect(page.startsWith('<!doctype html>\n<html lang="en">\n'), title).toBe(true);
      expect(page, title).toContain('<meta name="robots" content="noindex, nofollow">');
      for (const element of ['title', 'h1', 'main', 'header'])
        expect(page.match(new RegExp(`<${element}[ >]`, 'g')), `${title}: ${element}`).toHaveLength(1);
      expect(page.replace('<!doctype', '').replace(/<style>.*<\/style>/s, ''), title).not.toContain('!');
    }
  });

  it('loads nothing, runs nothing, reloads nothing and sends nobody elsewhere', () => {
    for (const [title, page] of pages) {
      expect(page, title).not.toMatch(/<script|<link|<img|<iframe|src=|url\(|@import| on\w+=| style="/);
      expect(page, title).not.toContain('http-equiv');
      for (const [, target] of page.matchAll(/(?:href|action)="([^"]*)"/g))
        expect(target, title).toMatch(/^(#[\w-]+|\/r\/[a-z2-7]{32}(\/[a-z0-9.-]+)?(\?sent)?)$/);
    }
  });

  it('uses each id once, and refers only to ids that it has', () => {
    for (const [title, page] of pages) {
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, title).toBe(ids.length);
      const referred = [
        ...page.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]*)"| href="#([^"]*)"/g),
      ]
        .flatMap(([, list, target = '']) => (list ?? target).split(' '))
        // The summary of the code page is also rendered with problems of other pages here.
        .filter((id) => !title.startsWith('code with') || id === 'code');
      for (const id of referred) expect(ids, `${title}: ${id}`).toContain(id);
    }
  });

  it('labels every field, and skips no level of headings', () => {
    for (const [title, page] of pages) {
      const outside = page.replaceAll(/<label>[^<]*<input[^>]*><\/label>/g, '');
      const labelled = [...page.matchAll(/<label[^>]* for="([^"]*)"/g)].map(([, id]) => id);
      for (const [field] of outside.matchAll(/<(?:input|textarea)[^>]*>/g))
        if (!field.includes('type="hidden"'))
          expect(labelled, title).toContain(field.match(/ id="([^"]*)"/)?.[1]);
      const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      const main = levels.slice(levels.indexOf(1));
      main.forEach((level, index) => {
        expect(level - (main[index - 1] ?? 1), title).toBeLessThanOrEqual(1);
      });
    }
  });

  it('that asks for a decision leads to it and to the text before all else', () => {
    const body = pages.get('review')?.split('<body>')[1] ?? '';
    const links = [...body.matchAll(/<a href="([^"]*)"/g)].map(([, target]) => target);
    expect(links.slice(0, 2)).toEqual(['#your-decision', '#the-release']);
    expect(body.indexOf('id="the-release"')).toBeLessThan(body.indexOf('id="your-decision"'));
    expect(body.indexOf('id="your-decision"')).toBeLessThan(body.indexOf('id="more"'));
  });
});
