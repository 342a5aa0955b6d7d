import type { Check } from '../draft.ts';
import { boilerplateLints } from './boilerplate-age.ts';
import { effectiveDateLints } from './effective-dates.ts';
import { exchangeLints } from './exchanges.ts';
import { safeHarborLints } from './forward-looking.ts';
import { headlineLints } from './headline.ts';
import { noticeLints } from './notices.ts';
import { offeringLints } from './offering-legend.ts';
import { pageLabelLints } from './page-labels.ts';
import { quotationLints } from './quotation-marks.ts';
import type { ReleaseText } from './release-text.ts';
import { remnantLints } from './remnants.ts';
import { repeatLints } from './repeats.ts';
import { oldTitleLints } from './titles.ts';

/** Finds what real releases have got wrong; only what a template left behind is an error, the rest is for approvers. */
export const lintRelease = (release: ReleaseText): Check[] => [
  ...remnantLints(release),
  ...headlineLints(release),
  ...oldTitleLints(release),
  ...exchangeLints(release),
  ...effectiveDateLints(release),
  ...noticeLints(release),
  ...quotationLints(release),
  ...repeatLints(release),
  ...safeHarborLints(release),
  ...offeringLints(release),
  ...boilerplateLints(release),
  ...pageLabelLints(release),
];
