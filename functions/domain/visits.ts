import * as v from 'valibot';
import { familyNames } from './scanner-families.ts';
import { instant, slug } from './text.ts';

/** What somebody did, or a program, who came by a link and decided nothing by it. */
export const visitKinds = [
  /** Looked at the link's page, which shows nothing of the draft: a person before the code, or a program. */
  'opened',
  /** Asked for the head of a page only. */
  'head',
  /** Fetched a page in case somebody would want it. */
  'prefetch',
  /** Filled in the field that nobody sees. */
  'trapped-form',
  /** Posted a form without having been given its page. */
  'unloaded-form',
  /** Posted a form sooner than a person reads a page. */
  'quick-form',
  /** Posted a form of a page that is shown in a session, without one; the time of a person's may have run out. */
  'sessionless-form',
  /** Posted a form in a session without the end of the reference, which a person was asked to type. */
  'unconfirmed-form',
  /** Posted a form that came from another site, or from another session. */
  'foreign-form',
  /** Posted something that is no form of ours. */
  'unknown-form',
] as const;

export type VisitKind = (typeof visitKinds)[number];

/** A visit to a link that decided nothing. It holds neither an address nor what the visitor called itself, only its family. */
export const visitSchema = v.strictObject({
  visit: v.picklist(visitKinds),
  /** Whose link it was: an approver's id, or `owner`. */
  reader: slug,
  draft: v.pipe(v.number(), v.integer(), v.minValue(1)),
  family: v.optional(v.picklist(familyNames)),
  at: instant,
});

export type VisitFact = v.InferOutput<typeof visitSchema>;

const doneByPeopleToo: readonly VisitKind[] = [
  'opened',
  'sessionless-form',
  'unconfirmed-form',
  'foreign-form',
  'unknown-form',
];

/** Whether a visit shows by what it did, or by its name, that a program made it; what does not show may still be one. */
export const looksAutomated = ({ visit, family }: Pick<VisitFact, 'visit' | 'family'>): boolean =>
  family !== undefined || !doneByPeopleToo.includes(visit);

/** The name of a visit among those of its release: of each kind, and each family, a reader's link has one a day. */
export const visitName = ({ visit, reader, family, at }: VisitFact): string =>
  [reader, at.slice(0, 10), visit, family].filter((part) => part !== undefined).join('~');
