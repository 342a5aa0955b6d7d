import { fieldWords } from './act-words.ts';
import type { Evidence } from './draft.ts';
import type { MergedAct } from './merge-acts.ts';
import { personOf } from './persons.ts';

/** Which events say what, of an act that several tell of; nothing of one that one event tells. */
export const evidenceFor = ({ act, tellings, origins }: MergedAct): Evidence[] => {
  const person = personOf(act)?.name;
  const told = tellings.flatMap(({ event, supplied }) => [event, ...supplied.map((one) => one.event)]);
  if (new Set(told).size < 2) return [];
  const facts = [...origins].map(([field, events]) => ({ fact: fieldWords(field), events }));
  return [{ kind: act.kind, ...(person !== undefined && { person }), facts }];
};
