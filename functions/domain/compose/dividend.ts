import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { perShareText } from './amounts.ts';
import { takesAn } from './article.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { paymentView } from './payment.ts';

type Dividend = SentActOf<'dividend'>;

/** A dividend that is declared has both days (Rule 10b-17); a change of the rate may be announced before them. */
const payment = (sent: Dividend, narrator: Narrator) => {
  const { change = 'declared', payable, record, security } = sent.act;
  const dayOf = (date: string | undefined, fact: string, path: string): string | null =>
    date === undefined && change !== 'declared'
      ? null
      : narrator.need(sent, date && longDate(date), fact, path);
  return paymentView(
    {
      payable: dayOf(payable, 'the day on which the dividend is payable', 'payable'),
      record: dayOf(record, 'the record date of the dividend', 'record'),
    },
    { payable, security },
    narrator,
  );
};

const changeView = ({ act: { change } }: Dividend) => ({
  changed: change === 'increased' || change === 'reduced',
  increased: change === 'increased',
  initiated: change === 'initiated',
});

/** What is paid on a share, when, and to whom; then what that comes to in a year. */
const declared = (sent: Dividend, narrator: Narrator): View => {
  const { frequency, perShare, previousPerShare, annual, security, effective } = sent.act;
  const fact = 'the day from which the dividend is paid';
  const { day } = effectiveView(sent, effective, fact, narrator);
  return {
    its: companyView(narrator).its,
    ...changeView(sent),
    frequency: frequency ?? null,
    vowel: takesAn(frequency ?? 'dividend'),
    security: security ?? null,
    perShare: narrator.need(sent, perShare && perShareText(perShare), 'the dividend per share', 'perShare'),
    previous: previousPerShare === undefined ? null : perShareText(previousPerShare),
    payment: payment(sent, narrator),
    ...day,
    annual: annual === undefined ? null : perShareText(annual),
  };
};

/** The headline names the company and the dividend, and what is paid on a share where that is known; several have no figure. */
const dividendHeadline = (dividends: readonly [Dividend, ...Dividend[]], { company }: Narrator): View => {
  const [sent, ...others] = dividends;
  const { frequency, perShare } = sent.act;
  return {
    company: company.shortName,
    several: others.length > 0,
    allDeclared: dividends.every(({ act: { change = 'declared' } }) => change === 'declared'),
    ...changeView(sent),
    frequency: frequency === undefined ? null : titleCase(frequency),
    perShare: perShare === undefined ? null : perShareText(perShare),
  };
};

/** Each dividend has its sentences: the first says what is paid, when and to whom. */
export const dividend: Composer<'dividend'> = {
  sentences: (acts, narrator) => each(acts, narrator, declared),
  headline: dividendHeadline,
};
