type Level = 'INFO' | 'WARN' | 'ERROR';

/** Ids and numbers only: never a name, an address, a payload, a token or a code. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one line of JSON with a stable code. */
export type Log = (level: Level, code: string, fields?: LogFields) => void;

/** What may be said of an error in a log: its class, and for AWS its status; messages can hold what was sent. */
export const errorFields = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .find((frame) => frame.trimStart().startsWith('at '))
    ?.trim();
  return { error: error.name, at };
};
