import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideOn, linkIn, openDraft, waitFor } from '../../local/approve.ts';
import { postEvent } from '../../local/post-event.ts';
import { developmentSecrets, runLocal } from '../../local/run.ts';
import type { Stack } from '../../local/stack.ts';
import type { Page, visitor } from '../../local/visitor.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { manyActs } from '../support/many-acts.ts';
import { median } from './measure.ts';

/** A page on the embedded stack, warm: from the request to its first byte, for which there is a budget, and to its last. */
export interface PageCost {
  of: string;
  firstByteMs: number;
  lastByteMs: number;
  budgetMs: number;
  kilobytes: number;
  budgetKilobytes: number;
  kept: boolean;
}

const budgetMs = 50;
const budgetKilobytes = 60;
const runs = 15;

type Visited = Awaited<ReturnType<typeof openDraft>>;

/** Milliseconds from a request to the first byte of its answer, and to the last. */
const timesOf = (url: string, cookie: string): Promise<{ first: number; last: number }> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { headers: { cookie } }, (response) => {
      const first = performance.now() - start;
      response.on('end', () => resolve({ first, last: performance.now() - start }));
      response.on('error', reject);
      response.resume();
    }).on('error', reject);
  });

const measure = async (of: string, person: ReturnType<typeof visitor>, page: Page): Promise<PageCost> => {
  const times: { first: number; last: number }[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timesOf(page.url, person.cookieHeader()));
  const firstByteMs = median(times.map(({ first }) => first));
  const lastByteMs = median(times.map(({ last }) => last));
  const kilobytes = Math.ceil(Buffer.byteLength(page.html) / 1000);
  const kept = firstByteMs <= budgetMs && kilobytes <= budgetKilobytes;
  return { of, firstByteMs, lastByteMs, budgetMs, kilobytes, budgetKilobytes, kept };
};

const post = (stack: Stack, event: object, id: string): Promise<unknown> =>
  postEvent(stack.baseUrl, {
    source: 'hr',
    secret: developmentSecrets()['hr'] ?? '',
    id,
    bytes: Buffer.from(JSON.stringify({ ...event, id, subject: id })),
  });

/** Opens the newest link that was mailed to somebody since these mails. */
const enter = async (stack: Stack, address: string, seen: ReadonlySet<string>): Promise<Visited> => {
  const link = await waitFor(`a link to ${address}`, async () =>
    (await stack.mails())
      .filter(({ id, to }) => !seen.has(id) && to.some((one) => one.includes(address)))
      .map(linkIn)
      .findLast((found) => found !== undefined),
  );
  return openDraft(stack, address, link);
};

const mailsOf = async (stack: Stack): Promise<Set<string>> =>
  new Set((await stack.mails()).map(({ id }) => id));

/** Measures the page of the release of 2002 and its status, and the page of a release of 100 acts. */
export const measurePages = async (): Promise<PageCost[]> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazette-pages-'));
  const stack = await runLocal({ dataDirectory, port: 0, settleSeconds: 1 });
  const { approvers, owner } = companyOfId('iec-electronics');
  try {
    const [event] = readExamples('iec-2002');
    await post(stack, event ?? {}, 'bench-page');
    const { person, page } = await enter(stack, approvers[0]?.email ?? '', new Set());
    const review = await measure('the draft of 2002', person, page);

    const before = await mailsOf(stack);
    await decideOn(person, page, { decision: 'request-changes', reason: 'The title is wrong.' });
    const manager = await enter(stack, owner.email, before);
    const status = await measure('the status of its release', manager.person, manager.page);

    const seen = await mailsOf(stack);
    const [hundred] = manyActs(100);
    const [example] = readExamples('halden-2026');
    await post(stack, { ...example, data: hundred?.data }, 'bench-many');
    const reader = await enter(stack, companyOfId('halden-optics').approvers[0]?.email ?? '', seen);
    const many = [await measure('a draft of 100 acts', reader.person, reader.page)];
    for (const name of ['filing', 'origins', 'remarks']) {
      const detail = await reader.person.open(`${reader.page.url}/${name}`);
      many.push(await measure(`its page ${name}`, reader.person, detail));
    }
    return [review, status, ...many];
  } finally {
    await stack.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
