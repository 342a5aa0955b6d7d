import { ownerReader } from '../company.ts';
import { editorsOf } from '../desk-edits/shown.ts';
import type { Draft } from '../draft.ts';
import type { EventFact } from '../event.ts';
import { operationsReader } from '../mail-ids.ts';
import { standingEvents } from '../standing-acts.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** Whether somebody may edit a draft by what it says itself: the owner, or an editor, whom it is not about. */
const mayEdit = ({ approvers, ownerRecused }: Draft, by: string): boolean =>
  by === ownerReader
    ? !ownerRecused
    : approvers.some(({ id, editor, recused }) => id === by && editor === true && recused === undefined);

/** Whether whoever runs Gazette put the same text before everyone anew, which is all that they may. */
const isRenewal = ({ desk, proof }: EventFact): boolean =>
  desk?.by === operationsReader &&
  proof.key === 'credentials' &&
  desk.renews === true &&
  desk.announce === undefined &&
  desk.facts.length + desk.wording.length + desk.givenUp.length === 0;

const changedBy = ({ events }: Said, draft: Draft): Set<string> =>
  editorsOf(draft.edits, standingEvents(draft.events.flatMap((name) => events.get(name)?.event ?? [])));

/** The draft that has taken an event in; undefined for one that has changed nothing yet. */
const firstWith = ({ drafts }: Said, event: string): Draft | undefined =>
  [...drafts.values()].toSorted((a, b) => a.draft - b.draft).find(({ events }) => events.includes(event));

/** What is wrong with edits: each is by somebody who may edit, and nobody decides on a draft that they have changed. */
export const editorFlaws = (said: Said): Flaw[] => {
  const edited = [...said.events].flatMap(([name, { key, event }]) => {
    const { desk } = event;
    const takenIn = firstWith(said, name);
    if (desk === undefined || takenIn === undefined || isRenewal(event)) return [];
    const made = said.drafts.get(desk.draft);
    // A profile may have named an editor since the draft was made that they edit.
    const isAllowed = [made, takenIn].some((draft) => draft !== undefined && mayEdit(draft, desk.by));
    return flawIf(!isAllowed, 'It is by somebody who may not edit the draft.', key);
  });
  const decided = said.decisions.flatMap(({ key, decision: { draft: number, approver } }) => {
    const draft = said.drafts.get(number);
    const hasChanged = draft !== undefined && changedBy(said, draft).has(approver);
    return flawIf(hasChanged, 'It is by somebody who has changed the draft.', key);
  });
  const counted = [...said.outcomes.values()].flatMap(({ key, outcome }) => {
    const draft = said.drafts.get(outcome.draft);
    const changers = draft === undefined ? new Set() : changedBy(said, draft);
    return flawIf(
      outcome.outcome === 'approved' && outcome.counted.some((id) => changers.has(id)),
      'Somebody was counted who has changed the draft.',
      key,
    );
  });
  return [...edited, ...decided, ...counted];
};
