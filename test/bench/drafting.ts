import { makeDraft } from '../../functions/domain/make-draft.ts';
import { companyOfId, recordedExamples } from '../support/examples.ts';
import { manyActs } from '../support/many-acts.ts';
import { templates } from '../support/templates.ts';
import { cpuEach } from './measure.ts';

/** CPU of a draft with all its outputs but the Word file: texts, HTML, wires, Form 8-K, checks, what is due. */
export interface DraftingCost {
  of: string;
  ms: number;
  budgetMs: number;
  kept: boolean;
}

const now = new Date('2026-11-19T18:00:00Z');

const draftOf = (company: string, events: Parameters<typeof makeDraft>[0]['events']): unknown =>
  makeDraft(
    { company: companyOfId(company), release: `${company}.bench`, number: 1, events, now },
    templates,
  );

/** Measures the draft of 2002, one of 2026 for a wire and with its Form 8-K, and one of 100 acts. */
export const measureDrafting = async (): Promise<DraftingCost[]> => {
  const [of2002, of2026, hundred] = [
    recordedExamples('iec-2002'),
    recordedExamples('halden-2026'),
    manyActs(100),
  ];
  const few = await cpuEach(
    {
      'the release of 2002': () => draftOf('iec-electronics', of2002),
      'a release of 2026': () => draftOf('halden-optics', of2026),
    },
    100,
  );
  const many = await cpuEach({ '100 acts': () => draftOf('halden-optics', hundred) }, 10);
  return [
    ...Object.entries(few).map(([of, ms]) => ({ of, ms, budgetMs: 5 })),
    ...Object.entries(many).map(([of, ms]) => ({ of, ms, budgetMs: 50 })),
  ].map((cost) => ({ ...cost, kept: cost.ms <= cost.budgetMs }));
};
