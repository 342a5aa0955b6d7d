import type { Company } from '../company.ts';
import type { Advice } from './advice.ts';
import { isUsExchange, listingsOf } from './exchange-labels.ts';

/** What is said of a company that does not file Form 8-K, as far as is known. */
export const domesticFilersOnly: Advice = {
  rule: 'Exchange Act Rules 13a-11(b) and 15d-11(b)',
  text: 'Form 8-K is for domestic filers; check whether the company files it.',
};

/** Whether a company files Form 8-K: as its profile says, else where it has a registrant or a listing in the United States. */
export const filesForm8K = ({ filesForm8K: said, registrant, listing }: Company): boolean =>
  said ??
  (registrant !== undefined ||
    listingsOf(listing?.label ?? '').some(({ exchange }) => isUsExchange(exchange)));
