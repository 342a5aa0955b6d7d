import type { Draft } from './draft.ts';

/**
 * How a release is called where anyone may read it, such as `3F9A-11C2`: the first eight hexadecimal digits of the
 * SHA-256 of its first draft. Not of the release's id, whose subject may be the news and could be found by guessing;
 * a draft's digest cannot be guessed, and stands in the ledger for whoever looks for the release.
 */
export const referenceOf = (firstDraft: Pick<Draft, 'sha256'>): string => {
  const digits = firstDraft.sha256.slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
};
