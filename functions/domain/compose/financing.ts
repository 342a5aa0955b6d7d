import type { View } from '../templates.ts';
import { isPlain, moneyText } from './amounts.ts';
import { takesAn } from './article.ts';
import { dayView } from './day.ts';
import { effectiveView } from './effective.ts';
import { dealView } from './financing-deal.ts';
import { companyView, titleCase, whenView } from './grammar.ts';
import { listed } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { headOf, securityView } from './security.ts';

type Financing = SentActOf<'financing'>;

const mass = /(stock|debt|equity|paper|capital|funding)$/i;

const stageView = ({ act: { stage } }: Financing) => ({
  announced: stage === 'announced',
  agreed: stage === 'agreed',
  completed: stage === 'completed',
  amended: stage === 'amended',
});

/** What is raised: a loan of an amount, or an amount of notes. Where nobody sent the amount, the most that it can come to. */
const objectView = (sent: Financing, { need }: Narrator) => {
  const { instrument, amount, maximum, stage } = sent.act;
  const known = amount ?? maximum;
  return {
    instrument: instrument ?? null,
    vowel: instrument !== undefined && takesAn(instrument),
    counted: instrument !== undefined && !securityView(instrument).plural && !mass.test(headOf(instrument)),
    upTo: amount === undefined && maximum !== undefined && isPlain(maximum),
    amount:
      known === undefined && stage === 'amended'
        ? null
        : need(sent, known && moneyText(known), 'the amount of the financing', 'amount'),
    maximum: amount === undefined || maximum === undefined ? null : moneyText(maximum),
  };
};

/** What bears interest and matures: the notes of "convertible notes due 2031"; of what has no plural, the financing. */
const nounOf = (instrument: string | undefined): string | null =>
  instrument !== undefined && securityView(instrument).plural
    ? (headOf(instrument).split(' ').at(-1) ?? null)
    : null;

/** Whether what is said to be complete closes on a day to come. */
const closesLater = ({ act: { stage, effective } }: Financing, { announced }: Narrator): boolean =>
  stage === 'completed' && whenView(effective, announced).future;

/** What it costs and until when it runs; null where nobody sent that. */
const costView = (sent: Financing, narrator: Narrator): View | null => {
  const { rate, matures, stage, instrument } = sent.act;
  if (rate === undefined && matures === undefined) return null;
  const fact = 'the day on which the financing matures';
  const { day } = dayView(sent, matures, fact, narrator, false, 'matures');
  const toCome = stage === 'announced' || closesLater(sent, narrator);
  return {
    toCome,
    noun: nounOf(instrument),
    rate: rate ?? null,
    both: rate !== undefined && matures !== undefined,
    amended: stage === 'amended',
    matures: matures === undefined ? null : { toCome, plural: nounOf(instrument) !== null, ...day },
  };
};

/** What is raised and from whom; then what it costs, on which terms, and what it is for. */
const financed = (sent: Financing, narrator: Narrator): View => {
  const { stage, counterparty, instrument, use, terms, effective } = sent.act;
  const fact = 'the day on which the financing takes effect';
  const { day } = effectiveView(sent, effective, fact, narrator);
  // What closed on a day is told in the past, and the day follows "on".
  const isOnDay = stage === 'completed' && whenView(effective, narrator.announced).date !== null;
  return {
    it: companyView(narrator).it,
    future: closesLater(sent, narrator),
    onDay: isOnDay,
    comma: narrator.company.house.commas === 'close',
    company: narrator.company.shortName,
    ...stageView(sent),
    noStage: stage
      ? null
      : narrator.need(sent, stage, 'whether the financing is planned, agreed or completed', 'stage'),
    counterparty: counterparty ?? null,
    // "First Bank, as agent,"
    aside: counterparty !== undefined && /, \p{Ll}/u.test(counterparty),
    bare: stage === 'completed' && (counterparty ?? instrument) === undefined,
    ...objectView(sent, narrator),
    ...day,
    deal: dealView(sent, narrator),
    cost: costView(sent, narrator),
    terms: terms === undefined ? null : { ...listed(terms), amended: stage === 'amended' },
    use: use ?? null,
  };
};

/** The headline names the company and the amount where that is known. */
const financingHeadline = (sent: Financing, narrator: Narrator): View => ({
  company: narrator.company.shortName,
  future: closesLater(sent, narrator),
  ...stageView(sent),
  noStage: sent.act.stage === undefined,
  amount: sent.act.amount === undefined ? null : titleCase(moneyText(sent.act.amount)),
});

/** Each financing has its sentences: the first says how much is raised, as what and from whom. */
export const financing: Composer<'financing'> = {
  sentences: (acts, narrator) => each(acts, narrator, financed),
  headline: ([first], narrator) => financingHeadline(first, narrator),
};
