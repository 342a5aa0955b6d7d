import type { ActKind } from '../../functions/domain/acts.ts';
import { cloudEventSchema } from '../../functions/domain/event.ts';

const { entries } = cloudEventSchema;

/** What each attribute of an event says, for people; docs/events.md and the contract both have these words. */
export const attributeNotes: Readonly<Record<keyof typeof entries, string>> = {
  specversion: 'the version of CloudEvents',
  id: 'names the event for good among those of its source; another event under it is refused',
  source: 'where in the sending system it comes from, such as `/hr/payroll`; decides nothing',
  type: 'the one type that there is',
  time: 'when it happened, which puts events in order',
  subject: 'events of one company with the same subject make one release',
  datacontenttype: 'may say what is so in any case',
  data: 'what happened: the fields below',
};

/** What each field of an event's data says, for people. */
export const dataNotes: Readonly<Record<keyof typeof entries.data.entries, string>> = {
  company: 'the id of the company, one of those that the source may speak for',
  decided: 'the day on which the company decided, in its own time zone',
  announce: 'the day that the release is to bear',
  headline: 'the headline, if it is not to be made of the acts',
  replaces: 'ids of earlier events of this source whose acts this event takes the place of',
  retracts: 'acts about a person that are off, each by `kind` and `person`',
  acts: 'what is announced, each of one of the kinds',
  subject: 'as `subject` above; in binary mode only here a signature covers it',
};

/** What each kind of act announces. */
export const actNotes: Readonly<Record<ActKind, string>> = {
  'workforce-reduction': 'People are laid off at a site or in a program.',
  'officer-departure': 'An officer leaves, resigns, retires or is removed.',
  'officer-appointment': 'Somebody gets an office, for good or for the time being.',
  'listing-transfer': 'The shares move from one market to another.',
  statement: 'Somebody is quoted.',
};
