import type { View } from '../templates.ts';
import { countText, isOne, percentText } from './amounts.ts';
import { titleCase, whenView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Reduction = SentActOf<'workforce-reduction'>;

/** One sentence for each reduction: where, how many, when. */
const reduction = (sent: Reduction, { company, announced, lead, need }: Narrator): View => {
  const { act } = sent;
  const { phrase, date, future, ask } = whenView(act.effective, announced);
  return {
    lead,
    future,
    company: company.shortName,
    site: need(sent, act.site, 'the site of the workforce reduction'),
    percent: act.percent === undefined ? null : percentText(act.percent),
    positions: act.positions === undefined ? null : countText(act.positions),
    one: act.positions !== undefined && isOne(act.positions),
    both: act.percent !== undefined && act.positions !== undefined,
    noSize:
      act.percent === undefined && act.positions === undefined
        ? need(sent, undefined, 'the size of the workforce reduction')
        : null,
    phrase,
    date,
    noDate: ask && need(sent, undefined, ask('the date of the workforce reduction')),
  };
};

/** The headline names the company and the place; the subhead, where the facility is known, what it undergoes. */
const reductionHeadline = (sent: Reduction, { company, announced }: Narrator): View => ({
  company: company.shortName,
  future: whenView(sent.act.effective, announced).future,
  place: sent.act.facility?.region ?? sent.act.site ?? null,
});

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
