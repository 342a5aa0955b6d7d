import { opening } from '../compose/clauses.ts';
import { withoutLayout } from '../cosmetic.ts';

/** Whether paragraphs say the same but for white space and the shapes of quotes and dashes. */
export const isSameText = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((text, index) => withoutLayout(text) === withoutLayout(other[index] ?? ''));

/**
 * The first paragraph of a release without the words that announce it, "X (NYSE: Y) today announced that", as no report says
 * them; with them where an editor has put others in their place.
 */
export const withoutAnnouncing = (text: readonly string[], announcing: string): string[] => {
  const [first = '', ...others] = text;
  const { length } = announcing.trim().split(/\s+/);
  const words = first.trim().split(/\s+/);
  const isAnnounced =
    words.length > length &&
    announcing !== '' &&
    withoutLayout(words.slice(0, length).join(' ')) === withoutLayout(announcing);
  return isAnnounced ? [opening(words.slice(length).join(' '), false), ...others] : [...text];
};
