import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { effectiveView, isNotYet, isToCome } from './effective.ts';
import { companyView, possessive } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type NameChange = SentActOf<'name-change'>;

const newName = (sent: NameChange, { need }: Narrator): string =>
  need(sent, sent.act.to, 'the new name of the company', 'to');

/** A change that still depends on something is to come, and may have no day yet. */
const changeDay = (sent: NameChange, narrator: Narrator) => {
  const { effective, subjectTo } = sent.act;
  const said = effectiveView(
    sent,
    effective,
    'the day on which the name changes',
    narrator,
    subjectTo === undefined,
  );
  return { ...said, future: isToCome(sent.act, said.future) || isNotYet(said) };
};

/** From which name to which, when and why; then the symbol and the CUSIP number. */
const nameChanged = (sent: NameChange, narrator: Narrator): View => {
  const { from, reason, subjectTo, ticker, cusip } = sent.act;
  const { future, day, dated } = changeDay(sent, narrator);
  return {
    it: companyView(narrator).it,
    possessive: possessive(narrator.company.shortName),
    future,
    from: from ?? null,
    to: newName(sent, narrator),
    ...day,
    reason: reason ?? null,
    pause: pausesBefore(reason, dated),
    subjectTo: subjectTo ?? null,
    ticker: ticker ?? null,
    cusip: cusip ?? null,
  };
};

/** The headline names the company as it is called now, and the new name. */
const nameHeadline = (sent: NameChange, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  future: changeDay(sent, narrator).future,
  to: newName(sent, narrator),
});

export const nameChange: Composer<'name-change'> = {
  sentences: (acts, narrator) => each(acts, narrator, nameChanged),
  headline: ([first], narrator) => nameHeadline(first, narrator),
};
