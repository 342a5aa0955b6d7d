import type { View } from '../templates.ts';
import { isOne, percentText } from './amounts.ts';
import { takesAn } from './article.ts';
import { isPurpose, pausesBefore } from './clauses.ts';
import { costsView } from './costs.ts';
import { countWords } from './counts.ts';
import { decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView, separated, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Restructuring = SentActOf<'restructuring'>;

const programView = (name: string | undefined): View | null =>
  name === undefined ? null : { name, isNamed: /^\p{Lu}/u.test(name), an: takesAn(name) };

const measuresView = (sent: Restructuring, { need }: Narrator): View | null => {
  const { measures, positions, percent } = sent.act;
  if (measures === undefined && (positions !== undefined || percent !== undefined)) return null;
  const known = measures ?? [need(sent, undefined, 'what the restructuring does', 'measures')];
  return { items: separated(known.map((measure) => ({ measure }))) };
};

const workforceView = ({ act: { positions, percent } }: Restructuring): View | null =>
  positions === undefined && percent === undefined
    ? null
    : {
        percent: percent === undefined ? null : percentText(percent),
        positions: positions === undefined ? null : countWords(positions),
        one: positions !== undefined && isOne(positions),
        both: percent !== undefined && positions !== undefined,
      };

/** What the plan is called and does; then how many it concerns, and what it costs and saves. */
const restructured = (sent: Restructuring, narrator: Narrator): View => {
  const { program, decided, effective, reason } = sent.act;
  const { day, dated } = effectiveView(
    sent,
    effective,
    'the day on which the restructuring takes effect',
    narrator,
  );
  const decision = decisionView(sent, decided, narrator);
  const measures = measuresView(sent, narrator);
  return {
    it: companyView(narrator).it,
    program: programView(program),
    decision: decision && {
      ...decision,
      comma: decision.date !== null && measures !== null && narrator.company.house.commas === 'close',
    },
    measures,
    ...day,
    reason: reason ?? null,
    pause:
      pausesBefore(reason, dated || (measures === null && decision !== null)) ||
      (measures !== null && isPurpose(reason)),
    workforce: workforceView(sent),
    ...costsView(sent, narrator),
  };
};

/** The headline names the company and its plan. */
const restructuringHeadline = ({ act }: Restructuring, { company }: Narrator): View => ({
  company: company.shortName,
  program: act.program === undefined ? null : titleCase(act.program),
});

export const restructuring: Composer<'restructuring'> = {
  sentences: (acts, narrator) => each(acts, narrator, restructured),
  headline: ([first], narrator) => restructuringHeadline(first, narrator),
};
