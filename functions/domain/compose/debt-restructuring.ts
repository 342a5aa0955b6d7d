import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { percentText } from './amounts.ts';
import { effectiveView } from './effective.ts';
import { companyView } from './grammar.ts';
import { listed } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Restructuring = SentActOf<'debt-restructuring'>;

/** How the creditors voted, or by when they do. */
const voteView = ({ act: { vote = {} } }: Restructuring, { announced }: Narrator): View | null => {
  const { deadline, amountPercent: amount, holdersPercent: holders } = vote;
  const approved = amount !== undefined || holders !== undefined;
  return deadline === undefined && !approved
    ? null
    : {
        approved,
        amount: amount === undefined ? null : percentText(amount),
        both: amount !== undefined && holders !== undefined,
        holders: holders === undefined ? null : percentText(holders),
        deadline: deadline === undefined ? null : longDate(deadline),
        over: deadline !== undefined && deadline < announced,
      };
};

/** Which debt is restructured, what creditors get for it, and how they voted. */
const restructured = (sent: Restructuring, narrator: Narrator): View => {
  const { debt, exchange, proceeding, effective, terms } = sent.act;
  const fact = 'the day on which the restructuring of debt takes effect';
  const { day, future } = effectiveView(sent, effective, fact, narrator);
  return {
    it: companyView(narrator).it,
    company: narrator.company.shortName,
    future,
    past: day.date !== null && !future,
    debt: debt ?? null,
    exchange: exchange ?? null,
    proceeding: proceeding ?? null,
    ...day,
    vote: voteView(sent, narrator),
    terms: listed(terms),
  };
};

/** Each restructuring of debt has its sentences; the headline names the company and no figure. */
export const debtRestructuring: Composer<'debt-restructuring'> = {
  sentences: (acts, narrator) => each(acts, narrator, restructured),
  headline: (_, { company }) => ({ company: company.shortName }),
};
