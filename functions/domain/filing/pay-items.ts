import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, type ItemRules, lacking, regulationFd } from './act-item.ts';
import { type OfficeKind, payOfficeKind } from './named-offices.ts';

const whyPay = (act: ActOf<'compensation-change'>, office: OfficeKind): string => {
  if (act.person === undefined) {
    return 'A plan comes under Item 5.02(e) if the principal executive, the principal financial or a named executive officer takes part in it.';
  }
  const { name } = act.person;
  const asked = `whether ${name} is the principal executive, the principal financial or a named executive officer.`;
  switch (office) {
    case 'named':
      return `The pay of ${name} changes.`;
    case 'narrowed':
      return `"${act.title}" may be less than that office of the company itself, such as that of a division: check ${asked}`;
    case 'other':
      return `Check ${asked}`;
  }
};

const payChange = (act: ActOf<'compensation-change'>, ownNames: readonly string[]): ActItem => {
  const office = payOfficeKind(act.title, ownNames);
  const day = dayOf(act.decided);
  return {
    item: '5.02(e)',
    certain: act.person !== undefined && office === 'named',
    why: whyPay(act, office),
    day,
    missing: lacking([
      [day, 'the day on which it was made'],
      [act.amounts, 'the terms and amounts for each officer'],
    ]),
  };
};

const omittedAmount = (act: ActOf<'compensation-change'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '5.02(f)',
    certain: true,
    why: 'The amount was left out of the summary compensation table and can be calculated now.',
    day,
    missing: lacking([
      [day, 'the day on which the amount could be calculated'],
      [act.amounts, 'the amount and the new total'],
    ]),
  };
};

const grant = (act: ActOf<'option-grant'>): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '5.02(e)',
    certain: false,
    why: 'A grant to a named executive officer comes under Item 5.02(e) unless it follows a plan and terms that are disclosed.',
    day,
    missing: lacking([[day, 'the day of the grant']]),
  };
};

/** The items of acts about what people are paid, and about their shares. */
export const payItems: ItemRules<'compensation-change' | 'trading-plan' | 'option-grant'> = {
  'compensation-change': (act, ownNames) => [
    payChange(act, ownNames),
    ...(act.omittedFromProxy === true ? [omittedAmount(act)] : []),
  ],
  'trading-plan': () => [
    regulationFd('A plan under Rule 10b5-1 is reported in the next quarterly or annual report.'),
  ],
  'option-grant': (act) => [grant(act)],
};
