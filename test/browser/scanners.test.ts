import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { company } from '../support/draft.ts';
import { type Office, openOffice } from '../support/office.ts';
import { harmless, type Mode, scenes } from '../support/scanner-behaviours.ts';
import { serveOffice } from '../support/serve-office.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Ticks every box, presses every radio button, the one with this number last, and types into every field that is seen. */
const fillIn = (page: Page, choice: number): Promise<unknown> =>
  page.evaluate(`
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    for (const box of document.querySelectorAll('input[type=checkbox]')) box.checked = true;
    const radios = [...document.querySelectorAll('input[type=radio]')];
    for (const radio of radios) radio.click();
    radios[${choice}]?.click();
    for (const field of document.querySelectorAll('input[type=text], textarea'))
      if (field.checkVisibility() && field.name !== 'extra') field.value = '123456';
  `);

/** Fills in and presses a button of a page; waits for what comes, unless the browser itself refuses to send the form. */
const press = async (page: Page, button: number, choice: number): Promise<boolean> => {
  const found = page.locator('main button').nth(button);
  if ((await found.count()) === 0) return false;
  await fillIn(page, choice);
  const refused = await found.evaluate(
    '(button) => button.form?.noValidate === false && !button.form.checkValidity()',
  );
  await Promise.all([refused ? undefined : page.waitForEvent('load'), found.click()]);
  return true;
};

/** Goes through all that a link leads to, presses every button of every page, and answers with how many it pressed. */
const pressEverything = async (context: BrowserContext, office: Office, link: string): Promise<number> => {
  const page = await context.newPage();
  const waiting = [link];
  const seen = new Set<string>();
  let pressed = 0;
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    await page.goto(address);
    // The same address shows other things once a session is open.
    const what = `${address} ${await page.title()}`;
    if (seen.has(what)) continue;
    seen.add(what);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    const links = await page.evaluate('[...document.links].map((link) => link.href).join(" ")');
    waiting.push(
      ...String(links)
        .split(' ')
        .filter((href) => href.startsWith(link) && !/#|\.docx|\.json/.test(href)),
    );
    const buttons = await page.locator('main button').count();
    const choices = (await page.locator('main input[type=radio]').count()) > 0 ? [0, 1] : [0];
    for (let button = 0; button < buttons; button += 1)
      for (const choice of choices) {
        await page.goto(address);
        office.clock.pass(0.5);
        if (!(await press(page, button, choice))) continue;
        pressed += 1;
        waiting.push(page.url());
        // What follows, such as a question, is answered too.
        if (await press(page, 0, choice)) waiting.push(page.url());
      }
  }
  await page.close();
  return pressed;
};

/** Submits every form of a page by script, past the browser's own checks. */
const submitByScript = async (context: BrowserContext, link: string): Promise<void> => {
  const page = await context.newPage();
  await page.goto(link);
  const forms = await page.locator('form').count();
  for (let form = 0; form < forms; form += 1) {
    await page.goto(link);
    await Promise.all([page.waitForEvent('load'), page.evaluate(`document.forms[${form}].submit()`)]);
  }
  await page.close();
};

/** One of each kind of page; test/unit/review/scanners.test.ts plays all of them without a browser. */
const cases: { mode: Mode; scene: keyof typeof scenes }[] = [
  { mode: 'code', scene: 'a draft that awaits' },
  { mode: 'code', scene: 'a link that has expired' },
  { mode: 'link', scene: 'a draft that awaits' },
  { mode: 'link', scene: 'a draft that the person has decided on' },
  { mode: 'link', scene: 'a draft that has a newer one' },
];

const visit = async (
  mode: Mode,
  scene: string,
  scan: (context: BrowserContext, office: Office, link: string) => Promise<void>,
) => {
  const office = await openOffice({ company: { ...company, policy: { ...company.policy, stepUp: mode } } });
  const path = await office.invite('margaret-osei');
  await scenes[scene]?.(office, path, mode);
  const before = new Set(office.facts.facts.keys());
  const { address, stop } = await serveOffice(office);
  const context = await browser.newContext({ javaScriptEnabled: true });
  context.setDefaultTimeout(10_000);
  try {
    await scan(context, office, `${address}${path}`);
  } finally {
    await context.close();
    await stop();
  }
  return [...office.facts.facts.keys()].filter((key) => !before.has(key));
};

describe('a scanner that is a browser', () => {
  it.each(cases)(
    'and presses everything decides and freezes nothing (by $mode): $scene',
    async ({ mode, scene }) => {
      const left = await visit(mode, scene, async (context, office, link) => {
        expect(await pressEverything(context, office, link)).toBeGreaterThan(0);
      });
      expect(left.filter((key) => !harmless[mode].test(key))).toEqual([]);
      // Where a link opens the draft it has come as far as the question that it cannot answer.
      const last = mode === 'link' ? 'unconfirmed-form' : 'opened';
      expect(left.filter((key) => key.includes(`~${last}`))).not.toEqual([]);
    },
  );

  it.each(['code', 'link'] as const)('and submits forms by script decides nothing (by %s)', async (mode) => {
    const left = await visit(mode, 'a draft that awaits', (context, _office, link) =>
      submitByScript(context, link),
    );
    expect(left.filter((key) => !harmless[mode].test(key))).toEqual([]);
    expect(left.some((key) => key.includes('headless-browser'))).toBe(true);
  });
});
