import type { View } from '../templates.ts';
import { isOne, perShareText } from './amounts.ts';
import { commaAfter } from './comma.ts';
import { countWords, thingsOf } from './counts.ts';
import { effectiveView } from './effective.ts';
import { companyView, separated, titleCase } from './grammar.ts';
import { type Composer, each, type Narrator, type SentActOf } from './narrator.ts';

type Grant = SentActOf<'option-grant'>;

const grantDay = (sent: Grant, narrator: Narrator) =>
  effectiveView(sent, sent.act.effective, 'the day of the grant', narrator);

/** What is granted, to whom, at which price and from when; then until when it can be exercised. */
const granted = (sent: Grant, narrator: Narrator): View => {
  const { award, total, price, grantees, expires, vesting, plan } = sent.act;
  const { day, future } = grantDay(sent, narrator);
  const one = total !== undefined && isOne(total);
  const goesOn = (price ?? plan) !== undefined || day.phrase !== null;
  return {
    it: companyView(narrator).it,
    future,
    total: narrator.need(
      sent,
      total === undefined ? total : countWords(total),
      'how many awards are granted',
      'total',
    ),
    award: narrator.need(sent, award && thingsOf(award, one), 'what is granted', 'award'),
    one,
    grantees: grantees ?? null,
    comma: goesOn && commaAfter(grantees ?? null, narrator),
    // Other awards have a price, but are not exercised.
    exercised: award !== undefined && /option|right|warrant/i.test(award),
    price: price === undefined ? null : perShareText(price),
    plan: plan ?? null,
    ...day,
    vesting: vesting ?? null,
    expires: expires ?? null,
  };
};

/** The headline names the company, and what is granted; how much of it only where it is one grant. */
const grantHeadline = (grants: readonly [Grant, ...Grant[]], narrator: Narrator): View => {
  const [first, ...others] = grants;
  const { total } = first.act;
  const one = others.length === 0 && total !== undefined && isOne(total);
  const awards = new Set(grants.map(({ act: { award } }) => award && titleCase(thingsOf(award, one))));
  return {
    company: narrator.company.shortName,
    future: grantDay(first, narrator).future,
    total: others.length > 0 || total === undefined ? null : titleCase(countWords(total)),
    // Where one of them is not known, all are "awards".
    awards: awards.has(undefined) ? null : separated([...awards].map((award) => ({ award: award ?? null }))),
    one,
  };
};

/** Each grant has its sentences: the first says how much of what is granted to whom. */
export const optionGrant: Composer<'option-grant'> = {
  sentences: (acts, narrator) => each(acts, narrator, granted),
  headline: grantHeadline,
};
