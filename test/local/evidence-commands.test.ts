import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type EvidenceFile, evidenceSchema } from '../../functions/domain/evidence/evidence-file.ts';
import { fingerprintOf } from '../../functions/domain/evidence/signature.ts';
import { keys } from '../../functions/domain/keys.ts';
import { referenceOf } from '../../functions/domain/reference.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { runCommand } from '../../local/command.ts';
import { evidence } from '../../local/evidence.ts';
import { openObjectFiles } from '../../local/s3/object-files.ts';
import { createS3 } from '../../local/s3/s3.ts';
import { thaw } from '../../local/thaw.ts';
import { verify } from '../../local/verify.ts';
import { type Listener, listen } from '../../local/wire.ts';
import { release } from '../support/draft.ts';
import { enough, forged, publishedOffice } from '../support/evidence.ts';
import { ledgerKeys } from '../support/keys.ts';
import type { MemoryLedger } from '../support/memory-ledger.ts';
import { openOffice } from '../support/office.ts';
import { enterAs } from '../support/visitor.ts';
import { temporary } from './assembly.ts';

const commands = { evidence, verify, thaw };
const listeners: Listener[] = [];

/** Serves a ledger with these facts, from when it took them, as npm start does, and answers with the folder of its data. */
const serve = async (
  { facts, times }: MemoryLedger,
  headers: Record<string, string> = {},
): Promise<string> => {
  const data = temporary();
  const bucket = openObjectFiles(join(data, 'ledger'), join(data, '.meta', 'ledger'));
  for (const [key, body] of facts) bucket.put(key, Buffer.from(body), {}, true);
  for (const [key, at] of times) utimesSync(join(data, 'ledger', key), at, at);
  const s3 = createS3({ buckets: new Map([['ledger', bucket]]) });
  const keys = ledgerKeys(data, 'ledger');
  const listener = await listen(async (request) => {
    if (request.headers['x-amz-target']?.startsWith('TrentService')) return keys.handle(request);
    const answer = await s3(request);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  });
  listeners.push(listener);
  const credentials = { accessKeyId: 'anyone', secretAccessKey: 'unchecked' };
  const client = { endpoint: `http://127.0.0.1:${listener.port}`, region: 'local', credentials };
  writeFileSync(join(data, 'stack.json'), JSON.stringify({ bucket: 'ledger', client }));
  return data;
};

afterAll(async () => {
  for (const listener of listeners) await listener.close();
});

/** What a command prints, and what it ends with. */
const gazette = async (data: string, command: keyof typeof commands, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text: string) => out.push(text)),
    vi.spyOn(console, 'error').mockImplementation((text: string) => err.push(text)),
  ];
  try {
    await runCommand(() => commands[command]([...args, '--data', data]));
    return { status: process.exitCode ?? 0, stdout: out.join('\n'), stderr: err.join('\n') };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
};

describe('gazette evidence and gazette verify', () => {
  let data: string;
  const file = (name: string): string => join(data, name);
  const read = (name: string): EvidenceFile =>
    v.parse(evidenceSchema, JSON.parse(readFileSync(file(name), 'utf8')));
  const write = (name: string, content: EvidenceFile): string => {
    writeFileSync(file(name), JSON.stringify(content));
    return file(name);
  };
  beforeAll(async () => {
    data = await serve((await publishedOffice()).facts);
    await gazette(data, 'evidence', release, '--out', file('evidence.json'));
  });

  it('write a file that holds, and a page of it that loads nothing and leads nowhere', async () => {
    const written = await gazette(
      data,
      'evidence',
      release,
      '--out',
      file('e.json'),
      '--html',
      file('e.html'),
    );
    expect([written.status, written.stderr]).toEqual([0, '']);
    expect(written.stdout).toContain(`Head of the chain: ${read('e.json').head}`);
    const verified = await gazette(data, 'verify', file('e.json'));
    expect([verified.status, verified.stdout.split('\n').at(-1)]).toEqual([0, 'It holds.']);
    const page = readFileSync(file('e.html'), 'utf8');
    expect(page).toContain('The facts bear each other out');
    expect(page).not.toMatch(/href=|src=|<form|<script/);
  });

  it('say by which key a file is signed, and that a file which was made anew is not', async () => {
    const { signature } = read('evidence.json');
    const fingerprint = signature === undefined ? '' : fingerprintOf(signature);
    const signed = await gazette(data, 'verify', file('evidence.json'), '--key', fingerprint);
    expect([signed.status, signed.stdout]).toEqual([0, expect.stringContaining(fingerprint)]);
    const other = await gazette(data, 'verify', file('evidence.json'), '--key', '0'.repeat(64));
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('signed by another key')]);
    const seen = keys.seen(release, 1, 'helen-marsh');
    const without = forged(read('evidence.json'), (key, body) => (key === seen ? undefined : body));
    const unsigned = await gazette(data, 'verify', write('unsigned.json', without), '--key', fingerprint);
    expect([unsigned.status, unsigned.stdout]).toEqual([1, expect.stringContaining('It is not signed.')]);
    const moved = await gazette(data, 'verify', write('moved.json', { ...without, signature }));
    expect([moved.status, moved.stdout]).toEqual([1, expect.stringContaining('has not signed this file')]);
  });

  it('say whether a file continues the chain of an earlier head', async () => {
    const { head, facts } = read('evidence.json');
    for (const known of [head, facts[3]?.chain ?? ''])
      expect((await gazette(data, 'verify', file('evidence.json'), '--head', known)).status).toBe(0);
    const other = await gazette(data, 'verify', file('evidence.json'), '--head', '0'.repeat(64));
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('No link is that head')]);
  });

  it('say what a file that was changed does not bear out, and end with 1', async () => {
    const without = forged(read('evidence.json'), (key, body) =>
      key.includes('/decisions/') ? undefined : body,
    );
    const { status, stdout } = await gazette(data, 'verify', write('changed.json', without));
    expect(status).toBe(1);
    expect(stdout).toContain('FAILS  Every draft ended as its decisions say');
    expect(stdout).toContain(keys.outcome(release, 1));
    expect(stdout).toMatch(/It does not hold\.$/);
  });

  it('find in the ledger what a file that bears itself out leaves out', async () => {
    const seen = keys.seen(release, 1, 'helen-marsh');
    const madeAt = new Date(Date.now() + 3_600_000).toISOString();
    const partial = forged({ ...read('evidence.json'), madeAt }, (key, body) =>
      key === seen ? undefined : body,
    );
    expect((await gazette(data, 'verify', write('partial.json', partial))).status).toBe(0);
    const { status, stdout } = await gazette(data, 'verify', file('partial.json'), '--ledger', 'ledger');
    expect(status).toBe(1);
    expect(stdout).toContain(`The file leaves it out.\n         ${seen}`);
    expect(stdout).toContain('holds  Every fact was written once, and never deleted.');
  });

  it('find in the ledger that S3 took a fact when the file does not say so', async () => {
    const office = await publishedOffice();
    const key = keys.decision(release, 1, 'helen-marsh');
    office.facts.times.set(key, new Date('2002-06-06T18:00:00.000Z'));
    const other = await serve(office.facts);
    const { stdout } = await gazette(other, 'verify', file('evidence.json'), '--ledger', 'ledger');
    expect(stdout).toContain(`S3 says another time than the file.\n         ${key}`);
    await gazette(other, 'evidence', release, '--out', join(other, 'late.json'));
    const late = await gazette(other, 'verify', join(other, 'late.json'));
    expect([late.status, late.stdout]).toEqual([
      1,
      expect.stringContaining(`S3 took it at another time.\n         ${key}`),
    ]);
  });

  it('go by the clock of S3, and not by that of this machine', async () => {
    const other = await serve((await publishedOffice()).facts, { date: 'Thu, 06 Jun 2002 20:00:00 GMT' });
    await gazette(other, 'evidence', release, '--out', join(other, 'made.json'));
    const made = v.parse(evidenceSchema, JSON.parse(readFileSync(join(other, 'made.json'), 'utf8')));
    expect(made.madeAt).toBe('2002-06-06T20:00:00.000Z');
  });

  it('say that a file is not signed, which neither holds nor fails', async () => {
    const { signature: _, ...unsigned } = read('evidence.json');
    const { status, stdout } = await gazette(data, 'verify', write('bare.json', unsigned));
    expect([status, stdout.split('\n').at(-1)]).toEqual([0, 'It holds. It is not signed.']);
    expect(stdout).toMatch(/^none {3}A signature/m);
    expect(stdout).not.toMatch(/^(holds|FAILS).*signature/m);
    expect((await gazette(data, 'verify', file('evidence.json'))).stdout).toMatch(/^holds {2}Its signature/m);
  });

  it('find in the ledger what was changed there', async () => {
    const office = await publishedOffice();
    const key = keys.decision(release, 1, 'helen-marsh');
    office.facts.facts.set(key, `${office.facts.facts.get(key)} `);
    const other = await serve(office.facts);
    const { stdout } = await gazette(other, 'verify', file('evidence.json'), '--ledger', 'ledger');
    expect(stdout).toContain(`The ledger has something else, or nothing.\n         ${key}`);
  });

  it('take the reference that stands in mails, and put the file where only its owner reads it and git does not look', async () => {
    const { reference = '' } = read('evidence.json');
    const path = join(data, 'evidence', `gazette-evidence-${reference}.json`);
    const written = await gazette(data, 'evidence', reference.toLowerCase());
    expect([written.status, written.stdout]).toEqual([0, expect.stringContaining(path)]);
    expect(written.stdout).toContain(`facts of the release ${release}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(data, 'evidence', '.gitignore'), 'utf8')).toBe('*\n');
    const verified = await gazette(data, 'verify', reference);
    expect([verified.status, verified.stdout.split('\n').at(-1)]).toEqual([0, 'It holds.']);
  });

  it('let nobody else read a file in the place of one that others could', async () => {
    writeFileSync(file('open.json'), 'x', { mode: 0o644 });
    await gazette(data, 'evidence', release, '--out', file('open.json'), '--html', file('page.html'));
    for (const name of ['open.json', 'page.html']) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  });

  it('say of which releases a reference is, where it is of several, and of none', async () => {
    const office = await publishedOffice();
    const { reference = '' } = read('evidence.json');
    const twin = 'iec-electronics.twin';
    await office.facts.put(keys.draft(twin, 1), office.facts.facts.get(keys.draft(release, 1)) ?? '');
    const other = await serve(office.facts);
    const several = await gazette(other, 'evidence', reference);
    expect([several.status, several.stderr]).toEqual([
      2,
      `Mails call 2 releases ${reference}. Name one by its id:\n  ${release}\n  ${twin}`,
    ]);
    const none = await gazette(data, 'thaw', '0000-0000');
    expect([none.status, none.stderr]).toEqual([
      2,
      'The ledger ledger has no release that mails call 0000-0000.',
    ]);
    const unread = await gazette(other, 'verify', '0000-0000');
    expect(unread.stderr).toMatch(/^There is no file .*gazette-evidence-0000-0000\.json\./);
    expect(existsSync(join(other, 'evidence'))).toBe(false);
  });

  it.each<[string, [keyof typeof commands, ...string[]], RegExp]>([
    ['without a release', ['evidence'], /^Name one release\./],
    ['of a release that is not there', ['evidence', 'iec-electronics.none'], /has no release/],
    ['without a file', ['verify'], /^Name one file of evidence\./],
    ['with no such file', ['verify', 'none.json'], /^There is no file none\.json\./],
    ['with a file that is no JSON', ['verify', 'README.md'], /^README\.md is not JSON\./],
    ['with a head that is none', ['verify', 'package.json', '--head', 'x'], /^--head takes 64/],
    ['with a key that is none', ['verify', 'package.json', '--key', 'x'], /^--key takes 64/],
    ['without a release to thaw', ['thaw'], /^Name one release\./],
  ])('say what to do, and end with 2, %s', async (_, args, expected) => {
    const { status, stderr } = await gazette(data, ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(expected)]);
  });

  it('say that no stack runs where none does, and what cannot be reached', async () => {
    const none = await gazette(temporary(), 'evidence', release);
    expect([none.status, none.stderr]).toEqual([2, expect.stringMatching(/^No stack runs here\./)]);
    const other = await gazette(data, 'evidence', 'x', '--ledger', 'ledger');
    expect([other.status, other.stderr]).toEqual([2, 'The ledger ledger has no release x.']);
  });
});

describe('gazette thaw says what it did, or why it did nothing,', () => {
  const thawOf = async (facts: MemoryLedger, ...args: string[]) => {
    const data = await serve(facts);
    const first = await gazette(data, 'thaw', release, ...args);
    return { first, again: await gazette(data, 'thaw', release, ...args) };
  };

  it('of a release that was frozen, and that it is not frozen any more', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'helen-marsh');
    const { first, again } = await thawOf(office.facts);
    expect([first.status, first.stdout]).toEqual([
      0,
      expect.stringMatching(/is thawed\. It was frozen at 2002-06-06T12:00:00\.000Z\.\nDraft 2 is made/),
    ]);
    expect([again.status, again.stderr]).toEqual([2, expect.stringMatching(/is not frozen/)]);
  });

  it('of a release that is named by its reference', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'helen-marsh');
    const thawed = await gazette(await serve(office.facts), 'thaw', referenceOf(office.draft));
    expect(thawed.stdout).toContain(`${release} is thawed.`);
  });

  it('of a release that was published, or is none', async () => {
    const { first } = await thawOf((await publishedOffice()).facts);
    expect([first.status, first.stderr]).toEqual([2, expect.stringMatching(/published before it could be/)]);
    const none = await gazette(await serve((await openOffice()).facts), 'thaw', 'iec-electronics.none');
    expect([none.status, none.stderr]).toEqual([2, expect.stringMatching(/has no draft of the release/)]);
  });

  it('of a release that had been approved before it was frozen', async () => {
    const office = await openOffice();
    for (const id of enough) await (await enterAs(office, id)).decide('approve');
    await freezeRelease(office.ports, release, 'helen-marsh');
    const { first, again } = await thawOf(office.facts);
    expect([first.status, first.stderr]).toEqual([2, expect.stringContaining(`approved by helen-marsh, `)]);
    expect(again).toEqual(first);
    const out = await thawOf(office.facts, '--publish');
    expect([out.first.status, out.first.stdout]).toEqual([
      0,
      expect.stringContaining('Draft 1, which had been'),
    ]);
  });

  it('of a release that had not been approved, where it is to be published', async () => {
    const office = await openOffice();
    await freezeRelease(office.ports, release, 'helen-marsh');
    const { first } = await thawOf(office.facts, '--publish');
    expect([first.status, first.stderr]).toEqual([2, expect.stringMatching(/Leave --publish out/)]);
  });
});
