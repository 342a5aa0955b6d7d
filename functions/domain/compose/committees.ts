import type { Committee } from '../acts/common.ts';
import { separated } from './grammar.ts';

/** A committee's name without the word that the templates write behind it. */
export const committeeName = (name: string): string => name.replace(/ committee$/i, '');

/** Seats on committees, for the part `release/parts/seats`: the chair of one, a member of others, which are told together, or `many` members. */
export const seatsView = (
  committees: readonly Committee[],
  many = false,
): { chair: boolean; many: boolean; several: boolean; committee: string; separator: string }[] => {
  const plain = committees.filter(({ name, role }) => role !== 'chair' && !/,| and /.test(name));
  const isTogether = (committee: Committee): boolean => plain.length > 1 && plain.includes(committee);
  const names = separated(plain.map(({ name }) => ({ name: committeeName(name) })));
  const [first, ...others] = committees.filter(
    (committee, index) => !isTogether(committee) || committees.findIndex(isTogether) === index,
  );
  return separated(
    (first === undefined ? [] : [first, ...others]).map((committee) => ({
      chair: committee.role === 'chair',
      many,
      several: isTogether(committee),
      committee: isTogether(committee)
        ? names.map(({ name, separator }) => name + separator).join('')
        : committeeName(committee.name),
    })),
  );
};

/** What people must have in common to be `many` members of committees; who chairs one is told alone. */
export const seatsKey = (committees: readonly Committee[] | undefined, index: number): readonly unknown[] => [
  committees?.map(({ name }) => committeeName(name)),
  committees?.some(({ role }) => role === 'chair') && index,
];
