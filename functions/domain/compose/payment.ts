import { commaAfter } from './comma.ts';
import type { Narrator } from './narrator.ts';

/** When holders of which day are paid, and whether that day is past, for the part `release/parts/payable`; null where neither day is known. */
export const paymentView = (
  { payable, record }: Record<'payable' | 'record', string | null>,
  { payable: day, security }: { payable?: string | undefined; security?: string | undefined },
  narrator: Narrator,
): {
  paid: boolean;
  payable: string | null;
  comma: boolean;
  record: string | null;
  ofShares: boolean;
} | null =>
  payable === null && record === null
    ? null
    : {
        paid: day !== undefined && day < narrator.announced,
        payable,
        comma: commaAfter(payable, narrator),
        record,
        ofShares: security === undefined,
      };
