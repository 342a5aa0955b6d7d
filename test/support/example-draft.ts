import type { Company } from '../../functions/domain/company.ts';
import type { Draft } from '../../functions/domain/draft.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { companyOfId, recordedExamples } from './examples.ts';
import { templates } from './templates.ts';

const examples = {
  'iec-2002': { company: 'iec-electronics', now: '2002-06-06T13:00:00Z' },
  'halden-2026': { company: 'halden-optics', now: '2026-11-19T18:00:00Z' },
} as const;

/** The first draft of an example on its own day, after the changes that a test makes to the profile. */
export const exampleDraft = (folder: keyof typeof examples, changes: Partial<Company> = {}): Draft => {
  const { company, now } = examples[folder];
  const draft = makeDraft(
    {
      company: { ...companyOfId(company), ...changes },
      release: `${company}.example`,
      number: 1,
      events: recordedExamples(folder),
      now: new Date(now),
    },
    templates,
  );
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};
