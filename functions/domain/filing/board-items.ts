import type { ActOf } from '../acts.ts';
import { type ActItem, charter, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import { directorLeaves } from './director-leaves.ts';
import { directorIsSucceeded } from './predecessors.ts';

/** Whether Item 5.02(d) may not apply, and what decides that. */
const doubtOf = ({ person: { name }, manner, meeting }: ActOf<'director-election'>): string | undefined => {
  if (meeting !== undefined)
    return `Whom shareholders elect at a meeting is reported under Item 5.07; Item 5.02(d) applies if ${name} was elected by the board.`;
  return manner === 'reelected' || manner === 'reappointed'
    ? `Item 5.02(d) is about a new director: it applies if ${name} has not been one until now.`
    : undefined;
};

const directorComes = (act: ActOf<'director-election'>): ActItem => {
  const doubt = doubtOf(act);
  const day = dayOf(act.decided);
  return {
    item: '5.02(d)',
    certain: doubt === undefined,
    why: doubt ?? `${act.person.name} joins the board, and no event names a vote of shareholders.`,
    day,
    missing: [
      ...lacking([
        [day, 'the day of the election'],
        [act.committees, 'the committees, or those expected'],
        [act.arrangement, 'any arrangement under which the person was chosen, or that there was none'],
      ]),
      'transactions with the company (Regulation S-K Item 404(a)), or that there are none',
      'material plans or agreements on pay that go with it, or that there are none',
    ],
  };
};

const committeeFilled = (act: ActOf<'committee-change'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '5.02(d)',
    certain: false,
    why: 'If the report on the election left the committees open, it is amended now (Item 5.02, Instruction 2).',
    day,
    missing: lacking([[day, 'the day on which it was decided']]),
  };
};

/** The items of acts about the board and its committees. */
export const boardItems: ItemRules<
  | 'chair-change'
  | 'director-departure'
  | 'director-election'
  | 'director-nomination'
  | 'committee-change'
  | 'board-size-change'
  | 'board-adviser'
> = {
  'chair-change': () => [
    regulationFd(
      'A change of the chair is an event of Item 5.02 only where somebody joins or leaves the board or an office.',
    ),
  ],
  'director-departure': directorLeaves,
  'director-election': (act) => [directorComes(act), ...directorIsSucceeded(act)],
  'director-nomination': () => [regulationFd('A nomination is reported in the proxy statement.')],
  'committee-change': (act) => [
    act.change === 'leaves'
      ? regulationFd('That a director leaves a committee is no event of Item 5.02.')
      : committeeFilled(act),
  ],
  'board-size-change': (act) => [charter('bylaws', dayOf(act.effective ?? act.decided))],
  'board-adviser': () => [regulationFd('An adviser to the board is no director and no officer.')],
};
