import type { Check } from '../draft.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';

/** Business days that Form 8-K gives (General Instruction B.1). */
const businessDays = 4;

/** Finds notices that the release announces later than Form 8-K would. */
export const noticeLints = ({ notices }: Pick<ReleaseText, 'notices'>): Check[] =>
  notices
    .filter(({ businessDaysAgo }) => businessDaysAgo > businessDays)
    .map(({ name, businessDaysAgo }) =>
      warning(
        'notice-late',
        `${name} came ${businessDaysAgo} business days before the release; Form 8-K gives ${businessDays}. Ask counsel whether it has been filed.`,
      ),
    );
