import type { ActOf } from '../acts.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type ChairChange = ActOf<'chair-change'>;

/** A role on the board, for the partial `board-role`: the company's own word, or that for the kind of role. */
interface RoleView {
  readonly [name: string]: string | boolean | null;
  own: string | null;
  chair: boolean;
  executiveChair: boolean;
  viceChair: boolean;
  leadDirector: boolean;
}

const roleView = (own: string | null, role: ChairChange['role']): RoleView => ({
  own,
  chair: own === null && role === 'chair',
  executiveChair: own === null && role === 'executive-chair',
  viceChair: own === null && role === 'vice-chair',
  leadDirector: own === null && role === 'lead-independent-director',
});

/** The role that changes hands. */
export const changingRole = (sent: SentActOf<'chair-change'>, { need }: Narrator): RoleView => {
  const { title, role } = sent.act;
  const isUnknown = title === undefined && role === undefined;
  return roleView(
    isUnknown ? need(sent, undefined, 'the role on the board that changes', 'title') : (title ?? null),
    role,
  );
};

/** Whether what changes is the role of the chair, or may be. */
export const isOfChair = ({ role }: ChairChange): boolean =>
  role === undefined || role === 'chair' || role === 'executive-chair';

/** The role of the chair, whose office comes together with the chief executive's or parts from it. */
export const chairRole = (act: ChairChange): RoleView =>
  isOfChair(act) ? roleView(act.title ?? null, act.role ?? 'chair') : roleView(null, 'chair');
