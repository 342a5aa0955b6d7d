import type { Act, ActOf } from '../acts.ts';
import { type ActItem, dayOf, lacking, noLaterThan } from './act-item.ts';

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

/** Whether an act says that this firm leaves, or that one leaves that neither names. */
const saysWhoLeft =
  (firm: string | undefined) =>
  (other: Act): boolean =>
    other.kind === 'auditor-change' &&
    other.action !== 'engaged' &&
    (firm === undefined || other.firm === undefined || other.firm.toLowerCase() === firm.toLowerCase());

/** What the engagement of a firm leaves open about the one before it; it is asked unless the release tells it. */
const predecessorLeft = (firm: string | undefined): ActItem => {
  const name = firm ?? 'a former accountant';
  return {
    item: '4.01',
    certain: false,
    why: `That ${name} leaves is an event of its own (Item 4.01(a)), unless it has been reported.`,
    day: undefined,
    missing: [
      firm === undefined
        ? 'the former accountant, and the day on which that firm resigned, declined or was dismissed, or that there is none'
        : `the day on which ${firm} resigned, declined or was dismissed`,
      ...(firm === undefined ? [] : [letter]),
    ],
    unless: saysWhoLeft(firm),
  };
};

/** A firm that leaves of itself starts the clock when it tells the company; one that is dismissed, when that is decided. */
const left = (act: AuditorChange): ActItem => {
  const dismissed = act.action === 'dismissed';
  const day = noLaterThan(dayOf(dismissed ? act.decided : (act.noticed ?? act.decided)), act.effective);
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
  return [engaged(act), predecessorLeft(act.predecessor)];
};
