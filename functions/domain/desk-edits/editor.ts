import { type Company, ownerReader } from '../company.ts';
import { operationsReader } from '../mail-ids.ts';

/** Who stands behind the `by` of an edit, by name; the id itself where the profile has nobody of it any more. */
export const editorName = (
  { approvers, owner }: Pick<Company, 'approvers' | 'owner'>,
  by: string,
): string => {
  if (by === ownerReader) return owner.name;
  if (by === operationsReader) return 'Whoever runs Gazette';
  return approvers.find(({ id }) => id === by)?.name ?? by;
};
