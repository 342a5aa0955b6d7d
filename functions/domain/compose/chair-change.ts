import type { View } from '../templates.ts';
import { chairRole, changingRole } from './board-roles.ts';
import {
  comes,
  effectiveOf,
  goes,
  incomingName,
  officesView,
  outgoingName,
  subjectOf,
  succeedsSomebody,
} from './chair-sentences.ts';
import { titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Change = SentActOf<'chair-change'>;

const changed = (sent: Change, narrator: Narrator): View => {
  const { offices, rationale } = sent.act;
  const subject = subjectOf(sent.act);
  return {
    comes: subject === 'comes' ? comes(sent, narrator) : null,
    goes: subject === 'goes' ? goes(sent, narrator) : null,
    offices: (offices ?? rationale) === undefined ? null : officesView(sent, narrator),
  };
};

/** The headline names who comes, and after whom; who goes alone is called by the role. */
const changeHeadline = (sent: Change, narrator: Narrator): View => {
  const subject = subjectOf(sent.act);
  const { future } = effectiveOf(sent, narrator);
  const role = subject === 'offices' ? chairRole(sent.act) : changingRole(sent, narrator);
  return {
    ...role,
    own: role.own !== null && sent.act.title !== undefined ? titleCase(role.own) : role.own,
    company: narrator.company.shortName,
    incoming: subject === 'comes' ? incomingName(sent, narrator) : null,
    outgoing: subject === 'comes' && succeedsSomebody(sent.act) ? outgoingName(sent, narrator) : null,
    goes: subject === 'goes',
    offices: subject === 'offices',
    combined: sent.act.offices === 'combined',
    separated: sent.act.offices === 'separated',
    future,
  };
};

/** Who comes, or else who goes; then what becomes of the offices of chair and chief executive. */
export const chairChange: Composer<'chair-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, changed),
  headline: ([first], narrator) => changeHeadline(first, narrator),
};
