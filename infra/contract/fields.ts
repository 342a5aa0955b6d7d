import type { ActKind } from '../../functions/domain/acts.ts';
import { cloudEventSchema } from '../../functions/domain/event.ts';

const { entries } = cloudEventSchema;

/** What each attribute of an event says, for people; docs/events.md and the contract both have these words. */
export const attributeNotes: Readonly<Record<keyof typeof entries, string>> = {
  specversion: 'the version of CloudEvents',
  id: 'names the event for good among those of its source in one release; another event under it there is refused',
  source:
    'where in the sending system it comes from, such as `/hr/payroll`; decides nothing for the receiver',
  type: 'the one type that there is',
  time: 'when it happened, which puts events in order; not yet to come',
  subject: 'events of one company with the same subject make one release',
  datacontenttype: 'may say what is so in any case',
  data: 'what happened: the fields below',
};

/** What each field of an event's data says, for people. */
export const dataNotes: Readonly<Record<keyof typeof entries.data.entries, string>> = {
  company: 'the id of the company, one of those that the source may speak for',
  decided: 'the day on which the company decided, in its own time zone',
  announce: 'the day that the release is to bear; that of the draft, if it is left out',
  headline: 'the headline, if it is not to be made of the acts',
  subheads: 'the lines under the headline, if they are not to be made of the acts; an empty list for none',
  lead: 'the kind of act that leads the release and makes its headline, if it is not the strongest; passed over where the release has no act of it',
  replaces: 'ids of earlier events of this source whose acts this event takes the place of',
  retracts: 'acts about a person that are off, each by `kind` and `person`',
  acts: 'what is announced, each of one of the kinds',
  subject: 'as `subject` above; in binary mode only here a signature covers it',
};

/** What each kind of act announces. */
export const actNotes: Readonly<Record<ActKind, string>> = {
  death: 'An officer, a director or a former one has died.',
  restatement: 'Financial statements can no longer be relied on.',
  'officer-departure': 'An officer leaves, resigns, retires or is removed.',
  'officer-appointment': 'Somebody gets an office, for good or for the time being, or moves to another.',
  'chair-change': 'The chair of the board, or the lead independent director, changes.',
  'director-departure': 'A director leaves the board or will not stand again.',
  'director-election': 'Somebody joins the board.',
  'director-nomination': 'Somebody is proposed to the shareholders as a director.',
  'facility-closing': 'A plant, an office or a line of business closes.',
  restructuring: 'The company changes how it works, with what that costs and saves.',
  'workforce-reduction': 'People are laid off at a site or in a program.',
  'debt-restructuring': 'The company comes to other terms with its creditors.',
  delisting: 'A security leaves its market.',
  'listing-deficiency': 'A market says that the company does not meet a rule.',
  'compliance-regained': 'A market says that the company meets a rule again.',
  'listing-transfer': 'The shares move from one market to another.',
  'new-listing': 'A security is listed on a market for the first time.',
  'name-change': 'The company takes another name.',
  'ticker-change': 'The symbol changes.',
  'auditor-change': 'The independent accountant changes.',
  'delayed-filing': 'A periodic report will be late.',
  'voting-results': 'Shareholders have voted at a meeting.',
  dividend: 'The board declares a dividend.',
  'dividend-suspension': 'The board suspends the dividend.',
  'stock-split': 'Shares are split, or joined.',
  'share-repurchase': 'The company may buy back its own shares.',
  financing: 'The company raises or borrows money.',
  'fiscal-year-change': 'The fiscal year ends on another day.',
  'bylaw-amendment': 'The bylaws, the charter or another instrument change.',
  'compensation-change': 'What people are paid, or how, changes.',
  'trading-plan': 'Somebody adopts or ends a plan to trade.',
  'option-grant': 'Options or other awards are granted.',
  'committee-change': 'Somebody joins, leaves or comes to chair a committee.',
  'board-size-change': 'The board gets more or fewer seats.',
  'board-adviser': 'Somebody advises or observes the board.',
  other: "What no other kind says, in the sender's own sentences.",
  statement: 'Somebody is quoted.',
};
