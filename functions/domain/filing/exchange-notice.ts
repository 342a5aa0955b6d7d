import type { Act } from '../acts.ts';
import type { Advice, Duty } from './advice.ts';
import { dayWithWeekday } from './calendar.ts';
import { dividendDuties } from './dividend-notice.ts';
import { easternInstant, easternTimeOf, minutesFrom } from './eastern-time.ts';
import { closingTime, isTradingDay, tradingDayAfter } from './trading-days.ts';

interface Notice {
  /** The day from which all that is said here of the exchange holds. */
  since: string;
  /** The hours of a trading day, in Eastern time, in which the exchange is told ten minutes before a release. */
  from: string;
  to: string;
  inHours: Advice;
  /** What is asked for a release outside these hours, given the trading day whose morning is the next. */
  outsideHours: (morning: string) => Advice;
  /** The time of that morning by which the exchange is told, where it is told at all. */
  morningTime?: string;
  /** For how long after the close of trading a release should be held, and who says so. */
  afterClose: readonly (Advice & { minutes: number })[];
}

export type NoticedExchange = 'nasdaq' | 'nyse';

const nasdaqRule = 'Nasdaq Rule 5250(b)(1) and IM-5250-1';
const nyseRule = 'NYSE Listed Company Manual 202.06';

const notices: Readonly<Record<NoticedExchange, Notice>> = {
  nasdaq: {
    since: '2015-11-06',
    from: '07:00',
    to: '20:00',
    inHours: {
      rule: nasdaqRule,
      text: "News of a kind that IM-5250-1 lists, such as a change of senior management or of the auditor: tell MarketWatch through Nasdaq's electronic disclosure system at least ten minutes before the release.",
    },
    outsideHours: (morning) => ({
      rule: nasdaqRule,
      text: `News of a kind that IM-5250-1 lists: tell MarketWatch through Nasdaq's electronic disclosure system before 6:50 AM Eastern time on ${dayWithWeekday(morning)}.`,
    }),
    morningTime: '06:50',
    afterClose: [
      {
        minutes: 5,
        rule: 'Nasdaq Issuer Alert 2015-0011',
        text: 'Nasdaq asks that news wait until one minute after the close at least, and better until five.',
      },
    ],
  },
  nyse: {
    since: '2017-12-07',
    from: '07:00',
    to: '16:00',
    inHours: {
      rule: nyseRule,
      text: 'Material news: call the NYSE, and send it a copy of the release, at least ten minutes before the release.',
    },
    outsideHours: () => ({
      rule: nyseRule,
      text: 'No call is due for a release outside 7:00 AM to 4:00 PM Eastern time on a trading day.',
    }),
    afterClose: [
      {
        minutes: 5,
        rule: nyseRule,
        text: 'After the close, material news is not released until the official closing price is published or five minutes have passed, unless it cures an unintended disclosure under Regulation FD.',
      },
      {
        minutes: 15,
        rule: `${nyseRule}, advice`,
        text: 'The NYSE asks that news wait until the official closing price is published or 15 minutes have passed since the close.',
      },
    ],
  },
};

const companyTells: Advice = {
  rule: 'Practice of the newswires',
  text: 'The wire does not tell the exchange beforehand: the company does.',
};

const noticeDuty = ({ from, to, inHours, outsideHours, morningTime }: Notice, planned: Date): Duty => {
  const { day, time } = easternTimeOf(planned);
  // Seconds are left out: what goes out at 20:00:30 is told as what goes out at 20:00, which is the earlier notice.
  if (isTradingDay(day) && from <= time && time <= to) {
    return { ...inHours, latest: minutesFrom(planned, -10) };
  }
  const morning = isTradingDay(day) && time < from ? day : tradingDayAfter(day);
  const advice = outsideHours(morning);
  return morningTime === undefined
    ? advice
    : { ...advice, latest: easternInstant(morning, morningTime).toISOString() };
};

const holdDuties = ({ afterClose }: Notice, planned: Date): Duty[] => {
  const { day } = easternTimeOf(planned);
  const close = easternInstant(day, closingTime(day));
  if (!isTradingDay(day) || planned < close) return [];
  return afterClose.flatMap(({ minutes, ...advice }) => {
    const notBefore = minutesFrom(close, minutes);
    return planned.toISOString() < notBefore ? [{ ...advice, notBefore }] : [];
  });
};

/**
 * What an exchange asks for around a release that is planned for an instant: who is told and by when, and how long after
 * the close it should be held. `acts` are those of the release. It reminds, and is no legal advice.
 */
export const noticeDuties = (exchange: NoticedExchange, planned: Date, acts: readonly Act[] = []): Duty[] => {
  const notice = notices[exchange];
  if (easternTimeOf(planned).day < notice.since) {
    return [
      {
        rule: notice.inHours.rule,
        text: `What is known here holds from ${dayWithWeekday(notice.since)} on. Ask counsel what was asked for before.`,
      },
    ];
  }
  return [
    noticeDuty(notice, planned),
    ...(exchange === 'nyse' ? dividendDuties(planned, acts) : []),
    ...holdDuties(notice, planned),
    companyTells,
  ];
};
