import type { View } from '../templates.ts';
import { isOne, percentText } from './amounts.ts';
import { pausesBefore } from './clauses.ts';
import { costsView, measureDay } from './costs.ts';
import { countWords } from './counts.ts';
import { decisionView } from './day.ts';
import { titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Reduction = SentActOf<'workforce-reduction'>;

const reductionDay = (sent: Reduction, narrator: Narrator) =>
  measureDay(sent, 'the date of the workforce reduction', narrator);

/** Where; a number of positions is the same anywhere, but 35 percent of a plant is not 35 percent of the company. */
const siteOf = (sent: Reduction, { need }: Narrator): string | null => {
  const { site, percent, positions } = sent.act;
  const isNeeded = percent !== undefined || positions === undefined;
  return isNeeded ? need(sent, site, 'the site of the workforce reduction', 'site') : (site ?? null);
};

/** One sentence for each reduction: where, how many, when, why; then what it costs and saves. */
const reduction = (sent: Reduction, narrator: Narrator): View => {
  const { act } = sent;
  const { company, lead, need } = narrator;
  const { known, future, day } = reductionDay(sent, narrator);
  const both = act.percent !== undefined && act.positions !== undefined;
  const inSubhead = act.facility !== undefined && company.house.subheads.includes('workforce-reduction');
  const program = inSubhead ? null : (act.program ?? null);
  const goesOn = program !== null || Object.values(day).some((said) => said !== null);
  return {
    lead,
    known,
    future,
    company: company.shortName,
    temporary: act.temporary === true,
    site: siteOf(sent, narrator),
    percent: act.percent === undefined ? null : percentText(act.percent),
    positions: act.positions === undefined ? null : countWords(act.positions),
    one: act.positions !== undefined && isOne(act.positions),
    both,
    closed: both && goesOn,
    noSize:
      act.percent === undefined && act.positions === undefined
        ? need(sent, undefined, 'the size of the workforce reduction', 'positions')
        : null,
    ...day,
    comma: day.date !== null && company.house.commas === 'close',
    program,
    reason: act.reason ?? null,
    pause: pausesBefore(act.reason, day.date !== null || (both && !goesOn)),
    ...costsView(sent, narrator),
    decision: decisionView(sent, act.decided, narrator),
  };
};

/** The headline names the company and the place; the subhead, where the facility is known, what it undergoes. */
const reductionHeadline = (sent: Reduction, narrator: Narrator): View => {
  const { facility, site } = sent.act;
  return {
    company: narrator.company.shortName,
    future: reductionDay(sent, narrator).future,
    region: facility?.region ?? null,
    type: facility === undefined ? null : titleCase(facility.type),
    site: site === undefined ? null : titleCase(site),
  };
};

export const workforceReductionSubhead = ({ act }: Reduction): View | undefined =>
  act.facility && {
    region: act.facility.region,
    type: titleCase(act.facility.type),
    program: act.program === undefined ? null : titleCase(act.program),
  };

export const workforceReduction: Composer<'workforce-reduction'> = {
  sentences: (acts, narrator) => each(acts, narrator, reduction),
  headline: ([first], narrator) => reductionHeadline(first, narrator),
};
