import type { Draft } from '../domain/draft.ts';
import type { Decision } from '../domain/facts.ts';
import { standInFor, standInsBetween, stoodInBy } from '../domain/stand-ins.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { awayView, listed, personOf } from './people-view.ts';
import { decisionView, type Looking } from './standing-view.ts';
import { clockTime } from './times.ts';

type Asked = Pick<Looking, 'standing' | 'timeZone' | 'reader' | 'now'>;

type Group = Draft['groups'][number];

/** The decision that somebody made in an approver's place while they were away. */
const decidedInstead = ({ draft, decisions }: Standing, id: string): Decision | undefined =>
  decisions.find(({ approver, decidedAt }) => stoodInBy(draft, approver, new Date(decidedAt)).includes(id));

/** When an approver goes away whom nobody stands in for yet; null where they do not, or the draft is over by then. */
const leavesView = (standing: Standing, id: string, at: Date, timeZone: string): View | null => {
  const { draft, outcome } = standing;
  const later = standInsBetween(draft, at, draft.expiresAt).find(({ approver }) => approver === id);
  return later === undefined || outcome !== undefined
    ? null
    : { ...awayView(standing, later), from: clockTime(later.begins, timeZone) };
};

const personView = ({ standing, timeZone, reader, now }: Asked, group: Group, id: string): View => {
  const { draft, ballots, decisions, tally, outcome } = standing;
  const person = draft.approvers.find((other) => other.id === id);
  const isOut = group.recused.includes(id);
  const decision = isOut ? undefined : decisions.find(({ approver }) => approver === id);
  const at = outcome === undefined ? now : new Date(outcome.at);
  const instead = isOut ? undefined : decidedInstead(standing, id);
  const away = isOut
    ? undefined
    : standInFor(draft, id, instead === undefined ? at : new Date(instead.decidedAt));
  const isSilent = !isOut && decision === undefined;
  const isLater = outcome === undefined && group.stage > tally.stage;
  const tookBack = ballots.some(({ decision: made, fate }) => made.approver === id && fate === 'taken-back');
  return {
    ...personOf(standing, id),
    you: id === reader,
    isRequired: group.required.includes(id),
    recused: isOut ? (person?.recused ?? null) : null,
    changed: isOut && person?.recused === undefined,
    decision: decision === undefined ? null : decisionView(standing, decision, timeZone),
    away:
      away === undefined || !isSilent
        ? null
        : {
            ...awayView(standing, away),
            isLater,
            decision: instead === undefined ? null : decisionView(standing, instead, timeZone),
          },
    waiting: isSilent && away === undefined && !isLater && outcome === undefined,
    silent: isSilent && away === undefined && outcome !== undefined && !tookBack,
    tookBack: isSilent && tookBack,
    later: isSilent && away === undefined && isLater,
    leaves: isSilent && away === undefined && !isOut ? leavesView(standing, id, at, timeZone) : null,
  };
};

/** How far each group is, in the order in which they are asked. */
export const progressView = ({ tally }: Pick<Standing, 'tally'>): View[] =>
  tally.groups
    .toSorted((a, b) => a.stage - b.stage)
    .map(({ name, needed, approvals, met }) => ({ name, needed, approvals, met }));

/** Who is asked and who has decided, by group, in the order in which the groups are asked. */
export const groupViews = (looking: Asked): View[] => {
  const { draft, tally, outcome } = looking.standing;
  const groups = draft.groups.toSorted((a, b) => a.stage - b.stage);
  return groups.map((group) => {
    const { id, name, needed, approvers, recused } = group;
    return {
      name,
      needed,
      approvals: tally.groups.find((other) => other.id === id)?.approvals ?? 0,
      // Once they are asked, after whom is no longer of use.
      after:
        outcome !== undefined || group.stage <= tally.stage
          ? null
          : listed(groups.filter(({ stage }) => stage < group.stage).map((earlier) => earlier.name)),
      people: [...approvers, ...recused].map((person) => personView(looking, group, person)),
    };
  });
};
