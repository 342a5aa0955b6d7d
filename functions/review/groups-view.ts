import type { Draft } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';
import type { Standing } from '../ports/standing.ts';
import { awayView, listed, personOf } from './people-view.ts';
import { decisionView, type Looking } from './standing-view.ts';

type Asked = Pick<Looking, 'standing' | 'timeZone' | 'reader'>;

type Group = Draft['groups'][number];

const personView = ({ standing, timeZone, reader }: Asked, group: Group, id: string): View => {
  const { draft, decisions, tally, outcome } = standing;
  const person = draft.approvers.find((other) => other.id === id);
  const isOut = group.recused.includes(id);
  const decision = isOut ? undefined : decisions.find(({ approver }) => approver === id);
  const away = isOut ? undefined : draft.delegations.find(({ approver }) => approver === id);
  const instead = decisions.find(({ approver }) => approver === away?.delegate);
  const isSilent = !isOut && decision === undefined;
  const isLater = outcome === undefined && group.stage > tally.stage;
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
            decision: instead === undefined ? null : decisionView(standing, instead, timeZone),
          },
    waiting: isSilent && away === undefined && !isLater && outcome === undefined,
    silent: isSilent && away === undefined && outcome !== undefined,
    later: isSilent && away === undefined && isLater,
  };
};

/** How far each group is, in the order in which they are asked. */
export const progressView = ({ tally }: Pick<Standing, 'tally'>): View[] =>
  tally.groups
    .toSorted((a, b) => a.stage - b.stage)
    .map(({ name, needed, approvals, met }) => ({ name, needed, approvals, met }));

/** Who is asked and who has decided, by group, in the order in which the groups are asked. */
export const groupViews = (looking: Asked): View[] => {
  const { draft, tally } = looking.standing;
  const groups = draft.groups.toSorted((a, b) => a.stage - b.stage);
  return groups.map((group) => {
    const { id, name, needed, approvers, recused } = group;
    return {
      name,
      needed,
      approvals: tally.groups.find((other) => other.id === id)?.approvals ?? 0,
      after: listed(groups.filter(({ stage }) => stage < group.stage).map((earlier) => earlier.name)),
      people: [...approvers, ...recused].map((person) => personView(looking, group, person)),
    };
  });
};
