import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import { moneyText } from './amounts.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { listed } from './listed.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';
import { growthView, sizeView } from './repurchase-size.ts';

type Repurchase = SentActOf<'share-repurchase'>;

const isAdopted = ({ act: { change = 'new' } }: Repurchase): boolean => change === 'new';

const timing = (sent: Repurchase, narrator: Narrator) => {
  const { effective, expires } = sent.act;
  const fact = 'the day on which the repurchase program takes effect';
  const { day } = effectiveView(sent, effective, fact, narrator);
  const expired = expires !== undefined && expires < narrator.announced;
  return { ...day, expires: expires === undefined ? null : longDate(expires), expired };
};

const changeView = ({ act: { change } }: Repurchase) => ({
  isNew: change === 'new',
  increased: change === 'increased',
  extended: change === 'extended',
  completed: change === 'completed',
});

const execution = ({ act: { methods, rules, change } }: Repurchase): View | null =>
  methods === undefined && rules === undefined
    ? null
    : {
        completed: change === 'completed',
        methods: listed(methods),
        both: methods !== undefined && rules !== undefined,
        rules: listed(rules),
      };

/** What may be bought, and until when; then how, with what money, and what was bought before. */
const repurchased = (sent: Repurchase, narrator: Narrator): View => {
  const { security, increase, funding, prior, mayStop } = sent.act;
  const change = changeView(sent);
  const size = sizeView(sent);
  const adopted = isAdopted(sent);
  return {
    it: companyView(narrator).it,
    ...change,
    adopted,
    size,
    noSize: size || !adopted ? null : narrator.need(sent, undefined, 'how much may be repurchased', 'amount'),
    security: security ?? null,
    growth: change.increased ? growthView(sent, narrator) : null,
    increase: increase === undefined ? null : moneyText(increase),
    ...timing(sent, narrator),
    execution: execution(sent),
    funding: funding ?? null,
    prior: prior ?? null,
    mayStop: mayStop === true,
  };
};

/** The headline names the company, what becomes of the program, and its amount where that is known. */
const repurchaseHeadline = (sent: Repurchase, { company }: Narrator): View => ({
  company: company.shortName,
  ...changeView(sent),
  adopted: isAdopted(sent),
  amount: sent.act.amount === undefined ? null : titleCase(moneyText(sent.act.amount)),
});

/** Each program has its sentences: the first says how much may be bought. */
export const shareRepurchase: Composer<'share-repurchase'> = {
  sentences: (acts, narrator) => each(acts, narrator, repurchased),
  headline: ([first], narrator) => repurchaseHeadline(first, narrator),
};
