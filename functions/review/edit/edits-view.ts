import { longDate, longTime } from '../../domain/dates.ts';
import type { Draft } from '../../domain/draft.ts';
import type { View } from '../../domain/templates.ts';
import type { Visit } from '../visit.ts';
import { namesIn } from './edit-view.ts';
import { placeView } from './place-view.ts';

/** What editors have changed in a draft, by whom and when, for templates/pages/edits.mustache; null where nothing. */
export const editsView = (
  { edits }: Pick<Draft, 'edits'>,
  company: Pick<Visit['company'], 'approvers' | 'owner' | 'timeZone'>,
): View | null => {
  const nameOf = namesIn(company);
  const byView = ({ by, at }: { by: string; at: string }): View => ({
    by: nameOf(by),
    at: longTime(new Date(at), company.timeZone),
  });
  const facts = edits.facts.filter(({ stands }) => stands);
  const day = edits.day?.stands === true ? edits.day : undefined;
  if (facts.length + edits.wording.length + edits.notes.length === 0 && day === undefined) return null;
  return {
    day: day === undefined ? null : { value: longDate(day.day), event: day.event, ...byView(day) },
    facts: facts.map(({ fact, value, event, ...made }) => ({ fact, value, event, ...byView(made) })),
    wording: edits.wording.map(({ place, event, composed, text, stands, ...made }) => ({
      named: placeView(place, { edits }),
      event,
      stands,
      removed: text.length === 0,
      composed: composed.length === 0 ? null : composed.join('\n\n'),
      ...byView(made),
    })),
    notes: edits.notes.map(({ note, ...made }) => ({ note, ...byView(made) })),
  };
};
