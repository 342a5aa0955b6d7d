import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** Ways of numbering a page; a document may be numbered in two ways at once, and each must run on. */
const styles: readonly RegExp[] = [
  /^\s*-\s?(\d{1,3})\s?-\s*(?:<PAGE>)?\s*$/i,
  /^\s*page\s+(\d{1,3})\s*(?:of\s+(\d{1,3})\s*)?$/i,
  /^\s*<PAGE>\s*(\d{1,3})\s*$/i,
];

/** End marks that newspapers use, which look like numbers of pages. */
const endMarks = new Set([0, 30]);

interface Label {
  number: number;
  of: number | undefined;
}

const labelsIn = (text: string, style: RegExp): Label[] =>
  text.split('\n').flatMap((line) => {
    const [, number, of] = style.exec(line) ?? [];
    if (number === undefined || endMarks.has(Number(number))) return [];
    return [{ number: Number(number), of: of === undefined ? undefined : Number(of) }];
  });

const jump = (labels: readonly Label[]): string | undefined => {
  const wrong = labels.findIndex(
    (label, index) => index > 0 && label.number !== (labels[index - 1]?.number ?? 0) + 1,
  );
  if (wrong >= 0) return `from ${labels[wrong - 1]?.number} to ${labels[wrong]?.number}`;
  const last = labels.at(-1);
  if (last?.of === undefined) return undefined;
  return last.number === last.of ? undefined : `to an end at ${last.number} of ${last.of}`;
};

/** Finds labels of pages that do not run on by one, or that end before the number that they promise. */
export const pageLabelLints = ({ text }: Pick<ReleaseText, 'text'>): Check[] =>
  styles
    .map((style) => jump(labelsIn(text, style)))
    .filter((found) => found !== undefined)
    .map((found) =>
      warning('page-labels', `The labels of pages jump ${found}. See whether a page is missing.`),
    );
