import { type Act, type ActKind, isActOf } from '../acts.ts';
import { accountsItems } from './accounts-items.ts';
import type { ActItem, ItemRules } from './act-item.ts';
import { boardItems } from './board-items.ts';
import { capitalItems } from './capital-items.ts';
import { instrumentItems } from './instrument-items.ts';
import { listingItems } from './listing-items.ts';
import { officerItems } from './officer-items.ts';
import { operationsItems } from './operations-items.ts';
import { otherItems } from './other-items.ts';
import { payItems } from './pay-items.ts';

const rules: ItemRules<ActKind> = {
  ...officerItems,
  ...boardItems,
  ...payItems,
  ...operationsItems,
  ...listingItems,
  ...capitalItems,
  ...accountsItems,
  'bylaw-amendment': instrumentItems,
  ...otherItems,
};

const itemsOfKind = <K extends ActKind>(kind: K, act: Act, ownNames: readonly string[]): ActItem[] =>
  isActOf(kind)(act) ? rules[kind](act, ownNames) : [];

/**
 * The items of Form 8-K that an act comes under, why, and what they ask for that is missing; `ownNames` are what the company
 * calls itself. It advises; counsel decides.
 */
export const actItems = (act: Act, ownNames: readonly string[] = []): ActItem[] =>
  itemsOfKind(act.kind, act, ownNames);
