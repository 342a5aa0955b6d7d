import { diffArrays } from 'diff';
import type { Block, Content, Section } from './draft.ts';

/** What a piece of a release is; pieces of one kind are compared with each other. */
export type Part = 'label' | 'headline' | 'subhead' | 'heading' | 'paragraph' | 'row' | 'line';

/** Words that both drafts have, or only the earlier or the later one. */
export interface Run {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** A piece of the later draft with what changed in it, or one of the earlier draft that is gone. */
export interface RedlinePiece {
  part: Part;
  change: 'same' | 'changed' | 'added' | 'removed';
  runs: Run[];
}

interface Piece {
  part: Part;
  text: string;
}

const piecesOfBlock = (block: Block): Piece[] => {
  if (typeof block === 'string') return [{ part: 'paragraph', text: block }];
  const rows = [block.columns, ...block.rows].map((cells) => ({
    part: 'row' as const,
    text: cells.join(' | '),
  }));
  return [
    ...(block.caption === undefined ? [] : [{ part: 'heading' as const, text: block.caption }]),
    ...rows,
  ];
};

const piecesOfSection = ({ heading, blocks, lines }: Section): Piece[] => [
  ...(heading === undefined ? [] : [{ part: 'heading' as const, text: heading }]),
  ...blocks.flatMap(piecesOfBlock),
  ...lines.map((text) => ({ part: 'line' as const, text })),
];

const label = (text: string | undefined): Piece[] => (text === undefined ? [] : [{ part: 'label', text }]);

/** Every piece of a release in the order in which it is read. */
export const piecesOf = (content: Content): Piece[] => [
  ...label(content.exhibitLabel),
  ...label(content.releaseLine),
  ...content.above.flatMap(piecesOfSection),
  { part: 'headline', text: content.headline },
  ...content.subheads.map((text) => ({ part: 'subhead' as const, text })),
  ...content.sections.flatMap(piecesOfSection),
  ...label(content.endMark),
];

/** Spaces, words and figures whole ("$1,250,000", "non-executive", "9.5%"), and each mark by itself. */
const tokensOf = (text: string): string[] =>
  text.match(/\s+|[$\p{Sc}]?[\p{L}\p{N}]+(?:[.,'’/-][\p{L}\p{N}]+)*%?|./gsu) ?? [];

/** Adds words to the last run where it changed in the same way. */
const append = (runs: Run[], change: Run['change'], text: string): void => {
  const last = runs.at(-1);
  if (last?.change === change) last.text += text;
  else if (text !== '') runs.push({ change, text });
};

/** Texts that differ by more words than these are shown as one that went and another that came. */
const mostEdits = 600;

/**
 * Compares two texts word by word. The runs that are not `added` make the earlier text, those that are not `removed` the
 * later one. Between two changes a space alone is part of both, since phrases read better than single words.
 */
export const compareWords = (before: string, after: string): Run[] => {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: mostEdits }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ];
  const runs: Run[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    const space = /\s*$/.exec(removed)?.[0] ?? '';
    const shared = added.endsWith(space) ? space.length : 0;
    append(runs, 'removed', removed.slice(0, removed.length - shared));
    append(runs, 'added', added.slice(0, added.length - shared));
    append(runs, 'same', space.slice(0, shared));
    [removed, added] = ['', ''];
  };
  changes.forEach((change, index) => {
    const text = change.value.join('');
    const isBridge = text.trim() === '' && index > 0 && index < changes.length - 1;
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if (isBridge && removed !== '' && added !== '') {
      removed += text;
      added += text;
    } else {
      flush();
      append(runs, 'same', text);
    }
  });
  flush();
  return runs;
};

/** The share of the longer text's characters that two texts have in common, from 0 to 1. */
const likeness = (runs: readonly Run[], before: string, after: string): number => {
  const same = runs.filter(({ change }) => change === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return same / Math.max(before.length, after.length, 1);
};

/** Below this two paragraphs are not one that changed, but one that went and another that came. */
const alike = 0.35;

const whole = ({ part, text }: Piece, change: 'added' | 'removed'): RedlinePiece => ({
  part,
  change,
  runs: [{ change, text }],
});

/** How many characters two texts can have in common at most, whatever the order of their words. */
const sharedAtMost = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number =>
  [...a].reduce((sum, [token, count]) => sum + token.length * Math.min(count, b.get(token) ?? 0), 0);

const tokenCounts = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const token of tokensOf(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
};

/** A piece with its words counted: to compare every two pieces word by word would take minutes in a long release. */
type Counted = Piece & { counts: ReadonlyMap<string, number> };

const counted = (piece: Piece): Counted => ({ ...piece, counts: tokenCounts(piece.text) });

/** How a piece that went became one that came; undefined where the two are too unlike to be one. */
const becoming = (gone: Counted, come: Counted): Run[] | undefined => {
  const most = Math.max(gone.text.length, come.text.length, 1);
  if (gone.part !== come.part || sharedAtMost(gone.counts, come.counts) / most < alike) return undefined;
  const runs = compareWords(gone.text, come.text);
  return likeness(runs, gone.text, come.text) >= alike ? runs : undefined;
};

/** Pairs pieces that went with pieces that came in their place, in order. */
const pairPieces = (removed: readonly Piece[], added: readonly Piece[]): RedlinePiece[] => {
  const waiting = added.map(counted);
  const pieces = removed.map(counted).flatMap((gone): RedlinePiece[] => {
    for (const [at, come] of waiting.entries()) {
      const runs = becoming(gone, come);
      if (runs === undefined) continue;
      const before = waiting.splice(0, at + 1).slice(0, -1);
      return [...before.map((piece) => whole(piece, 'added')), { part: gone.part, change: 'changed', runs }];
    }
    return [whole(gone, 'removed')];
  });
  return [...pieces, ...waiting.map((piece) => whole(piece, 'added'))];
};

/**
 * What changed in the words of a release from one draft to a later one, piece by piece in the order of the later one.
 * Without what was added it is the earlier release, and without what was removed the later one.
 */
export const redline = (before: Content, after: Content): RedlinePiece[] => {
  const changes = diffArrays(piecesOf(before), piecesOf(after), {
    comparator: (a, b) => a.part === b.part && a.text === b.text,
  });
  const pieces: RedlinePiece[] = [];
  let [removed, added]: [Piece[], Piece[]] = [[], []];
  const flush = (): void => {
    pieces.push(...pairPieces(removed, added));
    [removed, added] = [[], []];
  };
  for (const change of changes) {
    if (change.removed) removed = [...removed, ...change.value];
    else if (change.added) added = [...added, ...change.value];
    else {
      flush();
      pieces.push(
        ...change.value.map(
          ({ part, text }): RedlinePiece => ({ part, change: 'same', runs: [{ change: 'same', text }] }),
        ),
      );
    }
  }
  flush();
  return pieces;
};
