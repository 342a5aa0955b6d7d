import type { EventFact } from '../../functions/domain/event.ts';
import { readExamples, recordedExamples } from './examples.ts';

/** As many acts as asked, of every kind in turn, each about people of its own, as one event. */
export const manyActs = (count: number): EventFact[] => {
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
