import type { ActOf } from '../acts.ts';
import { type ActItem, dayOf, lacking } from './act-item.ts';

type AuditorChange = ActOf<'auditor-change'>;

const letter = "the former accountant's letter as Exhibit 16";

const engaged = (act: AuditorChange): ActItem => {
  const day = dayOf(act.decided);
  return {
    item: '4.01',
    certain: true,
    why: 'A new independent accountant is engaged (Item 4.01(b)).',
    day,
    missing: [
      ...lacking([[day, 'the day on which the firm was engaged']]),
      'whether the company consulted the new firm before (Regulation S-K Item 304(a)(2))',
    ],
  };
};

const predecessorLeft = (firm: string): ActItem => ({
  item: '4.01',
  certain: false,
  why: `That ${firm} leaves is an event of its own (Item 4.01(a)), unless it has been reported.`,
  day: undefined,
  missing: [`the day on which ${firm} resigned, declined or was dismissed`, letter],
});

/** A firm that leaves of itself starts the clock when it tells the company; one that is dismissed, when that is decided. */
const left = (act: AuditorChange): ActItem => {
  const dismissed = act.action === 'dismissed';
  const day = dayOf(dismissed ? act.decided : (act.noticed ?? act.decided));
  return {
    item: '4.01',
    certain: true,
    why: 'The independent accountant leaves (Item 4.01(a)).',
    day,
    missing: [
      ...lacking([
        [
          day,
          dismissed
            ? 'the day on which the firm was dismissed'
            : 'the day on which the firm told the company',
        ],
        [act.reports, 'what the reports of the last two years said'],
        [act.approvedBy, 'whether the board or its audit committee approved it'],
        [act.disagreements, 'whether there were disagreements'],
        [act.reportableEvents, 'whether there were reportable events'],
      ]),
      letter,
    ],
  };
};

/** The items of a change of the independent accountant. */
export const auditorItems = (act: AuditorChange): ActItem[] => {
  if (act.action !== 'engaged') return [left(act)];
  return [engaged(act), ...(act.predecessor === undefined ? [] : [predecessorLeft(act.predecessor)])];
};
