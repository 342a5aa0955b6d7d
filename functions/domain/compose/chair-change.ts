import type { ActOf } from '../acts.ts';
import type { View } from '../templates.ts';
import { chairRole, changingRole } from './board-roles.ts';
import { pausesBefore } from './clauses.ts';
import { effectiveView, noDay } from './effective.ts';
import { shortNameOf, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Change = SentActOf<'chair-change'>;

/** What an act mainly tells: who comes, else who goes, else that the offices of chair and chief executive change. */
const subjectOf = ({ incoming, outgoing, offices }: ActOf<'chair-change'>): 'comes' | 'goes' | 'offices' => {
  if (incoming !== undefined) return 'comes';
  if (outgoing !== undefined) return 'goes';
  return offices === undefined ? 'comes' : 'offices';
};

const effectiveOf = (sent: Change, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day on which the role on the board changes hands', narrator);

const incomingName = (sent: Change, { need }: Narrator): string =>
  need(sent, sent.act.incoming?.name, 'who takes the role on the board');

/** Who takes the role, and how the predecessor leaves it. */
const comes = (sent: Change, narrator: Narrator): View => {
  const { incoming, incomingTitle, outgoing, outgoingNext, reason } = sent.act;
  const { future, day, dated } = effectiveOf(sent, narrator);
  const closes = incomingTitle === undefined || narrator.company.house.commas === 'close';
  return {
    ...changingRole(sent, narrator),
    name: incomingName(sent, narrator),
    age: incoming?.age ?? null,
    title: incomingTitle ?? null,
    comma: closes && (incomingTitle ?? incoming?.age) !== undefined,
    ...day,
    predecessor: outgoing?.name ?? null,
    steps: outgoing !== undefined && reason !== undefined,
    stays: outgoing === undefined ? null : (outgoingNext ?? null),
    future,
    pause: pausesBefore(reason, outgoing === undefined && dated),
    reason: reason ?? null,
  };
};

/** Who gives the role up, where nobody is named to take it. */
const goes = (sent: Change, outgoing: { name: string; shortName: string }, narrator: Narrator): View => {
  const { reason, outgoingNext } = sent.act;
  const { future, day, dated } = effectiveOf(sent, narrator);
  return {
    ...changingRole(sent, narrator),
    ...outgoing,
    future,
    ...day,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
    stays: outgoingNext ?? null,
  };
};

/** That the offices come together or part; with its day where the act tells nothing else. */
const officesView = (sent: Change, narrator: Narrator): View => {
  const { offices, rationale, reason } = sent.act;
  const alone = subjectOf(sent.act) === 'offices';
  const { future, day, dated } = effectiveOf(sent, narrator);
  const why = rationale ?? (alone ? reason : undefined);
  return {
    ...chairRole(sent.act),
    lead: narrator.lead && alone,
    future,
    combined: offices === 'combined',
    ...(alone ? day : noDay),
    pause: pausesBefore(why, alone && dated),
    reason: why ?? null,
  };
};

const changed = (sent: Change, narrator: Narrator): View => {
  const { outgoing, offices } = sent.act;
  const subject = subjectOf(sent.act);
  return {
    comes: subject === 'comes' ? comes(sent, narrator) : null,
    goes:
      subject === 'goes' && outgoing !== undefined
        ? goes(sent, { name: outgoing.name, shortName: shortNameOf(outgoing) }, narrator)
        : null,
    offices: offices === undefined ? null : officesView(sent, narrator),
  };
};

/** The headline names who comes; who goes is called by the role. */
const changeHeadline = (sent: Change, narrator: Narrator): View => {
  const subject = subjectOf(sent.act);
  const { future } = effectiveOf(sent, narrator);
  const role = subject === 'offices' ? chairRole(sent.act) : changingRole(sent, narrator);
  return {
    ...role,
    own: role.own !== null && sent.act.title !== undefined ? titleCase(role.own) : role.own,
    company: narrator.company.shortName,
    incoming: subject === 'comes' ? incomingName(sent, narrator) : null,
    goes: subject === 'goes',
    offices: subject === 'offices',
    combined: sent.act.offices === 'combined',
    future,
  };
};

export const chairChange: Composer<'chair-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, changed),
  headline: ([first], narrator) => changeHeadline(first, narrator),
};
