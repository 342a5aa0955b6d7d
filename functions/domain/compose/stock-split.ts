import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { countText, numberText, perShareText } from './amounts.ts';
import { takesAn } from './article.ts';
import { commaAfter } from './comma.ts';
import { effectiveView } from './effective.ts';
import { companyView, whenView } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { paymentView } from './payment.ts';

type Split = SentActOf<'stock-split'>;

const ratioOf = ({ act: { ratio } }: Split): string | undefined =>
  ratio && `${numberText(ratio.new)}-for-${numberText(ratio.old)}`;

const isReverse = ({ act: { ratio } }: Split): boolean => ratio !== undefined && ratio.new < ratio.old;

/** Whether the split has taken effect; at a time of the release's own day it has not, unless that is when the day begins. */
const isDone = ({ act: { effective, payable, time } }: Split, { announced }: Narrator): boolean => {
  const { ask, future, date } = whenView(effective ?? payable, announced);
  const isLaterToday =
    date === longDate(announced) && time !== undefined && !/^(?:12:\d\d a|0?0:|midnight)/i.test(time);
  return ask === null && !future && !isLaterToday;
};

/** What happens when; a split that is paid as a dividend needs no other day. */
const timing = (sent: Split, narrator: Narrator) => {
  const { effective, payable, record, security, time } = sent.act;
  const fact = 'the day on which the stock split takes effect';
  const isNeeded = payable === undefined || time !== undefined;
  const { day } = effectiveView(sent, effective, fact, narrator, isNeeded);
  const [payableOn, recordOn] = [payable, record].map((date) => (date === undefined ? null : longDate(date)));
  return {
    payment: paymentView(
      { payable: payableOn ?? null, record: recordOn ?? null },
      { payable, security },
      narrator,
    ),
    ...day,
    time: time ?? null,
    comma: commaAfter(day.date, narrator),
  };
};

const shares = ({ act: { sharesBefore, sharesAfter } }: Split, done: boolean): View | null =>
  sharesBefore === undefined && sharesAfter === undefined
    ? null
    : {
        done,
        before: sharesBefore === undefined ? null : countText(sharesBefore),
        after: sharesAfter === undefined ? null : countText(sharesAfter),
      };

/** How the shares are split and when; then what for, how many there are, and what holders need to know. */
const splits = (sent: Split, narrator: Narrator): View => {
  const { act } = sent;
  const ratio = ratioOf(sent);
  const done = isDone(sent, narrator);
  return {
    it: companyView(narrator).it,
    done,
    vowel: ratio !== undefined && takesAn(ratio),
    ratio: narrator.need(sent, ratio, 'the ratio of the stock split', 'ratio'),
    reverse: isReverse(sent),
    security: act.security ?? null,
    form: act.form ?? null,
    formVowel: act.form !== undefined && takesAn(act.form),
    ...timing(sent, narrator),
    purpose: act.purpose ?? null,
    shares: shares(sent, done),
    fractions: act.fractions ?? null,
    parValue: act.parValue === undefined ? null : perShareText(act.parValue),
    cusip: act.cusip ?? null,
    approval: act.approval ?? null,
    transferAgent: act.transferAgent ?? null,
  };
};

/** Each split has its sentences; the headline names the company and the ratio. */
export const stockSplit: Composer<'stock-split'> = {
  sentences: (acts, narrator) => each(acts, narrator, splits),
  headline: ([first], { company }) => ({
    company: company.shortName,
    ratio: ratioOf(first) ?? null,
    reverse: isReverse(first),
  }),
};
