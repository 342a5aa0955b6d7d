import { longDate } from '../dates.ts';
import type { View } from '../templates.ts';
import type { Narrator, SentActOf } from './narrator.ts';
import { numeral } from './numerals.ts';

type Deficiency = SentActOf<'listing-deficiency'>;

/** A time in days or months, and its last day, with the commas around them. */
const timeView = (time: string | null, by: string | undefined, { company }: Narrator) => ({
  time,
  by: by === undefined ? null : longDate(by),
  both: time !== null && by !== undefined,
  comma: by !== undefined && (time !== null || company.house.commas === 'close'),
});

const timeOf = (number: number | undefined, unit: string): string | null =>
  number === undefined ? null : `${number > 9 ? number : numeral(number)} ${unit}${number === 1 ? '' : 's'}`;

const cureTime = ({ act: { cureDays, cureMonths } }: Deficiency): string | null =>
  [timeOf(cureMonths, 'month'), timeOf(cureDays, 'day')].filter((time) => time !== null).join(' and ') ||
  null;

/** How long the company has, and under which rule. */
export const periodView = (sent: Deficiency, narrator: Narrator): View | null => {
  const { extended, cureRule, cureBy } = sent.act;
  const time = cureTime(sent);
  if (extended === true || (cureRule === undefined && time === null && cureBy === undefined)) return null;
  return {
    company: narrator.company.shortName,
    ...timeView(time, cureBy, narrator),
    limited: time !== null || cureBy !== undefined,
    rule: cureRule ?? null,
  };
};

/** By how much, or until when, the time was extended. */
export const extensionView = (sent: Deficiency, narrator: Narrator): View | null => {
  const { extended, cureRule, cureBy } = sent.act;
  if (extended !== true) return null;
  const time = cureTime(sent);
  const unknown = time === null && cureBy === undefined;
  const { comma: _, ...extension } = timeView(time, cureBy, narrator);
  return {
    ...extension,
    security: sent.act.security ?? null,
    cureRule: cureRule ?? null,
    noTime: unknown ? narrator.need(sent, undefined, 'until when the time was extended', 'cureBy') : null,
  };
};

/** How long the company has to submit a plan. */
export const submissionView = ({ act: { planDays, planBy } }: Deficiency, narrator: Narrator): View | null =>
  planDays === undefined && planBy === undefined
    ? null
    : { company: narrator.company.shortName, ...timeView(timeOf(planDays, 'day'), planBy, narrator) };
