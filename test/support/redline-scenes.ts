import type { Content } from '../../functions/domain/draft.ts';
import { keys } from '../../functions/domain/keys.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { deskEvent } from './desk.ts';
import { draftOf, putDraft, unconfirmed } from './draft.ts';
import { type Office, openOffice } from './office.ts';
import { look } from './pages.ts';
import { enterAs, Visitor } from './visitor.ts';

/** A draft with another headline, a subhead and a table more, and a paragraph less. */
export const changedContent = (content: Content): Content => ({
  ...content,
  headline: content.headline.replace('Departure', 'Retirement'),
  above: [{ name: 'notice', heading: 'A Notice', blocks: ['For the press.'], lines: [] }],
  subheads: [...content.subheads, 'A New Subhead'],
  sections: content.sections.map((section) =>
    section.name === 'news'
      ? {
          ...section,
          blocks: [
            ...section.blocks.slice(0, 1),
            { columns: ['Nominee', 'For'], rows: [['Ann Lee', '1,200']] },
          ],
        }
      : section.name === 'contact'
        ? { ...section, lines: [...section.lines.slice(0, -1), '(315) 555-0100'] }
        : section,
  ),
});

/** A release whose second draft an editor made otherwise than its first, which margaret-osei has seen and helen-marsh has not. */
export const redlinedOffice = async (): Promise<Office> => {
  const office = await openOffice({ draft: draftOf(unconfirmed) });
  await (await enterAs(office, 'margaret-osei')).get();
  const edit = deskEvent(office.draft, { note: 'Nobody departs.\nShe retires.' });
  await putFact(office.facts, keys.event(office.draft.release, edit.source, edit.id), edit);
  await putDraft(
    office.facts,
    draftOf({
      draft: 2,
      events: ['desk~0001', 'hr~evt-1', 'hr~evt-2'],
      content: changedContent(office.draft.content),
      decideBy: '2002-06-08T10:00:00.000Z',
    }),
  );
  return office;
};

/** An approver who came by a link to this draft and has entered the code. */
export const enterDraft = async (office: Office, approver: string, draft: number): Promise<Visitor> => {
  const visitor = new Visitor(office, await office.invite(approver, draft));
  await visitor.enter();
  return visitor;
};

/** Makes the page of what changed in every state that it can be in. */
export const makeRedlineScenes = async (): Promise<void> => {
  const office = await redlinedOffice();
  await look(
    office,
    await enterDraft(office, 'margaret-osei', 2),
    'redline since the draft last seen',
    'changes',
  );
  await look(office, await enterDraft(office, 'helen-marsh', 2), 'redline of who saw none', 'changes');
  await look(office, await enterDraft(office, 'helen-marsh', 1), 'redline of a first draft', 'changes');
  const renewal = deskEvent(draftOf({ draft: 2 }), { by: 'owner', renews: true });
  await putFact(office.facts, keys.event(office.draft.release, renewal.source, renewal.id), renewal);
  await putDraft(
    office.facts,
    draftOf({
      draft: 3,
      events: ['desk~0001', 'desk~0002', 'hr~evt-1'],
      content: changedContent(office.draft.content),
    }),
  );
  await look(office, await enterDraft(office, 'helen-marsh', 3), 'redline without a change', 'changes');
};
