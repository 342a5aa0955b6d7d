import type { View } from '../templates.ts';
import { arrangementView, candidateKey, candidatesView, independents, membersView } from './candidates.ts';
import { effectiveOfDecision, effectiveTogether, isToCome, noDay } from './effective.ts';
import { companyView, titleCase, whenKey } from './grammar.ts';
import { meetingView } from './meetings.ts';
import type { Composer, Narrator, SentActOf } from './narrator.ts';
import { numeral } from './numerals.ts';
import { together } from './together.ts';

type Election = SentActOf<'director-election'>;
type Elections = readonly [Election, ...Election[]];

const mannerView = (manner: Election['act']['manner']): View => ({
  joins: manner === undefined,
  elected: manner === 'elected',
  appointed: manner === 'appointed',
  reelected: manner === 'reelected',
  reappointed: manner === 'reappointed',
});

const effectiveOf = (elections: Elections, narrator: Narrator) => {
  const factOf = ({ act }: Election) => `the day on which ${act.person.name} joins the board`;
  const [{ act }] = elections;
  const { future, ...said } = effectiveTogether(elections, factOf, narrator);
  // On the day of the meeting the day is said with it.
  const isAtMeeting = act.effective !== undefined && act.effective === act.meeting?.date;
  const view = isAtMeeting ? { day: noDay, dated: true } : said;
  const told = { ...view, future: isToCome(act, future) };
  return act.manner === undefined ? told : effectiveOfDecision(told);
};

const elected = (elections: Elections, narrator: Narrator): View => {
  const [{ act }] = elections;
  const { future, day, dated } = effectiveOf(elections, narrator);
  const known = (act.effective ?? act.subjectTo) !== undefined;
  const sizes = elections.flatMap((sent) => sent.act.boardSize ?? []);
  return {
    ...candidatesView(elections),
    ...mannerView(act.manner),
    its: companyView(narrator).its,
    // Who "is joining" has not joined yet.
    future: future || (act.manner === undefined && !known),
    known,
    meeting: meetingView(act.meeting),
    ...day,
    dated: dated || act.meeting?.date !== undefined,
    term: act.term ?? null,
    subjectTo: act.subjectTo ?? null,
    succeeds: act.succeeds?.name ?? null,
    independents: independents(elections),
    members: membersView(elections),
    chosen: arrangementView(elections),
    boardSize: sizes.length === 0 ? null : numeral(Math.max(...sizes)),
    one: sizes.every((size) => size === 1),
  };
};

/** What directors must have in common; who succeeds somebody has a sentence alone. */
const commonKey = (sent: Election, index: number): readonly unknown[] => {
  const { manner, effective, meeting, subjectTo, succeeds } = sent.act;
  return [
    manner,
    whenKey(effective),
    meeting,
    subjectTo,
    succeeds !== undefined && index,
    ...candidateKey(sent, index),
  ];
};

/** One manner for all: those who stay, beside others who come, are elected or appointed too, and not added. */
const headlineManner = (elections: Elections): Election['act']['manner'] => {
  const manners = new Set(elections.map(({ act }) => act.manner));
  if (manners.size === 1) return elections[0].act.manner;
  if (manners.has('reelected')) return 'elected';
  return manners.has('reappointed') ? 'appointed' : undefined;
};

/** The headline names one director and counts several. */
const electionHeadline = (elections: Elections, narrator: Narrator): View => {
  const [{ act }, ...others] = elections;
  return {
    ...mannerView(headlineManner(elections)),
    company: narrator.company.shortName,
    name: others.length === 0 ? act.person.name : null,
    number: titleCase(numeral(elections.length)),
  };
};

/** Those who join alike have one sentence. */
export const directorElection: Composer<'director-election'> = {
  sentences: (acts, narrator) =>
    together(acts, commonKey).map((elections, index) => ({
      view: elected(elections, { ...narrator, lead: narrator.lead && index === 0 }),
      acts: elections,
    })),
  headline: electionHeadline,
};
