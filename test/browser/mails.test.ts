import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../local/mail-samples/list.ts';
import { sendMassChange, sendSample } from '../../local/mail-samples/send.ts';
import { launchChromium, screenshots } from '../support/chromium.ts';
import { templates } from '../support/templates.ts';

// What axe finds does not hang on the width; the colours of the dark scheme are the same in every mail.
const looks = [
  { look: 'narrow', viewport: { width: 320, height: 568 }, colorScheme: 'light', axe: 'every' },
  { look: 'dark', viewport: { width: 375, height: 667 }, colorScheme: 'dark', axe: 'ask' },
  { look: 'wide', viewport: { width: 1024, height: 768 }, colorScheme: 'light', axe: 'none' },
] as const;

/** What is asked of a page and not of a mail, which a mail program shows within a page of its own. */
const rulesOfPages = ['landmark-one-main', 'region'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What does not fit the window, and what axe finds wrong where it is asked; a picture of the mail is kept. */
const problemsOf = async (page: Page, name: string, html: string, isAnalysed: boolean): Promise<string[]> => {
  await page.setContent(html);
  await page.screenshot({ path: join(screenshots, `mail-${name}.png`), fullPage: true });
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  const tooWide = overflow > 0 ? [`${overflow} pixels wider than the window`] : [];
  if (!isAnalysed) return tooWide;
  const { violations } = await new AxeBuilder({ page }).disableRules(rulesOfPages).analyze();
  return [
    ...tooWide,
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ];
};

describe.each(looks)('on a screen that is $look', ({ look, axe, ...options }) => {
  let page: Page;
  const loaded: string[] = [];
  beforeAll(async () => {
    page = await (await browser.newContext(options)).newPage();
    page.on('request', (request) => loaded.push(request.url()));
  });
  afterAll(() => page.context().close());

  it.each(samples)('the mail $name fits, and axe finds nothing wrong with it', async (sample) => {
    const { html } = await sendSample(sample, templates);
    expect(
      await problemsOf(page, `${sample.name}-${look}`, html, axe === 'every' || axe === sample.name),
    ).toEqual([]);
  });

  it('the mail about a mass change does too', async () => {
    const { html } = await sendMassChange(templates);
    expect(await problemsOf(page, `mass-change-${look}`, html, axe === 'every')).toEqual([]);
  });

  it('no mail has loaded anything', () => {
    expect(loaded).toEqual([]);
  });
});
