import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** How releases say that they offer nothing, and where the offer is made. */
const legend =
  /\b(?:no|not (?:an|constitute an|be an)|neither an) offer\b|\bnot been registered\b|\bregistration statement\b|\bby means of a prospectus\b/i;

/**
 * Finds releases on an offering of securities that do not say that they are no offer. Which words it needs depends on the
 * offering: Securities Act Rules 134, 135 and 135c.
 */
export const offeringLints = ({
  offered,
  paragraphs,
  standingNotice,
}: Pick<ReleaseText, 'offered' | 'paragraphs' | 'standingNotice'>): Check[] =>
  offered.length === 0 || [...paragraphs, ...standingNotice].some((text) => legend.test(text))
    ? []
    : [
        warning(
          'offering-legend',
          `The release tells of an offering (${offered.join('; ')}) and does not say that it is no offer. Ask counsel which legend it needs (Securities Act Rules 134, 135 and 135c), and send that as details of the financing.`,
        ),
      ];
