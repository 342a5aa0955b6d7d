import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { favored, isOnFrequency } from '../vote-frequency.ts';
import { dayView } from './day.ts';
import { electedView, notElectedView } from './elections.ts';
import { companyView, separated, titleCase } from './grammar.ts';
import { listed } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { voteTables } from './vote-tables.ts';

type Results = SentActOf<'voting-results'>;

const decisionsOf = ({ act: { matters = [] } }: Results, wanted: 'approved' | 'rejected'): View | null => {
  const decided = matters
    .filter((matter) => matter.result === wanted && !isOnFrequency(matter))
    .map(({ matter }) => matter);
  return decided.length === 0 ? null : { many: decided.length > 1, proposals: listed(decided) };
};

/** What most votes were for on how often to vote on pay, which is neither approved nor rejected. */
const frequenciesOf = (sent: Results, { need }: Narrator): View[] =>
  (sent.act.matters ?? []).filter(isOnFrequency).map((matter) => {
    const choice = favored(matter);
    return {
      matter: matter.matter,
      everyYear: choice === 'everyYear',
      everyTwoYears: choice === 'everyTwoYears',
      everyThreeYears: choice === 'everyThreeYears',
      unknown: need(sent, choice && '', 'how often the shareholders want to vote on pay') || null,
    };
  });

/** Whether what was done holds an "and" of its own, so that a comma must come before the next. */
const holdsAnd = (done: View | null): boolean => done?.['many'] === true && done['areAll'] !== true;

/** What the shareholders did, each with what separates it from the next. */
const actions = (sent: Results, narrator: Narrator): View[] => {
  const none = {
    election: null,
    approved: null,
    rejected: null,
    onDirectors: false,
    onFrequency: false,
    noResult: null,
  };
  const election = electedView(sent, narrator);
  const approved = decisionsOf(sent, 'approved');
  const rejected = decisionsOf(sent, 'rejected');
  const said = [
    ...(election === null ? [] : [{ ...none, election }]),
    ...(approved === null ? [] : [{ ...none, approved }]),
    ...(rejected === null ? [] : [{ ...none, rejected }]),
  ];
  const [first] = said;
  if (first) {
    const isSeries = said.length === 2 && holdsAnd(first.election ?? first.approved);
    return separated(said).map((item, index) =>
      isSeries && index === 0 ? { ...item, separator: ', and ' } : item,
    );
  }
  const onDirectors = sent.act.directors !== undefined;
  const onFrequency = !onDirectors && (sent.act.matters ?? []).some(isOnFrequency);
  const noResult =
    onDirectors || onFrequency ? null : narrator.need(sent, undefined, 'what the shareholders decided');
  return separated([{ ...none, onDirectors, onFrequency, noResult }]);
};

/** At which meeting, on which day; Form 8-K, Item 5.07(a), asks for both. */
const meetingView = (sent: Results, narrator: Narrator) => {
  const { type, date } = sent.act.meeting ?? {};
  const day = narrator.need(sent, date && longDate(date), 'the day of the meeting', 'meeting.date');
  return {
    type: narrator.need(sent, type, 'whether the meeting was an annual or a special one', 'meeting.type'),
    day,
    comma: narrator.company.house.commas === 'close',
  };
};

/** What the shareholders decided at which meeting; then how many were there, and who was not elected. */
const decided = (sent: Results, narrator: Narrator): View => {
  const { turnout, effective } = sent.act;
  const effect = dayView(sent, effective, 'the day on which the results take effect', narrator, false);
  const { lead, its } = companyView(narrator);
  return {
    lead,
    its,
    meeting: meetingView(sent, narrator),
    actions: actions(sent, narrator),
    frequencies: frequenciesOf(sent, narrator),
    turnout: turnout ?? null,
    ...notElectedView(sent, narrator),
    effect: effective === undefined ? null : { future: effect.future, ...effect.day },
  };
};

/** Each meeting has its sentences, and its votes stand in tables; the headline names the meeting. */
export const votingResults: Composer<'voting-results'> = {
  sentences: (acts, narrator) => each(acts, narrator, decided),
  tables: (acts) => acts.flatMap(({ act }) => voteTables(act)),
  headline: ([{ act }], { company }) => ({
    company: company.shortName,
    meeting: act.meeting === undefined ? null : titleCase(act.meeting.type),
  }),
};
