import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import type { FormItem } from './form-item.ts';

/** The items whose clock can start with a notice to the company, and never with the effect. */
const startedByNotice: ReadonlySet<FormItem> = new Set(['3.01', '4.01', '4.02', '5.02(a)', '5.02(b)']);

const namedItem = (item: FormItem, act: ActOf<'other'>): ActItem => {
  const { noticed, decided, effective } = act;
  const day = dayOf(startedByNotice.has(item) ? (noticed ?? decided) : (decided ?? effective));
  return {
    item,
    certain: true,
    why: 'Whoever sent it named the item.',
    day,
    missing: lacking([[day, 'the day of the event']]),
  };
};

/** The items of what no other kind of act can say. */
export const otherItems: ItemRules<'other' | 'statement'> = {
  other: (act) =>
    act.item === undefined ? [regulationFd('Whoever sent it named no item.')] : [namedItem(act.item, act)],
  statement: () => [],
};
