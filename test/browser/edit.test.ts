import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../../functions/domain/company.ts';
import { draftSchema } from '../../functions/domain/draft.ts';
import type { EventFact } from '../../functions/domain/event.ts';
import { keys } from '../../functions/domain/keys.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { makeWork } from '../../functions/draft/handler.ts';
import { readRequiredFact } from '../../functions/ports/ledger.ts';
import { violationsOf } from '../support/axe.ts';
import { launchChromium, screenshots } from '../support/chromium.ts';
import { draftPorts } from '../support/drafting.ts';
import { companyOfId, recordedExamples } from '../support/examples.ts';
import { type Office, openOffice } from '../support/office.ts';
import { serveOffice } from '../support/serve-office.ts';
import { templates } from '../support/templates.ts';
import { enterAs } from '../support/visitor.ts';

const iec = companyOfId('iec-electronics');
const company: Company = {
  ...iec,
  approvers: iec.approvers.map((approver) => ({ ...approver, editor: approver.id === 'daniel-frost' })),
};
const release = 'iec-electronics.example';

/** The events of 2002, one of them without the title of the officer who leaves and with a loan of an unknown amount. */
const events: EventFact[] = recordedExamples('iec-2002').map((event) => ({
  ...event,
  release,
  data: {
    ...event.data,
    acts: [
      ...event.data.acts.map((act) =>
        act.kind === 'officer-departure' && act.person?.name === 'Richard L. Weiss'
          ? { ...act, title: undefined }
          : act,
      ),
      ...(event.source === 'hr' && event.id.startsWith('term')
        ? [{ kind: 'financing', stage: 'agreed', instrument: 'revolving loan' } as const]
        : []),
    ],
  },
}));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const openEdit = async (): Promise<Office> => {
  const now = new Date('2002-06-06T10:00:00.000Z');
  const draft = makeDraft({ company, release, number: 1, events, now }, templates);
  if (draft === undefined) throw new Error('no draft was made');
  const office = await openOffice({ draft, company });
  for (const event of events)
    office.facts.facts.set(keys.event(release, event.source, event.id), JSON.stringify(event));
  return office;
};

const makeNext = async (office: Office): Promise<void> => {
  const ports = { ...draftPorts(), ledger: office.facts, desk: office.papers, now: office.clock.now };
  const work = makeWork({ ...ports, companies: new Map([[company.id, company]]) });
  for (const key of await office.facts.list(`releases/${release}/events/desk~`)) await work(key);
};

const keep = (page: Page, title: string): Promise<unknown> =>
  page.screenshot({ path: join(screenshots, `journey-edit-${title}.png`), fullPage: true });

describe('an editor without JavaScript, at the keyboard', () => {
  it.each([
    ['phone', { width: 390, height: 844 }],
    ['desktop', { width: 1280, height: 900 }],
  ] as const)(
    'supplies a fact and edits the wording on a %s',
    { timeout: 120_000 },
    async (name, viewport) => {
      const office = await openEdit();
      const visitor = await enterAs(office, 'daniel-frost');
      const { address, stop } = await serveOffice(office);
      const context = await browser.newContext({ viewport, javaScriptEnabled: false });
      const [cookie = '', value = ''] = visitor.cookie?.split('=') ?? [];
      await context.addCookies([
        { name: cookie, value, domain: 'localhost', path: visitor.path, secure: true, httpOnly: true },
      ]);
      const page = await context.newPage();
      try {
        await page.goto(`${address}${visitor.path}`);
        await page.getByRole('link', { name: 'Supply a fact or edit the wording' }).press('Enter');
        await page.getByRole('heading', { name: 'Change draft 1' }).waitFor();
        await keep(page, `${name}-1-form`);

        await page.getByLabel('the office that Richard L. Weiss held').fill('Chief Financial Officer');
        await page.getByLabel('the amount of the financing').fill('plenty');
        await page.getByLabel('the amount of the financing').press('Enter');
        await page.waitForLoadState();
        expect(await page.title()).toMatch(/^Error: /);
        await keep(page, `${name}-2-error`);
        expect(await page.getByLabel('the office that Richard L. Weiss held').inputValue()).toBe(
          'Chief Financial Officer',
        );
        await page
          .getByRole('link', { name: /^the amount of the financing: Enter an amount/ })
          .press('Enter');
        await page.getByLabel('the amount of the financing').fill('up to $2.5 million');
        await page.getByRole('button', { name: 'Make draft 2' }).press('Enter');
        await page.getByRole('heading', { name: 'A change is recorded' }).waitFor();
        await keep(page, `${name}-3-recorded`);

        await makeNext(office);
        await page.getByRole('link', { name: 'Look again' }).press('Enter');
        await page.getByText('The text lacks no fact.').waitFor();
        await page.getByText('Headline and dateline', { exact: true }).press('Enter');
        await page.getByLabel('Headline', { exact: true }).fill('IEC Announces New Leaders');
        await page
          .getByLabel('A note for those who are asked (optional)')
          .fill('Says who comes, not who goes.');
        await keep(page, `${name}-4-wording`);
        await page.getByRole('button', { name: 'Make draft 3' }).press('Enter');
        await page.getByRole('heading', { name: 'A change is recorded' }).waitFor();
        await makeNext(office);

        const draft = await readRequiredFact(office.facts, keys.draft(release, 3), draftSchema);
        expect(draft.content.headline).toBe('IEC Announces New Leaders');
        expect(draft.missing).toEqual([]);
        expect(draft.html).toContain('up to $2.5 million');
      } finally {
        await context.close();
        await stop();
      }
    },
  );

  it.each([
    ['phone', { width: 390, height: 844 }],
    ['desktop', { width: 1280, height: 900 }],
  ] as const)(
    'finds nothing that axe finds wrong, and no field that cuts its text off, on a %s',
    { timeout: 120_000 },
    async (_name, viewport) => {
      const office = await openEdit();
      const visitor = await enterAs(office, 'daniel-frost');
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      try {
        await page.setContent((await visitor.get('', 'edit')).body ?? '');
        await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
        expect(await violationsOf(page)).toEqual([]);
        const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate(wider)).toBe(0);
        const cut =
          '[...document.querySelectorAll("textarea")].filter((field) => field.scrollHeight > field.clientHeight).map(({ id }) => id)';
        expect(await page.evaluate(cut)).toEqual([]);
        // A browser that does not fit a field to its text goes by the rows.
        await page.addStyleTag({ content: 'textarea { field-sizing: fixed !important }' });
        expect(await page.evaluate(cut)).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});
