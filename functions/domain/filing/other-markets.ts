import type { Advice } from './advice.ts';
import { listingsOf, type Market } from './exchange-labels.ts';

const ukMar: Advice = {
  rule: 'UK Market Abuse Regulation, Article 17',
  text: 'Inside information is made public as soon as possible.',
};

const euMar = 'Market Abuse Regulation (EU) 596/2014, Article 17';
const asSoonAsPossible: Advice = {
  rule: euMar,
  text: 'Inside information is made public as soon as possible. Check whether the company itself asked for this listing; if not, ask counsel whether Article 17 applies.',
};

/** From this day on the Listing Act, Regulation (EU) 2024/2809, leaves the steps of a protracted process out. */
const listingActDay = '2026-06-05';

const protractedProcess = (day: string): Advice =>
  day < listingActDay
    ? {
        rule: euMar,
        text: 'A step of a process that goes in steps can be inside information of its own: check that each was made public or properly delayed.',
      }
    : {
        rule: `${euMar}, as amended by Regulation (EU) 2024/2809`,
        text: 'Of a process that goes in steps only the final event is made public; the steps before it are kept confidential. A delay must not contradict what the company last announced.',
      };

/** What each market asks for on a day; nothing for exchanges that exchange-notice.ts knows. */
const adviceFor: Readonly<Record<Market, (day: string) => readonly Advice[]>> = {
  nasdaq: () => [],
  nyse: () => [],
  london: () => [
    ukMar,
    {
      rule: 'UK Listing Rules 6.4',
      text: 'Check what must be notified to a Regulatory Information Service, and by when; a change of the board is among it.',
    },
  ],
  aim: () => [
    ukMar,
    {
      rule: 'AIM Rules for Companies, rule 17 and schedule two (g)',
      text: 'Check with the nominated adviser: the appointment, resignation or dismissal of a director is notified without delay, an appointment with the particulars of schedule two (g).',
    },
  ],
  'frankfurt-or-euronext': (day) => [asSoonAsPossible, protractedProcess(day)],
  toronto: () => [
    {
      rule: 'National Instrument 51-102, section 7.1, and National Policy 51-201',
      text: 'A material change is announced in a news release immediately, and reported on Form 51-102F3 within ten days of the change.',
    },
  ],
  australia: () => [
    {
      rule: 'ASX Listing Rule 15.5',
      text: 'The announcement says who authorized it.',
    },
    {
      rule: 'ASX Listing Rule 3.19A',
      text: 'The interests of a director are notified within five business days of the appointment, the change or the end of office.',
    },
    {
      rule: 'ASX Listing Rule 3.16',
      text: 'Check whether the change of an office must be told to ASX at once.',
    },
  ],
  tokyo: () => [
    {
      rule: 'Tokyo Stock Exchange, timely disclosure',
      text: 'Disclosure is made at once and through TDnet, as a PDF.',
    },
  ],
  'hong-kong': () => [
    {
      rule: 'HKEX Listing Rule 13.45',
      text: 'Dividends, results and changes of the capital structure are announced immediately after the board has approved them; dividends and results between 12:00 noon and 12:30 PM or after 4:30 PM Hong Kong time.',
    },
    {
      rule: 'HKEX Listing Rule 13.51',
      text: 'Check what must be announced of a change of directors or of the chief executive.',
    },
  ],
  malaysia: () => [
    {
      rule: 'Bursa Malaysia Main Market Listing Requirements 9.19',
      text: 'The change of a director, of the chief executive or of the chief financial officer is announced immediately, with its reasons and any disagreement with the board.',
    },
  ],
};

const unknown = (exchange: string): Advice => ({
  rule: `Rules of ${exchange}`,
  text: `No rules of ${exchange} are kept here: ask counsel who must be told, and when.`,
});

/**
 * What exchanges outside the United States ask for when a company with this listing label announces something on a day.
 * An exchange that is not known is named, so that silence never means that nothing is due. It is no legal advice.
 */
export const otherMarketAdvice = (label: string, day: string): Advice[] => {
  const all = listingsOf(label).flatMap(({ exchange, markets }) =>
    markets.length === 0 ? [unknown(exchange)] : markets.flatMap((market) => adviceFor[market](day)),
  );
  return all.filter(
    (advice, index) =>
      all.findIndex(({ rule, text }) => rule === advice.rule && text === advice.text) === index,
  );
};
