import * as v from 'valibot';

const number = (pattern: RegExp, message: string) =>
  v.pipe(v.string(), v.regex(pattern, message), v.transform(Number));

/** The text of `--port`, as a number. */
export const portOption = v.pipe(
  number(/^\d+$/, '--port takes a number'),
  v.maxValue(65_535, '--port takes a number up to 65535'),
);

/** The text of `--settle`, as a number of seconds that may have a fraction. */
export const settleOption = number(/^\d+(\.\d+)?$/, '--settle takes a number of seconds');
