import type { View } from '../templates.ts';
import { countText, isOne } from './amounts.ts';
import { pausesBefore } from './clauses.ts';
import { costsView, measureDay } from './costs.ts';
import { decisionView } from './day.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Closing = SentActOf<'facility-closing'>;

const facilityOf = (sent: Closing, { need }: Narrator): string =>
  need(sent, sent.act.facility, 'the facility that closes');

const closingDay = (sent: Closing, narrator: Narrator) =>
  measureDay(sent, 'the day on which the facility closes', narrator);

/** What closes, when and why; then the positions, where the work goes, and what it costs and saves. */
const closing = (sent: Closing, narrator: Narrator): View => {
  const { positions, movesTo, reason, decided } = sent.act;
  const { future, day } = closingDay(sent, narrator);
  return {
    it: companyView(narrator).it,
    future,
    facility: facilityOf(sent, narrator),
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, day.date !== null),
    positions: positions === undefined ? null : countText(positions),
    one: positions !== undefined && isOne(positions),
    movesTo: movesTo ?? null,
    ...costsView(sent, narrator),
    decision: decisionView(sent, decided, narrator),
  };
};

/** The headline names the company and what closes. */
const closingHeadline = (sent: Closing, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  future: closingDay(sent, narrator).future,
  facility: titleCase(facilityOf(sent, narrator)),
});

export const facilityClosing: Composer<'facility-closing'> = {
  sentences: (acts, narrator) => each(acts, narrator, closing),
  headline: ([first], narrator) => closingHeadline(first, narrator),
};
