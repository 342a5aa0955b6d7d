import type { When } from '../acts/common.ts';
import type { ActKind, ActOf } from '../acts.ts';
import { error } from '../check.ts';
import { longDate } from '../dates.ts';
import { whenParts } from '../when.ts';
import { forEach, type Rule, wordsOf } from './rule.ts';

/** A day of an act: what it is called, and where it stands. */
type NamedDay<K extends ActKind> = readonly [name: string, of: (act: ActOf<K>) => When | undefined];

/** That one day of an act is not before another. */
const notBefore = <K extends ActKind>(kind: K, later: NamedDay<K>, earlier: NamedDay<K>): Rule =>
  forEach(kind, (act, by) => {
    const [end, start] = [later, earlier].map(([, of]) => whenParts(of(act)).date);
    return end === undefined || start === undefined || end >= start
      ? []
      : [
          error(
            'days-reversed',
            `Of ${wordsOf(act)} the ${later[0]}, ${longDate(end)}, is before the ${earlier[0]}, ${longDate(start)} ${by}. Send an event that corrects one of them.`,
          ),
        ];
  });

/** Which day of an act cannot come before which. */
export const daysInOrder: readonly Rule[] = [
  notBefore('dividend', ['payable date', (act) => act.payable], ['record date', (act) => act.record]),
  notBefore('stock-split', ['payable date', (act) => act.payable], ['record date', (act) => act.record]),
  notBefore(
    'officer-departure',
    ['end of consulting', (act) => act.consulting?.until],
    ['effective date', (act) => act.effective],
  ),
  notBefore('delayed-filing', ['expected date', (act) => act.expected], ['due date', (act) => act.due]),
  notBefore(
    'listing-deficiency',
    ['end of the time to comply', (act) => act.cureBy],
    ['notice', (act) => act.noticed],
  ),
  notBefore(
    'compliance-regained',
    ['notice', (act) => act.noticed],
    ['notice of the deficiency', (act) => act.deficiencyNoticed],
  ),
  notBefore('financing', ['maturity', (act) => act.matures], ['effective date', (act) => act.effective]),
];
