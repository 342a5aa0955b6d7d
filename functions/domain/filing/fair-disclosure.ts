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

/** When an intentional disclosure of material non-public information to some must be made to all. */
export const intentionalDisclosure = (disclosed: Date): Duty => ({
  rule: 'Regulation FD Rule 100(a)(1)',
  text: 'What is told on purpose to some is made public at the same time.',
  latest: disclosed.toISOString(),
});

/** When an unintended one must be: promptly after a senior official learns of it, and `latest` is the outer limit. */
export const unintendedDisclosure = (learned: Date): Duty => {
  const dayLater = minutesFrom(learned, 24 * 60);
  const open = nextOpening(learned).toISOString();
  return {
    rule: 'Regulation FD Rules 100(a)(2) and 101(d)',
    text: 'What was told to some without intent is made public as soon as reasonably practicable, and no later than 24 hours after a senior official learned of it or the next opening of NYSE, whichever is later.',
    latest: dayLater > open ? dayLater : open,
  };
};
