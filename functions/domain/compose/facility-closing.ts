import type { View } from '../templates.ts';
import { isOne } from './amounts.ts';
import { pausesBefore } from './clauses.ts';
import { commaAfter } from './comma.ts';
import { costsView, measureDay } from './costs.ts';
import { countWords } from './counts.ts';
import { decisionView } from './day.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Closing = SentActOf<'facility-closing'>;

const missing = 'the facility that closes';

const closingDay = (sent: Closing, narrator: Narrator) =>
  measureDay(sent, 'the day on which the facility closes', narrator);

/** What closes, when and why; then the positions, where the work goes, and what it costs and saves. */
const closing = (sent: Closing, narrator: Narrator): View => {
  const { facility, positions, movesTo, reason, decided } = sent.act;
  const { known, future, day } = closingDay(sent, narrator);
  const goesOn = reason !== undefined || Object.values(day).some((said) => said !== null);
  return {
    it: companyView(narrator).it,
    known,
    future,
    facility: narrator.need(sent, facility, missing, 'facility'),
    ...day,
    reason: reason ?? null,
    comma: goesOn && commaAfter(facility ?? null, narrator),
    pause: pausesBefore(reason, day.date !== null),
    positions: positions === undefined ? null : countWords(positions),
    one: positions !== undefined && isOne(positions),
    movesTo: movesTo ?? null,
    ...costsView(sent, narrator),
    decision: decisionView(sent, decided, narrator),
  };
};

/** The headline names the company and what closes. */
const closingHeadline = (sent: Closing, narrator: Narrator): View => {
  const { facility } = sent.act;
  return {
    company: narrator.company.shortName,
    future: closingDay(sent, narrator).future,
    facility: narrator.need(sent, facility && titleCase(facility), missing, 'facility'),
  };
};

export const facilityClosing: Composer<'facility-closing'> = {
  sentences: (acts, narrator) => each(acts, narrator, closing),
  headline: ([first], narrator) => closingHeadline(first, narrator),
};
