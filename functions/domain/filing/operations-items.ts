import type { Charge } from '../acts/common.ts';
import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, type ItemRules, lacking } from './act-item.ts';

type Measure = ActOf<'workforce-reduction' | 'facility-closing' | 'restructuring'>;

/** What Item 2.05(b) to (d) ask for that the costs do not say; an impairment is not paid in cash. */
const costsMissing = ({ charges }: Measure): string[] => {
  if (charges === undefined)
    return ['the amount or range of each major cost, of all, and of what is paid in cash'];
  const isPaid = ({ for: purpose = '' }: Charge): boolean => !/impair/i.test(purpose);
  return [
    ...(charges.some((charge) => charge.for === undefined)
      ? ['what each cost is for, with the amount or range of each major one']
      : []),
    ...(charges.filter(isPaid).some(({ cash }) => cash === undefined)
      ? ['how much of the costs is paid in cash']
      : []),
  ];
};

const exitPlan = (act: Measure): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '2.05',
    certain: false,
    why: 'An exit or disposal plan comes under Item 2.05 if the company expects material charges from it.',
    day,
    missing: [
      ...lacking([
        [day, 'the day on which the company committed itself to the plan'],
        [act.reason, 'the facts that led to it'],
        [act.completion, 'when it is expected to be complete'],
      ]),
      ...costsMissing(act),
    ],
  };
};

const impairment = (act: Measure): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '2.06',
    certain: false,
    why: 'A charge for impairment comes under Item 2.06 if it is material, unless it was concluded while the next periodic report was prepared, which discloses it in time.',
    day,
    missing: lacking([[day, 'the day on which the charge was concluded to be required']]),
  };
};

const measure = (act: Measure): ActItem[] => [
  exitPlan(act),
  ...(act.charges?.some((charge) => /impair/i.test(charge.for ?? '')) ? [impairment(act)] : []),
];

/** The items of acts about jobs, plants and plans to change how the company works. */
export const operationsItems: ItemRules<'workforce-reduction' | 'facility-closing' | 'restructuring'> = {
  'workforce-reduction': measure,
  'facility-closing': measure,
  restructuring: measure,
};
