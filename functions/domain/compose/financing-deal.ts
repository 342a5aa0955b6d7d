import type { View } from '../templates.ts';
import { isPlain, moneyText } from './amounts.ts';
import { takesAn } from './article.ts';
import { dayView } from './day.ts';
import { whenView } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { headOf } from './security.ts';

type Financing = SentActOf<'financing'>;

/** What is itself a transaction: one closes an offering, and not a financing for one. */
const transaction = /\b(?:offering|placement|sale|issuance)$/i;

/** An offering or a placement, which is planned, agreed or closed by itself; null of a loan, notes and what is amended. */
export const dealView = (sent: Financing, narrator: Narrator): View | null => {
  const { stage, instrument = '', amount, maximum, counterparty, effective } = sent.act;
  if (!transaction.test(headOf(instrument)) || stage === 'amended' || stage === undefined) return null;
  const sum = amount ?? maximum;
  const { day } = dayView(sent, effective, 'the day on which the financing takes effect', narrator, false);
  const { future, date } = whenView(effective, narrator.announced);
  return {
    announced: stage === 'announced',
    agreed: stage === 'agreed',
    completed: stage === 'completed',
    future,
    onDay: stage === 'completed' && date !== null,
    vowel: takesAn(instrument),
    instrument,
    upTo: amount === undefined && maximum !== undefined && isPlain(maximum),
    amount: narrator.need(sent, sum && moneyText(sum), 'the amount of the financing', 'amount'),
    counterparty: counterparty ?? null,
    ...day,
  };
};
