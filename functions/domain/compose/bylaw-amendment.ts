import type { View } from '../templates.ts';
import { isPurpose, pausesBefore } from './clauses.ts';
import { decisionView } from './day.ts';
import { effectiveView } from './effective.ts';
import { companyView, separated, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Amendment = SentActOf<'bylaw-amendment'>;

const missing = 'the instrument that is amended';

const amendmentDay = (sent: Amendment, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day on which the amendment takes effect', narrator, true);

/** What is amended, how, from when and why; then who approved it and when, Form 8-K, Item 5.03. */
const amended = (sent: Amendment, narrator: Narrator): View => {
  const { instrument, changes, reason, approvedBy, decided } = sent.act;
  const { future, day, dated } = amendmentDay(sent, narrator);
  const known = changes ?? [narrator.need(sent, undefined, 'what the amendment changes', 'changes')];
  const decision = decisionView(sent, decided, narrator);
  return {
    it: companyView(narrator).it,
    future,
    instrument: narrator.need(sent, instrument, missing, 'instrument'),
    changes: separated(known.map((change) => ({ change }))),
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated) || isPurpose(reason),
    approval: approvedBy === undefined ? null : { by: approvedBy, decision },
    decision: approvedBy === undefined ? decision : null,
  };
};

/** The headline names the company and the instrument. */
const amendmentHeadline = (sent: Amendment, narrator: Narrator): View => {
  const { instrument } = sent.act;
  return {
    company: narrator.company.shortName,
    future: amendmentDay(sent, narrator).future,
    instrument: narrator.need(sent, instrument && titleCase(instrument), missing, 'instrument'),
  };
};

export const bylawAmendment: Composer<'bylaw-amendment'> = {
  sentences: (acts, narrator) => each(acts, narrator, amended),
  headline: ([first], narrator) => amendmentHeadline(first, narrator),
};
