import type { Act } from '../../functions/domain/acts.ts';
import { missingFacts } from '../../functions/domain/compose/narrator.ts';
import { headline, sentences } from '../../functions/domain/compose/paragraphs.ts';
import { companyOfId } from './examples.ts';
import { templates } from './templates.ts';

/** What a release of 19 November 2026 says about acts of one kind, sent with one event. */
export const toldTogether = (
  acts: readonly [Act, ...Act[]],
  { lead = false, company = 'halden-optics' }: { lead?: boolean; company?: string } = {},
): { text: string; headline: string; missing: string[] } => {
  const { missing, need } = missingFacts();
  const narrator = { company: companyOfId(company), announced: '2026-11-19', lead, need };
  const sent = acts.map((act) => ({ act, event: 'hr~1' }));
  return {
    text: sentences(acts[0].kind, sent, narrator, templates).join(' '),
    headline: headline(sent, narrator, templates, undefined),
    missing: missing.map(({ fact }) => fact),
  };
};
