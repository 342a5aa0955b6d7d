import type { Act } from '../../functions/domain/acts.ts';
import type { Company } from '../../functions/domain/company.ts';
import { missingFacts } from '../../functions/domain/compose/narrator.ts';
import { headline, sentences } from '../../functions/domain/compose/paragraphs.ts';
import { companyOfId } from './examples.ts';
import { templates } from './templates.ts';

interface How {
  lead?: boolean;
  /** A profile, or the id of one. */
  company?: string | Company;
}

/** What a release of 19 November 2026 says about acts of one kind, sent with one event, in its paragraphs. */
const toldAs = (acts: readonly [Act, ...Act[]], { lead = false, company = 'halden-optics' }: How) => {
  const { missing, need } = missingFacts();
  const profile = typeof company === 'string' ? companyOfId(company) : company;
  const narrator = { company: profile, announced: '2026-11-19', lead, need };
  const sent = acts.map((act) => ({ act, event: 'hr~1' }));
  return {
    texts: sentences(acts[0].kind, sent, narrator, templates),
    headline: headline(sent, narrator, templates, undefined),
    missing: missing.map(({ fact }) => fact),
  };
};

/** What a release says about one act, and which facts it asks for. */
export const told = (act: Act, how: How = {}): { texts: string[]; headline: string; missing: string[] } =>
  toldAs([act], how);

/** What a release says about acts of one kind, told together. */
export const toldTogether = (
  acts: readonly [Act, ...Act[]],
  how: How = {},
): { text: string; headline: string; missing: string[] } => {
  const { texts, ...others } = toldAs(acts, how);
  return { text: texts.join(' '), ...others };
};
