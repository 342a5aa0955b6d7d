import type { Charge } from '../acts/common.ts';
import type { View } from '../templates.ts';
import { moneyText, perShareText } from './amounts.ts';
import { type DayView, dayView } from './day.ts';
import { separated, whenView } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

/** Charges that one sentence can tell: of the same period, and all recorded or all to come. */
const chargesTogether = (charges: readonly Charge[]): [Charge, ...Charge[]][] => {
  const groups = new Map<string, [Charge, ...Charge[]]>();
  for (const charge of charges) {
    const key = JSON.stringify([charge.period, charge.recorded === true]);
    const group = groups.get(key);
    if (group) group.push(charge);
    else groups.set(key, [charge]);
  }
  return [...groups.values()];
};

const chargesView = ([first, ...others]: readonly [Charge, ...Charge[]], company: string): View => ({
  company,
  recorded: first.recorded === true,
  many: others.length > 0,
  period: first.period ?? null,
  items: separated([first, ...others]).map(({ amount, perShare, cash, for: purpose, separator }) => ({
    amount: moneyText(amount),
    perShare: perShare === undefined ? null : perShareText(perShare),
    cash: cash === undefined ? null : moneyText(cash),
    // What stands between commas is closed unless a comma or the full stop follows anyway.
    comma:
      (perShare !== undefined || cash !== undefined) &&
      (purpose !== undefined || separator === ' and ' || (separator === '' && first.period !== undefined)),
    purpose: purpose ?? null,
    separator,
  })),
});

type Measure = SentActOf<'workforce-reduction' | 'facility-closing' | 'restructuring'>;

/** What a measure costs and saves, and by when it is done: views of the partials `charges`, `saving` and `by`. */
export const costsView = (
  sent: Measure,
  narrator: Narrator,
): { charges: View[]; saving: View | null; completion: View | null } => {
  const { charges = [], saving, completion } = sent.act;
  const company = narrator.company.shortName;
  const done = dayView(
    sent,
    completion,
    'the day by which the measure is complete',
    narrator,
    false,
    'completion',
  );
  return {
    charges: chargesTogether(charges).map((together) => chargesView(together, company)),
    saving: saving
      ? {
          company,
          // The sentence before is on what the company expects too.
          again: charges.length > 0,
          amount: moneyText(saving.amount),
          period: saving.period ?? null,
        }
      : null,
    // A day in doubt is no day on which it was done.
    completion: completion ? { company, future: done.future || done.day.noDate !== null, ...done.day } : null,
  };
};

/**
 * When a measure is taken; where its own day is not known, its completion tells whether it is to come. Where neither is
 * known, the measure is told as under way, and what follows from it as to come.
 */
export const measureDay = (
  sent: Measure,
  fact: string,
  narrator: Narrator,
): { known: boolean; future: boolean; day: DayView } => {
  const { effective, completion } = sent.act;
  const { day } = dayView(sent, effective, fact, narrator, completion === undefined);
  const said = [effective, completion]
    .map((when) => whenView(when, narrator.announced))
    .find(({ ask }) => ask === null);
  return { known: said !== undefined, future: said?.future ?? true, day };
};
