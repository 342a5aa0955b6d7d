import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSchema } from '../../functions/domain/draft.ts';
import { decisionSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { waitFor } from '../../local/approve.ts';
import { violationsOf } from '../support/axe.ts';
import { launchChromium, screenshots } from '../support/chromium.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const viewports = [
  ['phone', { width: 390, height: 844 }],
  ['narrow', { width: 320, height: 568 }],
  ['desktop', { width: 1280, height: 900 }],
] as const;
const approvers = ['margaret-osei', 'helen-marsh', 'robert-ines'];
const emailOf = (id: string): string =>
  companyOfId('iec-electronics').approvers.find((approver) => approver.id === id)?.email ?? '';

let stack: RunningStack;
let browser: Browser;
beforeAll(async () => {
  stack = await runStack();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

/** The last document that a page was given; what a click leads to is known only by its answer. */
const lastDocument = (page: Page): (() => Response) => {
  let last: Response | undefined;
  page.on('response', (response) => {
    const isDocument = response.request().resourceType() === 'document';
    if (isDocument && response.frame() === page.mainFrame() && response.status() !== 303) last = response;
  });
  return () => {
    if (last === undefined) throw new Error('The page has no document');
    return last;
  };
};

/**
 * What WCAG 2.2 AA and good practice find wrong with a document, in words that name the element. Axe is a script, and
 * the visitor's browser runs none: the very same document is opened beside it, in one that does.
 */
const violations = async (document: Response, options: BrowserContextOptions): Promise<string[]> => {
  const context = await browser.newContext({ ...options, javaScriptEnabled: true, bypassCSP: true });
  try {
    const page = await context.newPage();
    const { 'content-security-policy': _, ...headers } = document.headers();
    await page.route(document.url(), async (route) =>
      route.fulfill({ status: 200, headers, body: await document.text() }),
    );
    await page.goto(document.url());
    return await violationsOf(page);
  } finally {
    await context.close();
  }
};

/** Presses what leads to another page, and waits for it: under load a click is done long before its page is there. */
const press = async (page: Page, found: Locator): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), found.click()]);
};

/** A visitor of the pages, whose every page is kept as a picture and checked. */
const visit = async (options: BrowserContextOptions) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const document = lastDocument(page);
  const look = async (name: string, fullPage = true): Promise<void> => {
    await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
    expect(await violations(document(), options)).toEqual([]);
  };
  return { context, page, look };
};

type Visitor = Awaited<ReturnType<typeof visit>>;

const codeFor = async (address: string, seen: ReadonlySet<string>): Promise<string> =>
  waitFor(`a code to ${address}`, async () => {
    const mails = (await stack.mails()).filter(
      ({ id, to }) => !seen.has(id) && to.some((to) => to.includes(address)),
    );
    return mails.map(({ text }) => /^\s*(\d{6})\s*$/m.exec(text)?.[1]).find((code) => code !== undefined);
  });

const openDraft = async ({ page, look }: Visitor, id: string, name: string): Promise<void> => {
  const link = await stack.link(emailOf(id));
  await page.goto(link);
  await look(`${name}-1-link`);
  const seen = new Set((await stack.mails()).map((mail) => mail.id));
  await press(page, page.getByRole('button', { name: 'Mail me a code' }));
  await look(`${name}-2-code`);
  await page.getByLabel('Code', { exact: true }).fill(await codeFor(emailOf(id), seen));
  await press(page, page.getByRole('button', { name: 'Read the draft' }));
};

describe('the whole journey, without JavaScript and without a violation of WCAG', () => {
  const release = 'iec-electronics.newark-restructuring';
  beforeAll(async () => {
    for (const event of readExamples('iec-2002')) await stack.post(event);
    await stack.key(keys.draft(release, 1));
  });

  it.each(viewports)('on a %s', async (name, viewport) => {
    const id = approvers[viewports.findIndex(([other]) => other === name)] ?? '';
    const visitor = await visit({ viewport, javaScriptEnabled: false, colorScheme: 'light' });
    const { context, page, look } = visitor;
    await openDraft(visitor, id, name);
    expect(await page.getByRole('heading', { name: 'IEC Announces Departure of CEO and CFO' }).count()).toBe(
      1,
    );
    await look(`${name}-3-draft`);

    await press(page, page.getByRole('button', { name: 'Record my decision' }));
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('alert').innerText()).toContain('There is a problem');
    await look(`${name}-4-problem`);

    const approve = async (): Promise<void> => {
      await page.getByLabel(/^I approve draft 1/).check();
      await page.getByLabel('I have read draft 1').check();
      await press(page, page.getByRole('button', { name: 'Record my decision' }));
    };
    await approve();
    await look(`${name}-5-decided`);
    // The last approval that is needed ends the draft at once, and cannot be taken back.
    const takeBack = page.getByRole('button', { name: 'Take back my decision on draft 1' });
    const round = id === approvers.at(-1) ? 1 : 2;
    expect(await takeBack.count()).toBe(round - 1);
    if (round === 2) {
      await press(page, takeBack);
      expect(await page.getByRole('heading', { name: 'You took your decision back' }).count()).toBe(1);
      await look(`${name}-6-taken-back`);
      await approve();
    }
    const { sha256 } = stack.fact(keys.draft(release, 1), draftSchema);
    expect(stack.fact(keys.decision(release, 1, id, round), decisionSchema)).toMatchObject({
      decision: 'approve',
      sha256,
    });
    await page.reload();
    expect(await page.getByRole('button', { name: 'Record my decision' }).count()).toBe(0);
    await context.close();
  });

  it('ends with the release published', async () => {
    await stack.key(keys.published(release));
  });
});

describe('a draft that lacks a fact, in the dark', () => {
  it('offers no approval, and takes a request for changes by keyboard alone', async () => {
    const [retirement] = readExamples('halden-2026');
    if (retirement === undefined) throw new Error('no example');
    await stack.post(eventOf(retirement, 'dark'));
    const email = 'ana.delgado@haldenoptics.example';
    const link = await stack.link(email);
    const { context, page, look } = await visit({
      viewport: { width: 375, height: 812 },
      colorScheme: 'dark',
    });
    const seen = new Set((await stack.mails()).map((mail) => mail.id));
    await page.goto(link);
    await look('dark-1-link');
    await page.getByRole('button', { name: 'Mail me a code' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Code', { exact: true }).focus();
    await page.keyboard.type(await codeFor(email, seen));
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1');
    expect(await page.getByLabel(/^I approve/).count()).toBe(0);
    await look('dark-2-draft');
    await page.getByLabel('I ask for changes').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Until when does he advise us?');
    // The list of parts opens by a key, and its first entry is the headline.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByLabel('I have read draft 1').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await stack.key(keys.outcome('halden-optics.dark', 1));
    expect(stack.fact(keys.decision('halden-optics.dark', 1, 'ana-delgado'), decisionSchema)).toMatchObject({
      decision: 'request-changes',
      sections: ['headline'],
    });
    await look('dark-3-decided');
    await context.close();
  });

  it('is shown to the owner with all that has happened to it', async () => {
    const { owner } = companyOfId('halden-optics');
    const link = await stack.link(owner.email);
    const seen = new Set((await stack.mails()).map((mail) => mail.id));
    const { context, page, look } = await visit({
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      javaScriptEnabled: false,
    });
    await page.goto(link);
    await press(page, page.getByRole('button', { name: 'Mail me a code' }));
    await page.getByLabel('Code', { exact: true }).fill(await codeFor(owner.email, seen));
    await press(page, page.locator('form button').first());
    expect(await page.getByRole('heading', { name: 'Status of a release' }).count()).toBe(1);
    expect(await page.locator('.history').innerText()).toContain('asked for changes to draft 1');
    await look('dark-4-status');
    await press(page, page.getByRole('link', { name: 'Read draft 1' }));
    expect(await page.getByRole('heading', { name: 'Draft 1 of a release' }).count()).toBe(1);
    await look('dark-5-draft-for-the-owner');
    await context.close();
  });
});

describe('the pages of the embedded stack', () => {
  it.each(['inbox', 'ledger'])('%s has no violation of WCAG', async (name) => {
    const { context, page, look } = await visit({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${stack.baseUrl}/_local/${name}`);
    // The ledger of all these tests is longer than a picture can be.
    await look(`local-${name}`, name !== 'ledger');
    await context.close();
  });
});
