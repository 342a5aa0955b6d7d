import type { Committee } from '../acts/common.ts';
import { separated } from './grammar.ts';

/** A committee's name without the word that the templates write behind it. */
export const committeeName = (name: string): string => name.replace(/ committee$/i, '');

/** Seats on committees, for the part `release/parts/seats`: the chair of one, a member of another, or `many` members. */
export const seatsView = (
  committees: readonly Committee[],
  many = false,
): { chair: boolean; many: boolean; committee: string; separator: string }[] =>
  separated(
    committees.map(({ name, role }) => ({ chair: role === 'chair', many, committee: committeeName(name) })),
  );

/** What people must have in common to be `many` members of committees; who chairs one is told alone. */
export const seatsKey = (committees: readonly Committee[] | undefined, index: number): readonly unknown[] => [
  committees?.map(({ name }) => committeeName(name)),
  committees?.some(({ role }) => role === 'chair') && index,
];
