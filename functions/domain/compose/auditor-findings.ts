import type { View } from '../templates.ts';
import { possessive } from './grammar.ts';
import type { Narrator, SentActOf } from './narrator.ts';

type Change = SentActOf<'auditor-change'>;

/** A finding that was sent; that there is one needs what it was about, which the sender's details say or somebody must. */
const findingView = (
  finding: 'none' | 'some',
  about: string,
  sent: Change,
  { company, need }: Narrator,
): { possessive: string; none: boolean; about: string | null } => ({
  possessive: possessive(company.shortName),
  none: finding === 'none',
  about:
    finding === 'none' || sent.act.details !== undefined ? null : need(sent, undefined, about, 'details'),
});

/**
 * What Regulation S-K, Item 304(a)(1)(iv) and (v), asks about the firm that leaves. The fixed statements that there was
 * nothing are made only where that was sent.
 */
export const findingsView = (
  sent: Change,
  narrator: Narrator,
): Readonly<Record<'disagreements' | 'events', View | null>> => {
  const { action, firm, predecessor, disagreements, reportableEvents } = sent.act;
  return {
    disagreements: disagreements
      ? {
          ...findingView(disagreements, 'what the disagreements were about', sent, narrator),
          former: (action === 'engaged' ? predecessor : firm) ?? null,
        }
      : null,
    events: reportableEvents
      ? {
          ...findingView(reportableEvents, 'what the reportable events were', sent, narrator),
          again: disagreements !== undefined,
        }
      : null,
  };
};
