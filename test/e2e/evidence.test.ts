import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ownerReader } from '../../functions/domain/company.ts';
import { flawsOf, verifyEvidence } from '../../functions/domain/evidence/verify-evidence.ts';
import { keys } from '../../functions/domain/keys.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { decideOn } from '../../local/approve.ts';
import { evidence } from '../../local/evidence.ts';
import { openLedger } from '../../local/evidence-ledger.ts';
import { writeAddress } from '../../local/stack-address.ts';
import { thaw } from '../../local/thaw.ts';
import { verify } from '../../local/verify.ts';
import { companyOfId, readExamples } from '../support/examples.ts';
import { eventOf, type RunningStack, runStack } from '../support/running-stack.ts';

const company = companyOfId('iec-electronics');
const emailOf = (id: string): string => company.approvers.find((other) => other.id === id)?.email ?? '';
const enough = ['margaret-osei', 'helen-marsh', 'robert-ines'];
const data = mkdtempSync(join(tmpdir(), 'gazette-evidence-'));
const file = join(data, 'evidence.json');

let stack: RunningStack;
beforeAll(async () => {
  stack = await runStack();
  writeAddress(data, stack);
});
afterAll(async () => {
  await stack.stop();
  rmSync(data, { recursive: true });
});

/** What a command says of the ledger of the running stack. */
const say = async (command: typeof verify, ...args: string[]): Promise<string> => {
  const said: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
  try {
    await command([...args, '--data', data]);
    return said.join('\n');
  } finally {
    spy.mockRestore();
  }
};

const mailIds = async (): Promise<Set<string>> => new Set((await stack.mails()).map(({ id }) => id));

const approveAs = async (id: string, seen?: ReadonlySet<string>): Promise<void> => {
  const email = emailOf(id);
  const { person, page } = await stack.open(email, await stack.link(email, seen));
  await decideOn(person, page, { decision: 'approve' });
};

describe('a release that was published', () => {
  const release = 'iec-electronics.newark-restructuring';
  beforeAll(async () => {
    for (const event of readExamples('iec-2002')) await stack.post(event);
    for (const id of enough) await approveAs(id);
    await stack.key(keys.published(release));
    await stack.idle();
  });

  it('has evidence that holds by itself, and fact by fact against the ledger', async () => {
    expect(await say(evidence, release, '--out', file)).toContain('facts of the release');
    expect(await say(verify, file)).toMatch(/It holds\.$/);
    const compared = await say(verify, file, '--ledger', stack.buckets.ledger.name);
    expect(compared).toMatch(/It holds\.$/);
    expect(compared).toContain('holds  Every fact was written once, and never deleted.');
    expect(compared).toContain('holds  S3 took every decision');
    expect(compared).toMatch(/Signed by the key with the fingerprint: [0-9a-f]{64}/);
    const { facts } = JSON.parse(readFileSync(file, 'utf8'));
    expect(facts).toHaveLength(stack.keys(keys.release(release)).length);
  });

  it('shows its owner the same, as a page and as a file', async () => {
    const seen = await mailIds();
    const { ledger } = openLedger({ data });
    const ask = { kind: 'link', draft: 1, approver: ownerReader, askedAt: new Date().toISOString() };
    await putFact(ledger, keys.mail(release, 'link-0001-owner-1'), ask);
    const link = await stack.link(company.owner.email, seen);
    const { person } = await stack.open(company.owner.email, link);
    const page = await person.open(`${link}/evidence`);
    expect(page.html).toContain('The facts bear each other out');
    const answer = await person.open(`${link}/evidence.json`);
    const content: unknown = JSON.parse(answer.html);
    expect(flawsOf(verifyEvidence(content))).toEqual([]);
    expect(content).toHaveProperty('signature.algorithm', 'ECDSA_SHA_256');
  });
});

describe('a release that somebody froze', () => {
  const release = 'iec-electronics.frozen';

  it('goes on once it is thawed, with new links, and its evidence tells all of it', async () => {
    const [event] = readExamples('iec-2002');
    if (event === undefined) throw new Error('no example');
    const before = await mailIds();
    await stack.post(eventOf(event, 'frozen'));
    const email = emailOf('helen-marsh');
    const link = await stack.link(email, before);
    const { person } = await stack.open(email, link);
    await person.submit(await person.open(`${link}/not-me`), 'freeze');
    await stack.key(keys.gate(release, 1));
    await stack.idle();

    const seen = await mailIds();
    expect(await say(thaw, release)).toContain('Draft 2 is made once its events have settled');
    await stack.key(keys.draft(release, 2));
    for (const id of enough) await approveAs(id, seen);
    await stack.key(keys.published(release));
    await stack.idle();
    await say(evidence, release, '--out', file);
    expect(await say(verify, file, '--ledger', stack.buckets.ledger.name)).toMatch(/It holds\.$/);
    const told = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
    for (const key of [keys.gate(release, 1), keys.gate(release, 2), keys.event(release, 'desk', '0001')])
      expect(told).toContain(key);
  });
});
