import * as v from 'valibot';
import { line } from '../text.ts';
import { clause, committee, common, introducedPerson, meeting, personSchema } from './common.ts';

const committees = v.optional(v.pipe(v.array(committee), v.minLength(1), v.maxLength(8)));

const seats = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60));

const candidate = {
  person: introducedPerson,
  /** Where it is not simply director, such as "External Director". */
  title: v.optional(line(120)),
  /** True where the release is to say so. */
  independent: v.optional(v.boolean()),
  committees,
  /** As it is printed after "for", such as "a term that ends at the 2027 annual meeting". */
  term: v.optional(line(160)),
  /** As it is printed after "was chosen", such as "under the loan agreement of May 4, 2026"; Form 8-K, Item 5.02(d). */
  arrangement: v.optional(clause),
};

/** Somebody joins the board, or stays on it, other than as a nominee. */
export const directorElection = v.strictObject({
  kind: v.literal('director-election'),
  ...candidate,
  manner: v.optional(v.picklist(['elected', 'appointed', 'reelected', 'reappointed'])),
  ...common,
  meeting: v.optional(meeting),
  /** On what it depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
  succeeds: v.optional(personSchema),
  /** How many directors the board has with this one. */
  boardSize: v.optional(seats),
});

/** Somebody is proposed to the shareholders as a director. */
export const directorNomination = v.strictObject({
  kind: v.literal('director-nomination'),
  ...candidate,
  ...common,
  meeting: v.optional(meeting),
  reason: v.optional(clause),
});

/** Somebody leaves the board or will not stand again. */
export const directorDeparture = v.strictObject({
  kind: v.literal('director-departure'),
  person: personSchema,
  title: v.optional(line(120)),
  manner: v.picklist(['left', 'resigned', 'retired', 'not-standing', 'removed']),
  ...common,
  meeting: v.optional(meeting),
  reason: v.optional(clause),
  /** As it is printed after "since", such as "2014". */
  since: v.optional(line(60)),
  committees,
  /** Whether a disagreement with the company led to it; where it did, the reason says about what (Item 5.02(a)). */
  disagreement: v.optional(v.boolean()),
  /** What the person stays, as it is printed after "remains". */
  keeps: v.optional(line(160)),
  /** What becomes of the seat, in a sentence. */
  vacancy: v.optional(line(400)),
});

/** The chair of the board, or who stands in for it, changes. */
export const chairChange = v.strictObject({
  kind: v.literal('chair-change'),
  role: v.optional(v.picklist(['chair', 'executive-chair', 'vice-chair', 'lead-independent-director'])),
  /** What the company calls the role, such as "Chairman of the Board". */
  title: v.optional(line(120)),
  incoming: v.optional(introducedPerson),
  /** The post that the incoming person has, as it is printed. */
  incomingTitle: v.optional(line(160)),
  /** What the incoming person keeps besides, as it is printed after "continues as". */
  incomingKeeps: v.optional(line(160)),
  outgoing: v.optional(personSchema),
  /** What the outgoing person stays or becomes, as it is printed after "will remain", where it is "a director" or the like, or "will serve as". */
  outgoingNext: v.optional(line(160)),
  /** Whether the offices of chair and chief executive come together or part. */
  offices: v.optional(v.picklist(['combined', 'separated'])),
  /** Why they do. */
  rationale: v.optional(clause),
  ...common,
  /** On what it depends, as it is printed after "subject to". */
  subjectTo: v.optional(clause),
  /** Why the outgoing person steps down. */
  reason: v.optional(clause),
});

/** Somebody joins, leaves or comes to chair a committee. */
export const committeeChange = v.strictObject({
  kind: v.literal('committee-change'),
  person: personSchema,
  committee: line(120),
  change: v.picklist(['joins', 'leaves', 'chairs']),
  ...common,
  succeeds: v.optional(personSchema),
});

/** The board gets more or fewer seats. */
export const boardSizeChange = v.strictObject({
  kind: v.literal('board-size-change'),
  from: v.optional(seats),
  to: v.optional(seats),
  ...common,
  reason: v.optional(clause),
});

/** Somebody advises or observes the board without a seat on it. */
export const boardAdviser = v.strictObject({
  kind: v.literal('board-adviser'),
  person: introducedPerson,
  /** Such as "Executive Advisor to the Board" or "board observer". */
  title: v.optional(line(160)),
  ...common,
  /** As it is printed after "until". */
  until: v.optional(line(120)),
});
