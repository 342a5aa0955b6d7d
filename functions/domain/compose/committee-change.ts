import type { View } from '../templates.ts';
import { committeeName } from './committees.ts';
import { effectiveOfDecision, effectiveTogether } from './effective.ts';
import { companyView, separated, whenKey } from './grammar.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { together } from './together.ts';

type Change = SentActOf<'committee-change'>;
type Changes = readonly [Change, ...Change[]];

const effectiveOf = (changes: Changes, narrator: Narrator) => {
  const view = effectiveTogether(
    changes,
    ({ act: { person, committee } }) =>
      `the day on which the seat of ${person.name} on the ${committeeName(committee)} Committee changes`,
    narrator,
  );
  return changes[0].act.change === 'leaves' ? view : effectiveOfDecision(view);
};

const changed = (changes: Changes, narrator: Narrator): View => {
  const [{ act }] = changes;
  const { future, day } = effectiveOf(changes, narrator);
  return {
    people: separated(changes.map((sent) => ({ name: sent.act.person.name }))),
    plural: changes.length > 1,
    its: companyView(narrator).its,
    committee: committeeName(act.committee),
    joins: act.change === 'joins',
    chairs: act.change === 'chairs',
    leaves: act.change === 'leaves',
    known: act.effective !== undefined,
    future,
    ...day,
    succeeds: act.succeeds?.name ?? null,
  };
};

/** What changes must have in common for one sentence; who chairs or succeeds somebody has one alone. */
const commonKey = ({ act }: Change, index: number): readonly unknown[] => {
  const isAlone = act.change === 'chairs' || act.succeeds !== undefined;
  return [committeeName(act.committee), act.change, whenKey(act.effective), isAlone && index];
};

/** The headline names who comes to one committee; it does not name who leaves. */
const changeHeadline = ([{ act }, ...others]: Changes, { company }: Narrator): View => {
  const committees = new Set(
    [act, ...others.map((sent) => sent.act)].map(({ committee }) => committeeName(committee)),
  );
  return {
    company: company.shortName,
    several: others.length > 0,
    committee: committees.size === 1 ? committeeName(act.committee) : null,
    name: others.length === 0 && act.change !== 'leaves' ? act.person.name : null,
    chairs: act.change === 'chairs',
  };
};

export const committeeChange: Composer<'committee-change'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((changes, index) => ({
      view: changed(changes, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: changes,
    })),
  headline: changeHeadline,
};
