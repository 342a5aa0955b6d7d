import type { View } from '../templates.ts';
import { countText, isOne, moneyText } from './amounts.ts';
import { commaAfter } from './comma.ts';
import { effectiveView } from './effective.ts';
import { companyView, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Grant = SentActOf<'option-grant'>;

const grantDay = (sent: Grant, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day of the grant', narrator);

/** What is granted, to whom, at which price and from when; then until when it can be exercised. */
const granted = (sent: Grant, narrator: Narrator): View => {
  const { award, total, price, grantees, expires, vesting, plan } = sent.act;
  const { day, future } = grantDay(sent, narrator);
  const goesOn = (price ?? plan) !== undefined || day.phrase !== null;
  return {
    it: companyView(narrator).it,
    future,
    total: narrator.need(
      sent,
      total === undefined ? total : countText(total),
      'how many awards are granted',
      'total',
    ),
    award: award ?? null,
    one: total !== undefined && isOne(total),
    grantees: grantees ?? null,
    comma: goesOn && commaAfter(grantees ?? null, narrator),
    // Other awards have a price, but are not exercised.
    exercised: award === undefined || /option|right|warrant/i.test(award),
    price: price === undefined ? null : moneyText(price),
    plan: plan ?? null,
    ...day,
    vesting: vesting ?? null,
    expires: expires ?? null,
  };
};

/** The headline names the company, what is granted, and how much of it where that is known. */
const grantHeadline = (sent: Grant, narrator: Narrator): View => {
  const { award, total } = sent.act;
  return {
    company: narrator.company.shortName,
    future: grantDay(sent, narrator).future,
    total: total === undefined ? null : titleCase(countText(total)),
    award: award === undefined ? null : titleCase(award),
    one: total !== undefined && isOne(total),
  };
};

/** Each grant has its sentences: the first says how much of what is granted to whom. */
export const optionGrant: Composer<'option-grant'> = {
  sentences: (acts, narrator) => each(acts, narrator, granted),
  headline: ([first], narrator) => grantHeadline(first, narrator),
};
