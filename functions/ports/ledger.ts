import * as v from 'valibot';

/** The ledger: every key is written once and never changed. */
export interface Ledger {
  /** Writes a fact unless its key is taken; a lost race is `exists`, and the fact that is there stands. */
  put(key: string, body: string | Uint8Array, contentType?: string): Promise<'written' | 'exists'>;
  /** The body under a key, or undefined where there is none. */
  get(key: string): Promise<string | undefined>;
  /** All keys under a prefix, in order. */
  list(prefix: string): Promise<string[]>;
}

/** The ledger read page by page, for whoever goes through all of it. */
export interface LedgerPages {
  /** The next keys under a prefix, in order, from the first one after `after` where it is given; and whether there are more. */
  page(prefix: string, after?: string): Promise<{ keys: string[]; more: boolean }>;
}

/** A fact in the ledger is not as its schema says: somebody else wrote it, or a schema changed without a migration. */
export class InvalidFactError extends Error {
  override readonly name = 'InvalidFactError';
}

/** Reads a fact by its schema; undefined where there is none. */
export const readFact = async <S extends v.GenericSchema>(
  ledger: Pick<Ledger, 'get'>,
  key: string,
  schema: S,
): Promise<v.InferOutput<S> | undefined> => {
  const body = await ledger.get(key);
  if (body === undefined) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body);
  if (parsed.success) return parsed.output;
  throw new InvalidFactError(`The fact at ${key} is not as its schema says`, {
    cause: v.flatten(parsed.issues),
  });
};

/** Reads a fact that must be there. */
export const readRequiredFact = async <S extends v.GenericSchema>(
  ledger: Pick<Ledger, 'get'>,
  key: string,
  schema: S,
): Promise<v.InferOutput<S>> => {
  const fact = await readFact(ledger, key, schema);
  if (fact === undefined) throw new InvalidFactError(`There is no fact at ${key}`);
  return fact;
};

/** Writes a fact as JSON that people can read. */
export const putFact = (
  ledger: Pick<Ledger, 'put'>,
  key: string,
  fact: object,
): Promise<'written' | 'exists'> => ledger.put(key, `${JSON.stringify(fact, null, 2)}\n`, 'application/json');
