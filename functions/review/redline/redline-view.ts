import type { Company } from '../../domain/company.ts';
import { longTime } from '../../domain/dates.ts';
import { editorName } from '../../domain/desk-edits/editor.ts';
import type { Draft } from '../../domain/draft.ts';
import { type DraftChange, draftChanges } from '../../domain/draft-changes.ts';
import type { EventFact } from '../../domain/event.ts';
import { redline } from '../../domain/redline.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';
import { blockViews } from './block-views.ts';

type Profile = Pick<Company, 'approvers' | 'owner' | 'timeZone'>;

const whats = [
  'check',
  'item',
  'unused',
  'approver',
  'decide-by',
  'filing-due',
] as const satisfies readonly DraftChange['what'][];

const findingView = (change: DraftChange, timeZone: string): View => {
  const time = (instant: string | undefined): string | null =>
    instant === undefined ? null : longTime(new Date(instant), timeZone);
  return {
    ...flags(whats, change.what),
    isNew: change.change === 'added',
    moved: change.change === 'moved' ? { was: time(change.was), now: time(change.now) } : null,
    text: change.change === 'moved' ? null : change.text,
  };
};

/** Who edited the release, or put it before everybody anew, with what they wrote about why. */
const editorView = ({ desk, time }: EventFact, company: Profile): View => ({
  by: editorName(company, desk?.by ?? ''),
  at: longTime(new Date(time), company.timeZone),
  renews: desk?.renews === true,
  note: desk?.note ?? null,
});

/** What the page of changes shows: who made them, both drafts' words in one, and what came and went besides. */
export const redlineView = (
  before: Draft,
  after: Draft,
  {
    path,
    company,
    seenAt,
    edits,
  }: {
    path: string;
    company: Profile;
    seenAt: string | undefined;
    /** The events of the desk that the later draft has and the earlier one had not. */
    edits: readonly EventFact[];
  },
): View => {
  const { timeZone } = company;
  const { changed, added, removed, blocks } = blockViews(redline(before.content, after.content));
  const findings = draftChanges(before, after).map((change) => findingView(change, timeZone));
  return {
    path,
    before: before.draft,
    after: after.draft,
    seenAt: seenAt === undefined ? null : longTime(new Date(seenAt), timeZone),
    hasEdits: edits.length > 0,
    edits: edits.map((event) => editorView(event, company)),
    changed,
    added,
    removed,
    hasChanges: changed + added + removed > 0,
    blocks,
    hasFindings: findings.length > 0,
    findings,
  };
};
