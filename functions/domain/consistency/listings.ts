import type { Act } from '../acts.ts';
import { warning } from '../check.ts';
import { longDate } from '../dates.ts';
import { nameInForce } from '../name-in-force.ts';
import { whenParts } from '../when.ts';
import { forEach, type Rule, wordsOf } from './rule.ts';

const dayOf = (act: Act): string | undefined =>
  'effective' in act ? whenParts(act.effective).date : undefined;

const securityOf = (act: Act): string => ('security' in act ? (act.security ?? '') : '');

/** An act that says under which symbol the shares trade from its day on does not contradict the change of the symbol. */
export const symbolsAgree: Rule = forEach('ticker-change', (change, by, { acts }) => {
  const { to, effective } = change;
  const from = whenParts(effective).date;
  if (to === undefined || from === undefined) return [];
  return acts.flatMap(({ act }) => {
    const isOther =
      act.kind === 'listing-transfer' || act.kind === 'new-listing' || act.kind === 'name-change';
    const day = dayOf(act);
    if (!isOther || act.ticker === undefined || day === undefined || securityOf(act) !== securityOf(change))
      return [];
    return day < from === (act.ticker === to)
      ? [
          warning(
            'symbols-differ',
            `The symbol is ${act.ticker} from ${longDate(day)} on by ${wordsOf(act)}, and ${to} from ${longDate(from)} on by ${wordsOf(change)} ${by}. See which is right.`,
          ),
        ]
      : [];
  });
});

/** Once a new name is in force, the profile has it. */
export const nameIsInForce: Rule = forEach('name-change', (act, by, { announced, company }) => {
  const { to, since } = nameInForce(act, announced) ?? {};
  return to === undefined || since === undefined || to === company.name
    ? []
    : [
        warning(
          'name-not-in-profile',
          `The company has been called ${to} since ${longDate(since)} ${by}. The release begins with the name of the profile, ${company.name}: ask counsel under which name it goes out, and correct the profile.`,
        ),
      ];
});

/** A notice's days to comply come to the day that it names, but for a few days where those are days of business. */
export const cureDaysAgree: Rule = forEach('listing-deficiency', (act, by) => {
  const { cureDays, cureMonths, cureBy, extended } = act;
  const noticed = whenParts(act.noticed).date;
  if (cureDays === undefined || cureMonths !== undefined || !cureBy || !noticed || extended === true)
    return [];
  const days = (Date.parse(cureBy) - Date.parse(noticed)) / 86_400_000;
  return Math.abs(days - cureDays) > 7
    ? [
        warning(
          'cure-days-differ',
          `The notice gives ${cureDays} days from ${longDate(noticed)}, and names ${longDate(cureBy)}, which is ${days} days later ${by}. See which is right.`,
        ),
      ]
    : [];
});
