import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownerReader } from '../../../functions/domain/company.ts';
import { sha256Of } from '../../../functions/domain/digest.ts';
import type { EvidenceFile } from '../../../functions/domain/evidence/evidence-file.ts';
import { isSignedBy, signedText } from '../../../functions/domain/evidence/signature.ts';
import { flawsOf, verifyEvidence } from '../../../functions/domain/evidence/verify-evidence.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { releaseMark } from '../../../functions/domain/release.ts';
import { renderHtml, type View } from '../../../functions/domain/templates.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { evidenceView } from '../../../functions/review/evidence/evidence-view.ts';
import { receiptView } from '../../../functions/review/evidence/receipt-view.ts';
import { deskEvent } from '../../support/desk.ts';
import { company, draftOf, putDraft, release, secrets } from '../../support/draft.ts';
import { enough, evidenceOf, forged, publishedOffice, publishFrom } from '../../support/evidence.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { templates } from '../../support/templates.ts';
import { enterAs, Visitor } from '../../support/visitor.ts';
import { UsedNames, unreachable } from '../../support/watched-view.ts';

const bodyOf = async (visitor: Visitor, page: string): Promise<string> => {
  const answer = await visitor.get('', page);
  expect(answer.statusCode).toBe(200);
  // A line may end within a digest.
  return (answer.body ?? '').replaceAll('<wbr>', '');
};

let office: Office;
let owner: Visitor;
let approver: Visitor;
beforeAll(async () => {
  const { visitors, ...published } = await publishedOffice();
  office = published;
  owner = await enterAs(office, ownerReader);
  approver = visitors.get('helen-marsh') ?? owner;
});

describe('the owner', () => {
  it('has a file of every fact, which bears itself out', async () => {
    const answer = await owner.get('', 'evidence.json');
    expect(answer.headers?.['content-disposition']).toMatch(
      /^attachment; filename="gazette-evidence-[0-9A-F]{4}-[0-9A-F]{4}\.json"$/,
    );
    const file: EvidenceFile = JSON.parse(answer.body ?? '');
    expect(flawsOf(verifyEvidence(file))).toEqual([]);
    expect(file.facts.map(({ key }) => key).toSorted()).toEqual([...office.facts.facts.keys()].toSorted());
  });

  it('has it signed, and has it all the same on a day when the key cannot be asked', async () => {
    const { signature, ...file }: EvidenceFile = JSON.parse(
      (await owner.get('', 'evidence.json')).body ?? '',
    );
    expect(signature && isSignedBy(signature, signedText(file))).toBe(true);
    const { sign } = office.ports;
    office.ports.sign = async () => {
      throw new Error('KMS is not there');
    };
    const unsigned: EvidenceFile = JSON.parse((await owner.get('', 'evidence.json')).body ?? '');
    office.ports.sign = sign;
    expect(unsigned.signature).toBeUndefined();
    expect(unsigned.facts.length).toBeGreaterThan(0);
    expect(office.logged.find(({ code }) => code === 'EVIDENCE_UNSIGNED')?.fields).toMatchObject({
      release: releaseMark(release),
      error: 'Error',
    });
  });

  it('reads who was shown which text, who decided what and when, and what was published with which digest', async () => {
    const page = await bodyOf(owner, 'evidence');
    expect(page).toContain('The facts bear each other out');
    expect(page).toContain(secrets.headline);
    expect(page).toContain(office.draft.sha256);
    expect(page).toContain(sha256Of(office.draft.text));
    for (const id of enough)
      expect(page).toContain(company.approvers.find((other) => other.id === id)?.name ?? '');
    expect(page.match(/ Counted\./g)).toHaveLength(enough.length);
    expect(page).toMatch(
      /Approved on June 6, 2002, \d+:\d\d AM EDT \(1\d:\d\d UTC\), bound to this fingerprint/,
    );
  });

  it('finds the head of the page again in a file that is made later', async () => {
    const [, head = ''] =
      /<dt>Head of the chain<\/dt><dd><span class="id">([0-9a-f]{64})/.exec(
        await bodyOf(owner, 'evidence'),
      ) ?? [];
    office.clock.pass(1);
    await putFact(office.facts, keys.seen(release, 1, 'daniel-frost'), {
      reader: 'daniel-frost',
      draft: 1,
      sha256: office.draft.sha256,
      at: office.clock.now().toISOString(),
    });
    expect((await evidenceOf(office.facts)).facts.map(({ chain }) => chain)).toContain(head);
  });

  it('reads nothing of a release that is about them', async () => {
    const other = await openOffice();
    const before = await enterAs(other, ownerReader);
    await putFact(other.facts, keys.outcome(release, 1), {
      outcome: 'superseded',
      draft: 1,
      sha256: other.draft.sha256,
      at: other.clock.now().toISOString(),
      by: 'hr~evt-2',
    });
    await putDraft(other.facts, draftOf({ draft: 2, ownerRecused: true }));
    for (const page of ['evidence', 'evidence.json', 'receipt', ''])
      expect(await before.get('', page)).toEqual(await before.get('', 'nonsense'));
  });
});

/** A release whose second draft an editor made, and whose third the owner, with the same text. */
const editedOffice = async (): Promise<Office> => {
  const edited = await openOffice();
  const at = edited.clock.now().toISOString();
  const edit = deskEvent(edited.draft, { note: 'The title was wrong.' });
  await putFact(edited.facts, keys.event(release, edit.source, edit.id), edit);
  const events = [...edited.draft.events, 'desk~0001'].sort();
  const draft = await putDraft(edited.facts, draftOf({ draft: 2, createdAt: at, events }));
  await putFact(edited.facts, keys.seen(release, 2, 'daniel-frost'), {
    reader: 'daniel-frost',
    draft: 2,
    sha256: draft.sha256,
    at,
  });
  const renewal = deskEvent(draft, { by: ownerReader, renews: true });
  await putFact(edited.facts, keys.event(release, renewal.source, renewal.id), renewal);
  await putDraft(edited.facts, draftOf({ draft: 3, createdAt: at, events: [...events, 'desk~0002'].sort() }));
  return { ...edited, draft };
};

it('names those who edited a draft, with their note, beside who was shown it, and tells each only of themselves', async () => {
  const edited = await editedOffice();
  const page = await bodyOf(await enterAs(edited, ownerReader), 'evidence');
  const [, first = '', second = '', third = ''] = page.split(/<h2 id="draft-\d">/);
  expect(first).not.toContain('Edited by');
  expect(second).toMatch(
    /Edited by[\s\S]*Daniel Frost[\s\S]*Changed the draft before[\s\S]*The title was wrong/,
  );
  expect(third).toContain('Put the text before everybody again');
  expect(third).toContain(company.owner.name);
  expect(third).not.toContain('The title was wrong.');
  for (const [reader, count] of [
    ['daniel-frost', 1],
    ['helen-marsh', 0],
  ] as const) {
    const visitor = new Visitor(edited, await edited.invite(reader, 2));
    await visitor.enter();
    await visitor.get();
    expect((await bodyOf(visitor, 'receipt')).match(/Edited by/g) ?? []).toHaveLength(count);
  }
});

describe('an approver', () => {
  it('has a receipt of what they were shown and decided, and of nobody else', async () => {
    const page = await bodyOf(approver, 'receipt');
    expect(page).toContain('Receipt of Helen Marsh');
    expect(page).toContain(office.draft.sha256);
    expect(page.match(/ Counted\./g)).toHaveLength(1);
    expect(page).toContain('Draft 1 was published on');
    for (const other of ['Margaret', 'Robert']) expect(page.replace(/, by [^.]*\./, '')).not.toContain(other);
  });

  it('has no evidence of the others', async () => {
    for (const page of ['evidence', 'evidence.json'])
      expect((await approver.get('', page)).statusCode).toBe(403);
    expect((await owner.get('', 'receipt')).statusCode).toBe(403);
  });
});

it('a file that is too large for an answer travels compressed, and is the same', async () => {
  const large = await openOffice({ draft: draftOf({ form8k: 'x'.repeat(4_000_000) }) });
  const visitor = await enterAs(large, ownerReader);
  const answer = await visitor.get('', 'evidence.json');
  expect(answer.headers?.['content-encoding']).toBe('gzip');
  const text = gunzipSync(Buffer.from(answer.body ?? '', 'base64')).toString();
  expect(flawsOf(verifyEvidence(JSON.parse(text)))).toEqual([]);
});

describe('the templates of evidence', () => {
  const profile = { name: company.name, timeZone: company.timeZone, owner: 'Olive Owner' };
  const below = { back: '/r/x', notMe: '/r/x/not-me' };
  const place = { ...below, file: '/r/x/evidence.json' };

  it('use every name of their views', async () => {
    const names = new UsedNames();
    const show = (page: string, view: View): string =>
      renderHtml(templates, `pages/${page}`, names.watch(view, `${page}: `));
    const { facts, ports, clock } = await publishedOffice();
    await putFact(facts, keys.visit(release, 'helen-marsh~2002-06-06~head~slack'), {
      visit: 'head',
      reader: 'helen-marsh',
      draft: 1,
      family: 'slack',
      at: clock.now().toISOString(),
    });
    await putFact(facts, keys.notMe(release, 'helen-marsh'), {
      by: 'helen-marsh',
      draft: 1,
      at: clock.now().toISOString(),
    });
    const frozen = await openOffice();
    await (await enterAs(frozen, 'margaret-osei')).decide('request-changes');
    await freezeRelease(frozen.ports, release, 'helen-marsh');
    await stepGate(frozen.facts, release, {
      gate: 'thawed',
      by: 'operations',
      at: ports.now().toISOString(),
    });
    const published = await evidenceOf(facts);
    for (const file of [
      published,
      await evidenceOf(frozen.facts),
      await evidenceOf((await editedOffice()).facts),
      forged(published, (key, body) => (key.includes('/decisions/') ? undefined : body)),
    ]) {
      show('evidence-page', evidenceView(file, profile, place));
      show('evidence-page', evidenceView(file, profile, null));
      show('receipt', receiptView(file, profile, 'margaret-osei', below));
      show('receipt', receiptView(file, profile, 'daniel-frost', below));
    }
    expect(names.unused()).toEqual([]);
  });

  it('are all used', () => {
    const from = ['pages/evidence-page', 'pages/receipt'];
    expect(
      unreachable(templates, 'pages', from).filter((path) => /evidence-page|receipt/.test(path)),
    ).toEqual([]);
  });
});

it('a release that was published after it had been thawed bears itself out', async () => {
  const thawed = await openOffice();
  await freezeRelease(thawed.ports, release, 'helen-marsh');
  const at = thawed.clock.now().toISOString();
  await stepGate(thawed.facts, release, { gate: 'thawed', by: 'operations', at });
  thawed.clock.pass(1);
  const createdAt = thawed.clock.now().toISOString();
  const second = { ...thawed, draft: await putDraft(thawed.facts, draftOf({ draft: 2, createdAt })) };
  for (const id of enough) {
    const visitor = new Visitor(second, await thawed.invite(id, 2));
    await visitor.enter();
    await visitor.decide('approve');
  }
  await publishFrom(second, 2);
  const file = await evidenceOf(thawed.facts);
  expect(flawsOf(verifyEvidence(file))).toEqual([]);
  expect(file.facts.some(({ key }) => key === keys.published(release))).toBe(true);
});
