import { actKind } from '../domain/acts.ts';
import type { Draft } from '../domain/draft.ts';
import type { View } from '../domain/templates.ts';
import { dateNames } from '../domain/when.ts';
import { flags } from './problems.ts';

const listed = (events: readonly string[]): View[] => events.map((event) => ({ event }));

/** The rows of the table of dates, each with where it comes from. */
export const datesView = ({ dates }: Pick<Draft, 'dates'>): View[] =>
  dates.map(({ kind, person, which, value, unclear, events, source }) => ({
    ...flags(actKind.options, kind),
    ...flags(dateNames, which),
    person: person ?? null,
    value,
    unclear,
    source,
    events: listed(events),
  }));

/** The acts that several events tell of, and which of them says what. */
export const evidenceView = ({ evidence }: Pick<Draft, 'evidence'>): View[] =>
  evidence.map(({ kind, person, facts }) => ({
    ...flags(actKind.options, kind),
    person: person ?? null,
    facts: facts.map(({ fact, events }) => ({ fact, events: listed(events) })),
  }));
