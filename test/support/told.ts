import type { Act } from '../../functions/domain/acts.ts';
import { missingFacts } from '../../functions/domain/compose/narrator.ts';
import { headline, sentences } from '../../functions/domain/compose/paragraphs.ts';
import { companyOfId } from './examples.ts';
import { templates } from './templates.ts';

/** What a release of 19 November 2026 says about one act, and which facts it asks for. */
export const told = (
  act: Act,
  { lead = false, company = 'halden-optics' }: { lead?: boolean; company?: string } = {},
): { texts: string[]; headline: string; missing: string[] } => {
  const { missing, need } = missingFacts();
  const narrator = { company: companyOfId(company), announced: '2026-11-19', lead, need };
  const acts = [{ act, event: 'hr~1' }];
  return {
    texts: sentences(act.kind, acts, narrator, templates),
    headline: headline(acts, narrator, templates, undefined),
    missing: missing.map(({ fact }) => fact),
  };
};
