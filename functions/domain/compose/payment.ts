import { commaAfter } from './comma.ts';
import type { Narrator } from './narrator.ts';

/** When holders of which day are paid, for the part `release/parts/payable`; null where neither day is known. */
export const paymentView = (
  payable: string | null,
  record: string | null,
  security: string | undefined,
  narrator: Narrator,
): {
  payable: string | null;
  comma: boolean;
  record: string | null;
  ofShares: boolean;
} | null =>
  payable === null && record === null
    ? null
    : { payable, comma: commaAfter(payable, narrator), record, ofShares: security === undefined };
