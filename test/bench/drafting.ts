import { makeDraft } from '../../functions/domain/make-draft.ts';
import { companyOfId, readExamples, recordedExamples } from '../support/examples.ts';
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

/** As many acts as asked, of every kind in turn, each about people of its own, as one event. */
const manyActs = (count: number) => {
  const [event] = recordedExamples('halden-2026');
  if (event === undefined) throw new Error('no example');
  const examples = readExamples('acts').flatMap(({ data }) => data.acts);
  const acts = Array.from({ length: count }, (_, index) => {
    const act = examples[index % examples.length];
    if (act === undefined) throw new Error('no example of an act');
    return 'person' in act && act.person !== undefined
      ? { ...act, person: { ...act.person, id: `person-${index}`, name: `Ann Lee the ${index}th` } }
      : act;
  });
  return [{ ...event, data: { ...event.data, acts } }];
};

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
