import type { Part, RedlinePiece, Run } from '../../domain/redline.ts';
import type { View } from '../../domain/templates.ts';
import { flags } from '../problems.ts';

type Change = RedlinePiece['change'];

/** What the page sets as one: a piece, or the lines that stand close, as a contact's do. */
interface Block {
  part: Part;
  change: Change;
  lines: RedlinePiece[];
}

const changes = ['same', 'changed', 'added', 'removed'] as const;
const parts = ['label', 'headline', 'subhead', 'heading', 'paragraph', 'row', 'line'] as const;

const blocksOf = (pieces: readonly RedlinePiece[]): Block[] => {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (piece.part === 'line' && last?.part === 'line') {
      last.lines.push(piece);
      if (last.change !== piece.change) last.change = 'changed';
    } else blocks.push({ part: piece.part, change: piece.change, lines: [piece] });
  }
  return blocks;
};

const runView = ({ change, text }: Run): View => ({ ...flags(['same', 'added', 'removed'], change), text });

/**
 * The blocks of a redline as the page sets them. What changed has a number, so that the page can lead from one change to the
 * next; a heading under the headline is one level below it.
 */
export const blockViews = (
  pieces: readonly RedlinePiece[],
): { blocks: View[] } & Record<'changed' | 'added' | 'removed', number> => {
  const blocks = blocksOf(pieces);
  const count = (change: Change): number => blocks.filter((block) => block.change === change).length;
  const last = blocks.length - count('same');
  const headline = blocks.findIndex(({ part }) => part === 'headline');
  let number = 0;
  const views = blocks.map(({ part, change, lines }, index): View => {
    if (change !== 'same') number += 1;
    return {
      part: {
        ...flags(parts, part),
        isTop: index < headline,
        lines: lines.map(({ runs }, line) => ({ first: line === 0, runs: runs.map(runView) })),
      },
      ...flags(changes, change),
      number: change === 'same' ? null : number,
      next: change === 'same' || number === last ? null : number + 1,
    };
  });
  return { blocks: views, changed: count('changed'), added: count('added'), removed: count('removed') };
};
