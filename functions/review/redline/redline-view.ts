import { longTime } from '../../domain/dates.ts';
import type { Draft } from '../../domain/draft.ts';
import { type DraftChange, draftChanges } from '../../domain/draft-changes.ts';
import { type Part, type RedlinePiece, type Run, redline } from '../../domain/redline.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';

const runView = ({ change, text }: Run): View => ({ ...flags(['same', 'added', 'removed'], change), text });

const parts: readonly Part[] = ['label', 'headline', 'subhead', 'heading', 'paragraph', 'row', 'line'];

/** A piece with a number where it changed, so that the page can lead from one change to the next. */
const pieceView = ({ part, change, runs }: RedlinePiece, number: number, last: number): View => ({
  part: flags(parts, part),
  ...flags(['same', 'changed', 'added', 'removed'], change),
  number: change === 'same' ? null : number,
  next: change === 'same' || number === last ? null : number + 1,
  runs: runs.map(runView),
});

const findingView = ({ change, what, text }: DraftChange, timeZone: string): View => ({
  isNew: change === 'added',
  ...flags(['check', 'item', 'unused', 'approver', 'decide-by', 'filing-due'], what),
  text: what === 'decide-by' || what === 'filing-due' ? longTime(new Date(text), timeZone) : text,
});

/** What the page of changes shows: both drafts' words in one, and what came and went besides. */
export const redlineView = (
  before: Draft,
  after: Draft,
  { path, timeZone, seenAt }: { path: string; timeZone: string; seenAt: string | undefined },
): View => {
  const pieces = redline(before.content, after.content);
  const count = (change: RedlinePiece['change']): number =>
    pieces.filter((piece) => piece.change === change).length;
  const last = pieces.length - count('same');
  const findings = draftChanges(before, after).map((change) => findingView(change, timeZone));
  let number = 0;
  return {
    path,
    before: before.draft,
    after: after.draft,
    seenAt: seenAt === undefined ? null : longTime(new Date(seenAt), timeZone),
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    hasChanges: last > 0,
    pieces: pieces.map((piece) => {
      if (piece.change !== 'same') number += 1;
      return pieceView(piece, number, last);
    }),
    hasFindings: findings.length > 0,
    findings,
  };
};
