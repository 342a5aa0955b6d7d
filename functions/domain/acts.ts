import * as v from 'valibot';
import {
  auditorChange,
  bylawAmendment,
  compensationChange,
  delayedFiling,
  fiscalYearChange,
  restatement,
  tradingPlan,
  votingResults,
} from './acts/accounts.ts';
import {
  boardAdviser,
  boardSizeChange,
  chairChange,
  committeeChange,
  directorDeparture,
  directorElection,
  directorNomination,
} from './acts/board.ts';
import {
  debtRestructuring,
  dividend,
  dividendSuspension,
  financing,
  optionGrant,
  shareRepurchase,
  stockSplit,
} from './acts/capital.ts';
import {
  complianceRegained,
  delisting,
  listingDeficiency,
  listingTransfer,
  nameChange,
  newListing,
  tickerChange,
} from './acts/listing.ts';
import { death, officerAppointment, officerDeparture } from './acts/officers.ts';
import { facilityClosing, restructuring, workforceReduction } from './acts/operations.ts';
import { other, statement } from './acts/words.ts';

/** The schemas of what a statement may follow, strongest news first. */
const news = [
  death,
  restatement,
  officerDeparture,
  officerAppointment,
  chairChange,
  directorDeparture,
  directorElection,
  directorNomination,
  facilityClosing,
  restructuring,
  workforceReduction,
  debtRestructuring,
  delisting,
  listingDeficiency,
  complianceRegained,
  listingTransfer,
  newListing,
  nameChange,
  tickerChange,
  auditorChange,
  delayedFiling,
  votingResults,
  dividend,
  dividendSuspension,
  stockSplit,
  shareRepurchase,
  financing,
  fiscalYearChange,
  bylawAmendment,
  compensationChange,
  tradingPlan,
  optionGrant,
  committeeChange,
  boardSizeChange,
  boardAdviser,
  other,
] as const;

/** A statement with its place, which only here can name the other kinds. */
const placedStatement = v.strictObject({
  ...statement.entries,
  /** The kind of act whose paragraph it follows; where it is not said, the order of the house style. */
  after: v.optional(v.picklist(news.map((schema) => schema.entries.kind.literal))),
});

/** The schemas of all kinds of act, strongest news first: what comes first makes the headline and, by default, leads. */
const schemas = [...news, placedStatement] as const;

/** One governance fact of a known kind. */
export const actSchema = v.variant('kind', schemas);

const schemasByKind: ReadonlyMap<unknown, (typeof schemas)[number]> = new Map(
  schemas.map((schema) => [schema.entries.kind.literal, schema]),
);

/** The same, with the schema of its kind looked up: to try all of them in turn takes eight times as long for the last. */
export const actByKind = v.lazy((input): (typeof schemas)[number] | typeof actSchema => {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  return schemasByKind.get(kind) ?? actSchema;
});

export type Act = v.InferOutput<typeof actSchema>;
export type ActKind = Act['kind'];
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** Tells acts of a kind from others. */
export const isActOf =
  <K extends ActKind>(kind: K) =>
  (act: Act): act is ActOf<K> =>
    act.kind === kind;

/** The kinds of act that Gazette can announce, strongest news first. */
export const actKind = v.picklist(schemas.map((schema): ActKind => schema.entries.kind.literal));
