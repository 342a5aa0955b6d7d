/**
 * What goes wrong: an HTTP status, a delay, a notification that S3 loses or sends twice, or `crash`, which kills the process
 * that made the call once the call is done.
 */
export type FaultAnswer =
  | 409
  | 429
  | 500
  | 503
  | 'crash'
  | 'lose-notification'
  | 'repeat-notification'
  | { slowMilliseconds: number };

/** Something that shall go wrong the next `times` times (once if not given) that a call fits. */
export interface Fault {
  /** As the SDK's command is called: PutObject, SendEmail, GetSecretValue. */
  operation: string;
  /** Part of the object's key, the queue's name, the secret's or the sender. */
  subjectIncludes?: string;
  function?: string;
  times?: number;
  answer: FaultAnswer;
  /** The call is done, and only its answer is lost. */
  afterwards?: boolean;
}

/** A call that may fit a fault. */
interface Faultable {
  function: string;
  operation: string;
  subject: string;
}

/** The switchboard of faults. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The faults that wait for a call that fits. */
  pending(): readonly Fault[];
  /** Uses up one of the faults that fit and that `wanted` accepts. */
  take(call: Faultable, wanted: (fault: Fault) => boolean): Fault | undefined;
}

export const createFaults = (): Faults => {
  let armed: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      armed.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      armed = [];
    },
    pending: () => armed.map(({ fault }) => fault),
    take: (call, wanted) => {
      const found = armed.find(
        ({ fault }) =>
          fault.operation === call.operation &&
          call.subject.includes(fault.subjectIncludes ?? '') &&
          (fault.function === undefined || fault.function === call.function) &&
          wanted(fault),
      );
      if (found === undefined) return undefined;
      found.left -= 1;
      armed = armed.filter(({ left }) => left > 0);
      return found.fault;
    },
  };
};
