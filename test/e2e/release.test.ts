import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSchema } from '../../functions/domain/draft.ts';
import { outcomeSchema, publishedSchema } from '../../functions/domain/facts.ts';
import { keys } from '../../functions/domain/keys.ts';
import { decideOn } from '../../local/approve.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const seed = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'iec-2002-exhibit99-1.txt'), 'utf8');
const iec = readExamples('iec-2002');
const halden = readExamples('halden-2026');
const emailOf = (company: string, id: string): string =>
  companyOfId(company).approvers.find((approver) => approver.id === id)?.email ?? '';

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
});
afterAll(() => stack.stop());

const approveAs = async (
  company: string,
  id: string,
  seen?: ReadonlySet<string>,
  begins?: string,
): Promise<string> => {
  const email = emailOf(company, id);
  const { person, page } = await stack.open(email, await stack.link(email, seen, begins));
  return (await decideOn(person, page, { decision: 'approve' })).html;
};
const mailIds = async (): Promise<Set<string>> => new Set((await stack.mails()).map(({ id }) => id));

describe('from signed events to a published release', () => {
  const release = 'iec-electronics.newark-restructuring';

  it('the release of 6 June 2002 comes out of its events, is approved, and is published as it was filed', async () => {
    for (const event of iec) expect((await stack.post(event)).status).toBe(202);
    await approveAs('iec-electronics', 'margaret-osei');
    await Promise.all([
      approveAs('iec-electronics', 'helen-marsh'),
      approveAs('iec-electronics', 'robert-ines'),
    ]);
    await stack.key(keys.published(release));
    expect(stack.text(keys.publishedFile(release, 'exhibit99-1.txt'))).toBe(seed);
    const { approvals } = stack.fact(keys.published(release), publishedSchema);
    expect(approvals.map(({ approver }) => approver)).toEqual([
      'margaret-osei',
      'helen-marsh',
      'robert-ines',
    ]);
  });

  it('two approvers who decide at once end the draft once, and it is published once', () => {
    expect(stack.keys().filter((key) => key.includes(release) && key.endsWith('outcome.json'))).toHaveLength(
      1,
    );
    expect(
      stack.keys().filter((key) => key.includes(release) && key.endsWith('published.json')),
    ).toHaveLength(1);
  });

  it('the owner and who decided are told that it is published, and nobody else', async () => {
    await stack.idle();
    const told = stack.keys().filter((key) => /mail\/published-.*\.sent\.json$/.test(key));
    expect(told.map((key) => key.replace(/.*published-0001(.*)\.sent\.json/, '$1'))).toEqual([
      '-helen-marsh',
      '-margaret-osei',
      '-robert-ines',
      '',
    ]);
  });

  it('the approver whom it is about was never mailed', async () => {
    const addresses = (await stack.mails()).flatMap(({ to }) => to).join();
    expect(addresses).toContain(emailOf('iec-electronics', 'helen-marsh'));
    expect(addresses).not.toContain(emailOf('iec-electronics', 'w-barry-gilbert'));
  });

  it('no function asked for more than its role allows', () => {
    expect(stack.denied).toEqual([]);
  });

  it('no mail, log line or name of a release in a mail tells the news or who is concerned', async () => {
    const news = /Lovelock|Weiss|Gilbert|Anderson|Departure|restructuring|35 percent|SmallCap/i;
    for (const { subject, text, html } of await stack.mails())
      expect(`${subject}${text}${html}`).not.toMatch(news);
    const logged = stack.logs.filter(({ from }) => from === 'function').map(({ text }) => text);
    expect(logged.length).toBeGreaterThan(10);
    expect(logged.join('\n')).not.toMatch(news);
    expect(logged.join('\n')).not.toMatch(/@|\b\d{6}\b(?!Z)|\/r\//);
  });
});

describe('a release that lacks a fact', () => {
  it('cannot be approved, is changed by a corrected event, and is then published', async () => {
    const subject = 'lacking';
    const release = `halden-optics.${subject}`;
    const [retirement, interim, statement, correction] = halden.map((event) => eventOf(event, subject));
    if (!retirement || !interim || !statement || !correction) throw new Error('no examples');
    for (const event of [retirement, interim, statement]) await stack.post(event);

    const counsel = emailOf('halden-optics', 'ana-delgado');
    const { person, page } = await stack.open(counsel, await stack.link(counsel));
    expect(page.html).toContain('[TO BE CONFIRMED: the day until which Marcus Thiele is available]');
    const refused = await decideOn(person, page, { decision: 'approve' });
    expect(refused.status).toBe(422);
    const seen = await mailIds();
    await decideOn(person, refused, { decision: 'request-changes', reason: 'Until when does he advise us?' });
    expect(stack.fact(keys.outcome(release, 1), outcomeSchema)).toMatchObject({
      outcome: 'changes-requested',
      by: 'ana-delgado',
    });

    await stack.post(correction);
    await stack.key(keys.draft(release, 2));
    expect(stack.fact(keys.draft(release, 2), draftSchema).missing).toEqual([]);
    for (const id of ['ana-delgado', 'jonas-keller', 'ruth-okafor'])
      await approveAs('halden-optics', id, seen, 'Draft 2 ');
    await stack.key(keys.published(release));
    expect(stack.text(keys.publishedFile(release, 'exhibit99-1.txt'))).toContain('June 30, 2027');
  });
});

describe('a newer draft that races an approval', () => {
  it.each([0, 1, 2, 3])('one of them wins, and the other finds its way: run %i', async (run) => {
    const subject = `race-${run}`;
    const release = `halden-optics.${subject}`;
    const [, interim, statement] = halden.map((event) => eventOf(event, subject));
    if (!interim || !statement) throw new Error('no examples');
    const seen = await mailIds();
    await stack.post(interim);
    await stack.key(keys.draft(release, 1));
    for (const id of ['ana-delgado', 'jonas-keller']) await approveAs('halden-optics', id, seen);
    const email = emailOf('halden-optics', 'ruth-okafor');
    const { person, page } = await stack.open(email, await stack.link(email, seen));
    await Promise.all([stack.post(statement), decideOn(person, page, { decision: 'approve' })]);
    await stack.idle();

    const { outcome } = stack.fact(keys.outcome(release, 1), outcomeSchema);
    const taken = `board~${statement.id}`;
    if (outcome === 'approved') {
      expect(stack.fact(keys.published(release), publishedSchema).draft).toBe(1);
      expect(stack.fact(keys.draft(`${release}.2`, 1), draftSchema).events).toEqual([taken]);
    } else {
      expect(outcome).toBe('superseded');
      expect(stack.keys(`releases/${release}/`).some((key) => key.includes('published'))).toBe(false);
      expect(stack.fact(keys.draft(release, 2), draftSchema).events).toContain(taken);
    }
  });
});
