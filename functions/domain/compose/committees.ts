import type { Committee } from '../acts/common.ts';
import { separated } from './grammar.ts';

/** A committee's name without the word that the templates write behind it. */
export const committeeName = (name: string): string => name.replace(/ committee$/i, '');

/** Seats on committees, for the part `release/parts/seats`: the chair of one, a member of another. */
export const seatsView = (
  committees: readonly Committee[],
): { chair: boolean; committee: string; separator: string }[] =>
  separated(
    committees.map(({ name, role }) => ({ chair: role === 'chair', committee: committeeName(name) })),
  );
