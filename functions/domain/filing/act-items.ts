import type { Act, ActKind, ActOf } from '../acts.ts';
import type { ActItem, ItemRules } from './act-item.ts';
import { companyItems } from './company-items.ts';
import { peopleItems } from './people-items.ts';

const rules: ItemRules<ActKind> = { ...peopleItems, ...companyItems };

const isOf =
  <K extends ActKind>(kind: K) =>
  (act: Act): act is ActOf<K> =>
    act.kind === kind;

const itemsOfKind = <K extends ActKind>(kind: K, act: Act): ActItem[] =>
  isOf(kind)(act) ? rules[kind](act) : [];

/** The items of Form 8-K that an act comes under, why, and what they ask for that is missing. It advises; counsel decides. */
export const actItems = (act: Act): ActItem[] => itemsOfKind(act.kind, act);
