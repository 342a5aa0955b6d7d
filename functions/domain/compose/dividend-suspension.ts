import type { View } from '../templates.ts';
import { pausesBefore } from './clauses.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Suspension = SentActOf<'dividend-suspension'>;

/** Which dividend is suspended, from when, and why. */
const suspended = (sent: Suspension, narrator: Narrator): View => {
  const { frequency, security, effective, reason } = sent.act;
  const fact = 'the day from which no dividend is paid';
  const { day, dated } = effectiveView(sent, effective, fact, narrator);
  return {
    its: companyView(narrator).its,
    frequency: frequency ?? null,
    security: security ?? null,
    ...day,
    pause: pausesBefore(reason, dated),
    reason: reason ?? null,
  };
};

/** The headline names the company and the dividend. */
const suspensionHeadline = ({ act: { frequency } }: Suspension, { company }: Narrator): View => ({
  company: company.shortName,
  frequency: frequency === undefined ? null : titleCase(frequency),
});

/** Each dividend that is suspended has a sentence. */
export const dividendSuspension: Composer<'dividend-suspension'> = {
  sentences: (acts, narrator) => each(acts, narrator, suspended),
  headline: ([first], narrator) => suspensionHeadline(first, narrator),
};
