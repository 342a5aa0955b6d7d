import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchChromium, screenshots } from '../support/chromium.ts';
import { makeEvidenceScenes } from '../support/evidence-scenes.ts';
import { pages } from '../support/pages.ts';

const titles = (): string[] => [...pages.keys()].filter((title) => /^(evidence|receipt)\b/.test(title));

let browser: Browser;
beforeAll(async () => {
  await makeEvidenceScenes();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const looks = [
  { look: 'narrow', viewport: { width: 320, height: 568 }, colorScheme: 'light' },
  { look: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { look: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
] as const;

describe('the pages of evidence', () => {
  it.each(looks)(
    'have no violation of WCAG 2.2 AA on a screen that is $look',
    async ({ look, ...options }) => {
      expect(titles().length).toBeGreaterThan(5);
      const page = await (await browser.newContext(options)).newPage();
      for (const title of titles()) {
        await page.setContent(pages.get(title) ?? '');
        await page.screenshot({
          path: join(screenshots, `${title.replaceAll(' ', '-')}-${look}.png`),
          fullPage: true,
        });
        expect(await violationsOf(page), title).toEqual([]);
      }
      await page.context().close();
    },
  );

  it('are small, and print on plain sheets', async () => {
    for (const title of titles()) expect((pages.get(title) ?? '').length, title).toBeLessThan(60_000);
    const page = await browser.newPage();
    await page.setContent(pages.get('evidence') ?? '');
    await page.emulateMedia({ media: 'print' });
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe('rgb(255, 255, 255)');
    await page.setViewportSize({ width: 720, height: 1000 });
    await page.screenshot({ path: join(screenshots, 'evidence-print.png'), fullPage: true });
    await page.close();
  });
});
