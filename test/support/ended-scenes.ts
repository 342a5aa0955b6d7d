import type { Draft } from '../../functions/domain/draft.ts';
import { exhibitFiles, fileNamesOf, keys } from '../../functions/domain/keys.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { stepGate } from '../../functions/ports/gate.ts';
import { settleDraft } from '../../functions/ports/settle.ts';
import { draftOf, putDraft, release, unconfirmed } from './draft.ts';
import { enough, publishFrom } from './evidence.ts';
import { type Office, openOffice } from './office.ts';
import { enterAsOwner, look } from './pages.ts';
import { enterAs, hiddenFields, Visitor } from './visitor.ts';

const wires = [{ wire: 'businesswire', text: 'A wire.' }] as const;

/** A filing that is due at an instant. */
export const filingDue = (by: string): Draft['disclosure'] => ({
  items: [
    {
      item: '5.02(b)',
      event: 'hr~evt-1',
      certain: true,
      why: 'An officer leaves.',
      missing: [],
      due: { day: by.slice(0, 10), by },
      notes: [],
    },
  ],
  exchanges: [],
});

const putFiles = async ({ facts, draft }: Office): Promise<void> => {
  for (const name of fileNamesOf(draft)) {
    const body = name === exhibitFiles.text ? draft.text : `The file ${name}.`;
    await facts.put(keys.draftFile(release, draft.draft, name), body);
  }
};

const freezeFrom = async (visitor: Visitor): Promise<void> => {
  await visitor.postRaw(hiddenFields(await visitor.get('', 'not-me'), 'freeze'), {}, 'not-me');
};

const publishedScenes = async (): Promise<void> => {
  const draft = draftOf({
    coolingOffMinutes: 2,
    decideBy: '2002-06-06T11:00:00.000Z',
    wires: [...wires],
    disclosure: filingDue('2002-06-05T21:30:00.000Z'),
  });
  const office = await openOffice({ draft });
  await putFiles(office);
  const [first = '', ...others] = enough;
  const reader = await enterAs(office, first);
  await look(office, reader, 'review of a draft whose filing is overdue');
  await reader.decide('approve');
  for (const id of others) await (await enterAs(office, id)).decide('approve');
  await look(office, await enterAsOwner(office), 'status while it cools');
  office.clock.pass(3);
  await look(office, reader, 'review when it has cooled');
  await settleDraft(office.ports, release, 1);
  await publishFrom(office);
  await look(office, reader, 'review of what was published');
  await freezeFrom(reader);
  await look(office, await enterAsOwner(office), 'status of what was published');
};

const frozenScenes = async (): Promise<void> => {
  const office = await openOffice();
  const { facts, clock, mails } = office;
  await freezeRelease(office.ports, release, 'helen-marsh');
  clock.pass(1);
  await office.deliver();
  const link = mails.findLast(({ text }) => text.includes('/r/'))?.text.match(/https:\S+/)?.[0] ?? '';
  const owner = new Visitor(office, new URL(link).pathname);
  await owner.enter();
  await look(office, owner, 'status of a frozen release');
  await look(office, owner, 'evidence of a frozen release', 'evidence');
  clock.pass(1);
  await stepGate(facts, release, { gate: 'thawed', by: 'operations', at: clock.now().toISOString() });
  clock.pass(1);
  await putDraft(facts, draftOf({ draft: 2, createdAt: clock.now().toISOString() }));
  const next = new Visitor(office, await office.invite('margaret-osei', 2));
  await next.enter();
  await look(office, next, 'review of a draft that goes on');
};

/** An old link, of a draft that has ended in each way and that a newer one follows. */
const followedScenes = async (): Promise<void> => {
  for (const outcome of ['changes-requested', 'superseded', 'expired', 'frozen'] as const) {
    const office = await openOffice();
    const reader = await enterAs(office, 'margaret-osei');
    await office.facts.put(
      keys.outcome(release, 1),
      JSON.stringify({
        outcome,
        draft: 1,
        sha256: office.draft.sha256,
        at: '2002-06-06T12:00:00.000Z',
        by: 'helen-marsh',
      }),
    );
    await putDraft(office.facts, draftOf({ draft: 2 }));
    await look(office, reader, `review of a draft that is ${outcome} and followed`);
  }
};

const words = 'It is a sentence of a long release that says nothing of anything. '.repeat(12).trim();

/** A draft that is too long for one page, with more to say of it than to read. */
export const longDraft = () => {
  const items = Array.from({ length: 60 }, (_, index) => ({
    item: '5.02(b)' as const,
    event: `hr~evt-${index}`,
    certain: true,
    why: `Officer ${index} leaves.`,
    missing: [],
    due: { day: '2002-06-12', by: '2002-06-12T21:30:00.000Z' },
    notes: [],
  }));
  const { content } = draftOf();
  const sections = content.sections.map((section) =>
    section.name === 'news' ? { ...section, blocks: Array.from({ length: 40 }, () => words) } : section,
  );
  return draftOf({
    ...unconfirmed,
    content: { ...content, sections },
    text: words.repeat(40),
    missing: Array.from({ length: 14 }, () => unconfirmed.missing.slice(0, 1)).flat(),
    checks: [
      ...unconfirmed.checks,
      ...Array.from(
        { length: 12 },
        (_, line) => ({ id: 'a', severity: 'error', message: 'An error.', line }) as const,
      ),
      ...Array.from({ length: 30 }, () => ({ id: 'b', severity: 'warning', message: 'A remark.' }) as const),
    ],
    disclosure: { items, exchanges: [] },
  });
};

const longScenes = async (): Promise<void> => {
  const office = await openOffice({ draft: longDraft() });
  await putFiles(office);
  const reader = await enterAs(office, 'margaret-osei');
  await look(office, reader, 'review of a long draft');
  for (const page of ['filing', 'origins', 'remarks'] as const)
    await look(office, reader, `${page} of a long draft`, page);
  const plain = await openOffice();
  await look(plain, await enterAs(plain, 'margaret-osei'), 'filing of a draft with none', 'filing');
  const near = await openOffice({
    draft: draftOf({ disclosure: { ...longDraft().disclosure }, decideBy: '2002-06-12T17:30:00.000Z' }),
  });
  await look(near, await enterAs(near, 'margaret-osei'), 'review of a draft due before its filing');
};

/** Makes the pages of what has gone out, was stopped, was followed by another draft, or is long. */
export const makeEndedScenes = async (): Promise<void> => {
  await publishedScenes();
  await frozenScenes();
  await followedScenes();
  await longScenes();
};
