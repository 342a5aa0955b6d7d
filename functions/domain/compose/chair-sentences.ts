import type { ActOf } from '../acts.ts';
import type { View } from '../templates.ts';
import { chairRole, changingRole, isOfChair } from './board-roles.ts';
import { pausesBefore } from './clauses.ts';
import { effectiveOfDecision, effectiveView, isToCome, noDay } from './effective.ts';
import { shortNameOf } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { nextPostView } from './next-post.ts';

type Change = SentActOf<'chair-change'>;

/** What an act mainly tells: who comes, else who goes, else that the offices of chair and chief executive change. */
export const subjectOf = (act: ActOf<'chair-change'>): 'comes' | 'goes' | 'offices' => {
  if ((act.incoming ?? act.incomingTitle ?? act.incomingKeeps) !== undefined) return 'comes';
  if (act.outgoing !== undefined || act.outgoingNext !== undefined) return 'goes';
  return (act.offices ?? act.rationale) !== undefined && isOfChair(act) ? 'offices' : 'comes';
};

/** When the role changes hands. */
export const effectiveOf = (sent: Change, narrator: Narrator) => {
  const fact = 'the day on which the role on the board changes hands';
  const { day, dated, future } = effectiveView(sent, sent.act.effective, fact, narrator);
  return { day, dated, future: isToCome(sent.act, future) };
};

/** Who takes the role. */
export const incomingName = (sent: Change, { need }: Narrator): string =>
  need(sent, sent.act.incoming?.name, 'who takes the role on the board', 'incoming.name');

/** Who leaves the role. */
export const outgoingName = (sent: Change, { need }: Narrator): string =>
  need(sent, sent.act.outgoing?.name, 'who leaves the role on the board', 'outgoing.name');

/** Whether somebody is known to leave the role. */
export const succeedsSomebody = ({ outgoing, outgoingNext }: ActOf<'chair-change'>): boolean =>
  outgoing !== undefined || outgoingNext !== undefined;

/** Who takes the role, and how the predecessor leaves it. */
export const comes = (sent: Change, narrator: Narrator): View => {
  const { incoming, incomingTitle, incomingKeeps, outgoingNext, reason, subjectTo } = sent.act;
  const { future, day, dated } = effectiveOfDecision(effectiveOf(sent, narrator));
  const name = incomingName(sent, narrator);
  const closes = incomingTitle === undefined || narrator.company.house.commas === 'close';
  const follows = succeedsSomebody(sent.act);
  return {
    ...changingRole(sent, narrator),
    name,
    shortName: incoming === undefined ? name : shortNameOf(incoming),
    age: incoming?.age ?? null,
    title: incomingTitle ?? null,
    comma: closes && (incomingTitle ?? incoming?.age) !== undefined,
    ...day,
    subjectTo: subjectTo ?? null,
    predecessor: follows ? outgoingName(sent, narrator) : null,
    steps: follows && reason !== undefined,
    ...nextPostView(outgoingNext),
    future,
    pause: pausesBefore(reason, !follows && (dated || subjectTo !== undefined)),
    reason: reason ?? null,
    keeps: incomingKeeps ?? null,
  };
};

/** Who gives the role up, where nobody is named to take it. */
export const goes = (sent: Change, narrator: Narrator): View => {
  const { outgoing, outgoingNext, reason, subjectTo } = sent.act;
  const { future, day, dated } = effectiveOf(sent, narrator);
  const name = outgoingName(sent, narrator);
  return {
    ...changingRole(sent, narrator),
    name,
    shortName: outgoing === undefined ? name : shortNameOf(outgoing),
    future,
    ...day,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
    subjectTo: subjectTo ?? null,
    ...nextPostView(outgoingNext),
  };
};

/** That the offices come together or part; with its day, and every reason, where the act tells nothing else. */
export const officesView = (sent: Change, narrator: Narrator): View => {
  const { offices, rationale, reason, subjectTo } = sent.act;
  const alone = subjectOf(sent.act) === 'offices';
  const { future, day, dated } = effectiveOf(sent, narrator);
  const [why, also] = [rationale, alone ? reason : undefined].filter((clause) => clause !== undefined);
  const fact = 'whether the offices of chair and chief executive are combined or separated';
  return {
    ...chairRole(sent.act),
    lead: narrator.lead && alone,
    future,
    combined: offices === 'combined',
    separated: offices === 'separated',
    unsaid: offices === undefined ? narrator.need(sent, undefined, fact, 'offices') : null,
    ...(alone ? day : noDay),
    pause: pausesBefore(why, alone && dated),
    reason: why ?? null,
    also: also ?? null,
    subjectTo: (alone && subjectTo) || null,
  };
};
