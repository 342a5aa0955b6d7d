import type { Duty } from './advice.ts';
import { easternInstant, easternTimeOf, minutesFrom } from './eastern-time.ts';
import { isTradingDay, tradingDayAfter } from './trading-days.ts';

const opening = '09:30';

/**
 * The next opening of NYSE. Regulation FD speaks of "the next day's trading"; an opening that is still ahead on the same
 * day is taken for it, which is the earlier reading.
 */
const nextOpening = (instant: Date): Date => {
  const { day, time } = easternTimeOf(instant);
  return easternInstant(isTradingDay(day) && time < opening ? day : tradingDayAfter(day), opening);
};

/**
 * When what a release says must be public once it was told to some before; without intent, at the latest `latest` for a
 * senior official who learns of it at `learned`.
 */
export const fairDisclosure = (learned: Date): Duty => {
  const dayLater = minutesFrom(learned, 24 * 60);
  const open = nextOpening(learned).toISOString();
  return {
    rule: 'Regulation FD Rules 100(a) and 101(d)',
    text: 'What is told on purpose to some before the release is made public at the same time. What is told to some without intent is made public as soon as reasonably practicable, and no later than 24 hours after a senior official learns of it or the next opening of NYSE, whichever is later.',
    latest: dayLater > open ? dayLater : open,
  };
};
