import { warning } from './check.ts';
import type { Check, Draft } from './draft.ts';
import { isInForce } from './stand-ins.ts';

/** The groups, by name, in which an approval counts that is given by one of these people or for them. */
const groupsOf = (groups: Draft['groups'], people: readonly string[]): string[] =>
  groups
    .filter(({ approvers }) => people.some((person) => approvers.includes(person)))
    .map(({ name }) => name);

/**
 * Where one approval counts in several groups only because its giver stands in for others: the policy lets nobody alone
 * fill these seats, and approvers should know who can.
 */
export const standInChecks = ({
  approvers,
  groups,
  delegations,
}: Pick<Draft, 'approvers' | 'groups' | 'delegations'>): Check[] => {
  const nameOf = (person: string): string => approvers.find(({ id }) => id === person)?.name ?? person;
  const found = delegations.flatMap(({ delegate, begins }) => {
    const absent = delegations
      .filter((other) => other.delegate === delegate && isInForce(other, new Date(begins)))
      .map(({ approver }) => approver);
    const filled = groupsOf(groups, [delegate, ...absent]);
    const isOfPolicy = [delegate, ...absent].some(
      (person) => groupsOf(groups, [person]).length === filled.length,
    );
    const by = nameOf(delegate);
    return isOfPolicy
      ? []
      : `While ${by} stands in for ${absent.map(nameOf).join(' and ')}, one approval by ${by} counts in ${filled.join(' and in ')}.`;
  });
  return [...new Set(found)].map((message) => warning('approval-in-two-groups', message));
};
