import type { ActKind } from '../acts.ts';
import type { Draft } from '../draft.ts';
import { type FactField, factField } from './fields.ts';

/** A fact that an editor can supply, or has supplied and can correct. */
export interface AskedFact {
  /** The event that lacks it, `{source}~{id}`, and which of its acts, from 0. */
  event: string;
  act: number;
  kind: ActKind;
  fact: string;
  path: string | undefined;
  field: FactField;
  /** What stands there now, as it was typed; empty where nothing does. */
  entered: string;
}

const keyOf = ({ event, act, path, fact }: Pick<AskedFact, 'event' | 'act' | 'path' | 'fact'>): string =>
  JSON.stringify([event, act, path ?? fact]);

/** The facts that an editor can supply to a draft: what it lacks, then what editors have supplied to it. */
export const askedFacts = ({ missing, edits }: Pick<Draft, 'missing' | 'edits'>): AskedFact[] => {
  const supplied = edits.facts.flatMap(({ stands, of, act, kind, fact, path, value }) =>
    stands && kind !== undefined ? [{ event: of, act, kind, fact, path, entered: value }] : [],
  );
  const before = new Map(supplied.map((asked) => [keyOf(asked), asked.entered]));
  const lacking = missing.map(({ event, act, kind, fact, path }) => {
    return { event, act, kind, fact, path, entered: before.get(keyOf({ event, act, path, fact })) ?? '' };
  });
  const lacks = new Set(lacking.map(keyOf));
  return [...lacking, ...supplied.filter((asked) => !lacks.has(keyOf(asked)))].map((asked) => ({
    ...asked,
    field: factField(asked.kind, asked.path),
  }));
};
