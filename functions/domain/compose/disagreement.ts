import type { View } from '../templates.ts';

/** Whether a disagreement led to departures, or to a decision not to stand, for the partial `disagreement`; null where nobody says. */
export const disagreementView = (
  led: boolean | undefined,
  {
    departures,
    isDecision,
    future,
    reference,
  }: Record<'isDecision' | 'future', boolean> & {
    departures: number;
    reference: string;
  },
): View | null =>
  led === undefined
    ? null
    : {
        led,
        decision: isDecision,
        neither: isDecision && !led && departures === 2,
        none: isDecision && !led && departures > 2,
        many: departures > 1 && !isDecision,
        future: future && !isDecision,
        reference,
      };
