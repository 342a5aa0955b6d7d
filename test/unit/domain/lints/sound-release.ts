import { lintRelease } from '../../../../functions/domain/lints/lint-release.ts';
import type { ReleaseText } from '../../../../functions/domain/lints/release-text.ts';

/** A release in which no lint finds anything; each test changes what it is about. */
export const sound: ReleaseText = {
  companyName: 'Corliss Valve Company',
  tickerLabel: 'NYSE American: CRLV',
  markets: [],
  announced: '2026-03-10',
  headline: 'Corliss Valve Names Chief Executive Officer',
  paragraphs: [
    'ALBANY, New York - March 10, 2026 - Corliss Valve Company (NYSE American:  CRLV) announced today that Edith Farrow has been appointed Chief Executive Officer, effective March 9, 2026. She expects to name a successor in her former office by summer.',
    'Chairman Paul Lindgren said, "Edith has run this business in all but name. The board did not need to look further.',
    'Lindgren continued, "She knows the plants, the people (all 412 of them), and the 12" line that pays for both."',
  ],
  boilerplate: ['Corliss Valve Company makes valves. More is in its filin gs with the Commission.'],
  boilerplateAsOf: '2025-03-10',
  contactLines: ['Edith Farrow, CEO', 'Corliss Valve Company', '(518) 555-0134'],
  people: [
    {
      name: 'Edith M. Farrow',
      oldTitle: 'Interim Chief Executive Officer',
      newTitle: 'Chief Executive Officer',
      effective: '2026-03-09',
    },
  ],
  notices: [{ name: 'The deficiency notice', businessDaysAgo: 4 }],
  offered: [],
  standingNotice: [],
  hasSafeHarbor: true,
  safeHarborEligible: true,
  wireRefusesCapitals: true,
  text: 'Exhibit 99.1\n\nPage 1 of 1',
};

/** What the lints find in a sound release once it is changed, as `severity id`. */
export const foundAfter = (change: Partial<ReleaseText>): string[] =>
  lintRelease({ ...sound, ...change }).map(({ severity, id }) => `${severity} ${id}`);

/** What they find where the release says this in a paragraph of its own. */
export const foundIn = (paragraph: string): string[] =>
  foundAfter({ paragraphs: [...sound.paragraphs, paragraph] });
