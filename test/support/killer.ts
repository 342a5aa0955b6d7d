/** Thrown in place of whatever the process would have done next. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Wraps ports so that the process dies right after its nth call, whichever port that was on; `calls` tells how many
 * there were.
 */
export const killAfter = (limit: number) => {
  let calls = 0;
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          if (calls >= limit) throw new Killed('The process was killed');
          const result: unknown = await member.apply(target, args);
          calls += 1;
          if (calls === limit) throw new Killed('The process was killed');
          return result;
        };
      },
    });
  return { wrap, calls: () => calls };
};
