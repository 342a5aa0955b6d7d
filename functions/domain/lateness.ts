import type { Draft } from './draft.ts';
import type { Decision } from './facts.ts';
import { firstDue } from './filing/disclosure.ts';
import type { Tally } from './tally.ts';

/** A time of a draft that is over, or too near for an approval to count by then. */
export interface Lateness {
  kind: 'late';
  /** When decisions were due, the first report that is certain is due to be filed, or the draft expires. */
  which: 'decisions' | 'filing' | 'expiry';
  at: string;
}

interface Timed {
  draft: Pick<Draft, 'decideBy' | 'disclosure' | 'expiresAt' | 'coolingOffMinutes'>;
  decisions: readonly Pick<Decision, 'decidedAt'>[];
  tally: Pick<Tally, 'outcome'>;
}

/** The first deadline of a draft that is still to come, as an ISO time; the last one where none is. */
export const deadlineOf = (
  { decideBy, disclosure, expiresAt }: Pick<Draft, 'decideBy' | 'disclosure' | 'expiresAt'>,
  now: Date,
): string => {
  const filing = firstDue(disclosure);
  const times = [decideBy, expiresAt, ...(filing === undefined ? [] : [filing])];
  return (
    times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).find((at) => new Date(at) > now) ?? expiresAt
  );
};

/**
 * What a draft that is open at `now` is too late for. An approval counts once the time for taking it back is over; where the
 * policy is met already, nothing else is still to pass.
 */
export const latenessOf = ({ draft, decisions, tally: { outcome } }: Timed, now: Date): Lateness[] => {
  const isMet = outcome === 'approved';
  const met = isMet ? Math.max(...decisions.map(({ decidedAt }) => Date.parse(decidedAt))) : now.getTime();
  const passesAt = met + draft.coolingOffMinutes * 60_000;
  const filing = firstDue(draft.disclosure);
  const late = (which: Lateness['which'], at: string, time: number): Lateness[] =>
    time >= Date.parse(at) ? [{ kind: 'late', which, at }] : [];
  return [
    ...(isMet ? [] : late('decisions', draft.decideBy, now.getTime())),
    ...(filing === undefined ? [] : late('filing', filing, passesAt)),
    ...(isMet ? [] : late('expiry', draft.expiresAt, now.getTime())),
  ];
};
