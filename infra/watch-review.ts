import { loggedMetric } from './logged-metric.ts';
import type { Review } from './review.ts';
import type { Watch } from './watch.ts';

/** Alarms when somebody says that another person acted in their name, and when evidence goes out without its signature. */
export const watchReview = (watch: Watch, { review }: Review): void => {
  watch.alarm('ReleaseFrozen', loggedMetric(watch, review.logGroup, ['ReleasesFrozen', 'RELEASE_FROZEN']), {
    what: 'Somebody said that another person had acted in their name; the release is frozen, or was published before.',
    errorImpact: 'The release stands still until it is thawed, and somebody may have read it who must not.',
    heading: 'a-release-is-frozen',
  });
  watch.alarm(
    'UnsignedEvidence',
    loggedMetric(watch, review.logGroup, ['EvidenceUnsigned', 'EVIDENCE_UNSIGNED']),
    {
      what: 'The key of the stage could not be asked to sign a file of evidence, which went out without its signature.',
      errorImpact: 'Whoever is given that file cannot tell it from one that was made anew.',
      heading: 'evidence-goes-out-unsigned',
    },
  );
};
