import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchChromium, screenshots } from '../support/chromium.ts';
import { makeEditScenes } from '../support/edit-scenes.ts';
import { makeEndedScenes } from '../support/ended-scenes.ts';
import { makeEntranceScenes } from '../support/entrance-scenes.ts';
import { makeScenes } from '../support/page-scenes.ts';
import { pages } from '../support/pages.ts';
import { makeRedlineScenes } from '../support/redline-scenes.ts';

// Before the tests are named, so that each page has a test of its own.
await makeEntranceScenes();
await makeScenes();
await makeEditScenes();
await makeRedlineScenes();
await makeEndedScenes();

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** Opens pages one after another in one window; every fold stands open where `unfolded`. */
const through = async (
  options: BrowserContextOptions,
  titles: Iterable<string>,
  look: (page: Page, title: string) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  for (const title of titles) {
    await page.setContent(pages.get(title) ?? '');
    await look(page, title);
  }
  await context.close();
};

const unfold = (page: Page): Promise<unknown> =>
  page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');

const keep = (page: Page, title: string, how: string): Promise<unknown> =>
  page.screenshot({ path: join(screenshots, `${title.replaceAll(' ', '-')}-${how}.png`), fullPage: true });

/** One page of each template, in the state that shows most of it. */
const chosen = [
  'start after a session',
  'code with code-wrong',
  'a link that is expired',
  'a link that is frozen',
  'link-sent',
  'not-me by link alone',
  'confirm with a problem',
  'no-link',
  'review of what cannot be approved',
  'review with problems',
  'review for a delegate',
  'review while approvals can be taken back',
  'review after changes were asked for',
  'status of what cannot be approved',
  'status after the release was frozen',
  'edit',
  'edit with money',
  'edit of a draft that has expired',
  'edit when newer',
  'review of an edited draft',
  'redline since the draft last seen',
  'start for the owner',
  'code to stop',
  'code with code-tried',
  'not-me of what is published',
  'not-me that was recorded',
  'edit that is not to be had',
  'exhibit99-1.docx that is not to be had',
  'review of what was published',
  'status of what was published',
  'status of a frozen release',
  'review of a draft that goes on',
  'review of a draft that is changes-requested and followed',
  'review of a long draft',
  'filing of a long draft',
  'origins of a long draft',
  'remarks of a long draft',
];

// The chosen ones are looked at in two other ways below.
describe('on a phone, no violation of WCAG 2.2 AA has', () => {
  it.each([...pages.keys()].filter((title) => !chosen.includes(title)))('%s', async (title) => {
    await through({ viewport: phone, colorScheme: 'light' }, [title], async (page) => {
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

describe.each([
  ['phone', 'dark', phone],
  ['desktop', 'light', desktop],
] as const)('on a %s in the %s scheme, unfolded, none has', (name, colorScheme, viewport) => {
  it.each(chosen)('%s', async (title) => {
    await through({ viewport, colorScheme }, [title], async (page) => {
      await keep(page, title, `${name}-${colorScheme}`);
      await unfold(page);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

describe('a page of each template', () => {
  // A window of 1280 pixels is one of 640 at 200 percent, and of 320 at 400 percent (WCAG 1.4.4 and 1.4.10).
  it.each([640, 320])('needs no scrolling sideways where it is %i pixels wide', async (width) => {
    await through({ viewport: { width, height: 600 } }, chosen, async (page, title) => {
      await unfold(page);
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(wider), title).toBe(0);
    });
  });

  it('can be read with text of twice the size, and with the spacing of WCAG 1.4.12', async () => {
    const style = `html { font-size: 200% }
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }`;
    await through({ viewport: phone }, chosen, async (page, title) => {
      await page.addStyleTag({ content: style });
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(wider), title).toBe(0);
    });
  });

  it('moves nothing for whoever asks for less motion', async () => {
    await through({ viewport: phone, reducedMotion: 'reduce' }, chosen, async (page, title) => {
      expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior'), title).toBe(
        'auto',
      );
    });
  });

  it('prints the whole release and everything that is folded, and no form', async () => {
    await through({ viewport: phone }, ['review of what cannot be approved'], async (page) => {
      await page.emulateMedia({ media: 'print' });
      const height = 'document.querySelector("details .facts").getBoundingClientRect().height';
      expect(await page.evaluate(height)).toBeGreaterThan(0);
      expect(await page.locator('form').first().isVisible()).toBe(false);
      await keep(page, 'review of what cannot be approved', 'print');
    });
  });
});

describe('the keyboard', () => {
  const focused = (page: Page): Promise<unknown> =>
    page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');

  it('reaches the decision by the first key, and every field of it in the order in which they stand', async () => {
    await through({ viewport: desktop }, ['review'], async (page) => {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Go to your decision');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('your-decision');
      const order: unknown[] = [];
      for (let press = 0; press < 5; press += 1) {
        await page.keyboard.press('Tab');
        order.push(await focused(page));
      }
      expect(order).toEqual([
        'decision',
        'reason',
        'Which parts it is about (optional)',
        'read',
        'Record my decision',
      ]);
    });
  });

  it('shows where it is, and hides what has the focus nowhere', async () => {
    await through({ viewport: phone }, ['review'], async (page) => {
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
        expect(outline, String(await focused(page))).toBe('solid');
      }
    });
  });
});
