import * as v from 'valibot';
import { type Draft, draftSchema } from './draft.ts';

/** Shapes of one mark, each as it is compared: what a word processor changes by itself, and nothing that is read otherwise. */
const shapes: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '--',
  '\u2015': '--',
  '\u00A0': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
};

const shaped = new RegExp(`[${Object.keys(shapes).join('')}]`, 'gu');

/** A text without what is layout: any white space between words is one space, and quotes and dashes have one shape. */
export const withoutLayout = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(shaped, (mark) => shapes[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim();

/** What may differ between a draft and the next one of the same text: when it was made, from what, and by when it is due. */
const unlike = {
  draft: 0,
  sha256: '',
  createdAt: '',
  events: [],
  edits: null,
  carried: [],
  approvers: [],
  decideBy: '',
  remindAt: [],
  escalateAt: '',
  expiresAt: '',
};

/** All that is compared of a draft, its fields in the order of the schema. */
const compared = (draft: Draft): string => {
  const { delegations, ...shown } = v.parse(draftSchema, draft);
  const standIns = delegations.map(({ approver, delegate }) => [approver, delegate]);
  return JSON.stringify({ ...shown, ...unlike, standIns }, (_, value: unknown) =>
    typeof value === 'string' ? withoutLayout(value) : value,
  );
};

/**
 * Whether two drafts are proved to say the same to the same people: all that both show is equal, but for white space and the
 * shapes of quotes and dashes. A letter, a digit, a comma or an order that changes is no layout. `next` is to be made under
 * the number of `earlier`, as the Form 8-K names it.
 */
export const isCosmetic = (earlier: Draft, next: Draft): boolean => compared(earlier) === compared(next);
