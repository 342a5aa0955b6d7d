import type { ActKind } from '../acts.ts';
import { auditorChange } from './auditor-change.ts';
import { boardAdviser } from './board-adviser.ts';
import { boardSizeChange } from './board-size-change.ts';
import { bylawAmendment } from './bylaw-amendment.ts';
import { chairChange } from './chair-change.ts';
import { committeeChange } from './committee-change.ts';
import { compensationChange } from './compensation-change.ts';
import { complianceRegained } from './compliance-regained.ts';
import { death } from './death.ts';
import { debtRestructuring } from './debt-restructuring.ts';
import { delayedFiling } from './delayed-filing.ts';
import { delisting } from './delisting.ts';
import { directorDeparture } from './director-departure.ts';
import { directorElection } from './director-election.ts';
import { directorNomination } from './director-nomination.ts';
import { dividend } from './dividend.ts';
import { dividendSuspension } from './dividend-suspension.ts';
import { facilityClosing } from './facility-closing.ts';
import { financing } from './financing.ts';
import { fiscalYearChange } from './fiscal-year-change.ts';
import { listingDeficiency } from './listing-deficiency.ts';
import { listingTransfer } from './listing-transfer.ts';
import { nameChange } from './name-change.ts';
import type { Composer } from './narrator.ts';
import { newListing } from './new-listing.ts';
import { officerAppointment } from './officer-appointment.ts';
import { officerDeparture } from './officer-departure.ts';
import { optionGrant } from './option-grant.ts';
import { other } from './other.ts';
import { restatement } from './restatement.ts';
import { restructuring } from './restructuring.ts';
import { shareRepurchase } from './share-repurchase.ts';
import { statement } from './statement.ts';
import { stockSplit } from './stock-split.ts';
import { tickerChange } from './ticker-change.ts';
import { tradingPlan } from './trading-plan.ts';
import { votingResults } from './voting-results.ts';
import { workforceReduction } from './workforce-reduction.ts';

/** How each kind of act is told. */
export const composers: { readonly [K in ActKind]: Composer<K> } = {
  death,
  restatement,
  'officer-departure': officerDeparture,
  'officer-appointment': officerAppointment,
  'chair-change': chairChange,
  'director-departure': directorDeparture,
  'director-election': directorElection,
  'director-nomination': directorNomination,
  'facility-closing': facilityClosing,
  restructuring,
  'workforce-reduction': workforceReduction,
  'debt-restructuring': debtRestructuring,
  delisting,
  'listing-deficiency': listingDeficiency,
  'compliance-regained': complianceRegained,
  'listing-transfer': listingTransfer,
  'new-listing': newListing,
  'name-change': nameChange,
  'ticker-change': tickerChange,
  'auditor-change': auditorChange,
  'delayed-filing': delayedFiling,
  'voting-results': votingResults,
  dividend,
  'dividend-suspension': dividendSuspension,
  'stock-split': stockSplit,
  'share-repurchase': shareRepurchase,
  financing,
  'fiscal-year-change': fiscalYearChange,
  'bylaw-amendment': bylawAmendment,
  'compensation-change': compensationChange,
  'trading-plan': tradingPlan,
  'option-grant': optionGrant,
  'committee-change': committeeChange,
  'board-size-change': boardSizeChange,
  'board-adviser': boardAdviser,
  other,
  statement,
};
