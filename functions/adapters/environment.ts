import * as v from 'valibot';

/** Reads a function's environment by its schema; a Lambda whose environment is wrong fails at start, naming the variable. */
export const readEnvironment = <S extends v.GenericSchema>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, environment);
  if (parsed.success) return parsed.output;
  const names = parsed.issues.map((issue) => v.getDotPath(issue) ?? '?').join(', ');
  throw new Error(`The environment is not as its schema says: ${names}`);
};
