import type { Company } from '../company.ts';
import { ownerReader } from '../company.ts';
import type { EventFact } from '../event.ts';
import type { Telling } from '../standing-acts.ts';
import type { DraftEdits } from './desk-edits.ts';
import { actMark } from './facts.ts';

/** The facts that editors supplied, the last for each place, and whether each stands in an act that is told. */
export const shownFacts = (
  standing: readonly EventFact[],
  tellings: readonly Telling[],
): DraftEdits['facts'] => {
  const told = new Map(tellings.map((telling) => [actMark(telling.event, telling.index), telling]));
  const shown = new Map<string, DraftEdits['facts'][number]>();
  for (const { source, id, time, desk } of standing) {
    const event = `${source}~${id}`;
    for (const entry of desk?.facts ?? []) {
      const { event: of, act, fact } = entry;
      const telling = told.get(actMark(of, act));
      const kind = telling?.act.kind;
      const about = {
        event,
        by: desk?.by ?? '',
        at: time,
        of,
        act,
        ...(kind !== undefined && { kind }),
        fact,
      };
      const key = [of, act, 'path' in entry ? entry.path : fact].join(' ');
      if ('path' in entry) {
        const { path, entered } = entry;
        const stands = telling?.supplied.some((one) => one.event === event && one.path === path) === true;
        shown.set(key, { ...about, path, value: entered, stands });
      } else shown.set(key, { ...about, value: entry.words, stands: telling !== undefined });
    }
  }
  return [...shown.values()];
};

/** What editors wrote about why. */
export const shownNotes = (standing: readonly EventFact[]): DraftEdits['notes'] =>
  standing.flatMap(({ source, id, time, desk }) =>
    desk?.note === undefined ? [] : [{ event: `${source}~${id}`, by: desk.by, at: time, note: desk.note }],
  );

/** A section of the release, as an edit of one of its paragraphs may have moved. */
const sectionOf = (place: string): string => place.split('.', 1)[0] ?? place;

/**
 * Who made the changes that a draft holds, by an approver's id or `owner`: all who changed a section that is edited, or
 * supplied a fact that stands, also where somebody else has changed it since; of the day of the release only who set the one
 * that it bears, as nothing is left of an earlier one.
 */
export const editorsOf = (
  { wording, facts, day }: Pick<DraftEdits, 'wording' | 'facts' | 'day'>,
  standing: readonly EventFact[],
): Set<string> => {
  const edited = new Set(wording.filter(({ stands }) => stands).map(({ place }) => sectionOf(place)));
  const supplied = new Set(
    facts.filter(({ stands }) => stands).map(({ of, act, fact }) => `${of} ${act} ${fact}`),
  );
  const changers = standing.flatMap(({ desk }) =>
    desk !== undefined &&
    (desk.wording.some(({ place }) => edited.has(sectionOf(place))) ||
      desk.facts.some(({ event, act, fact }) => supplied.has(`${event} ${act} ${fact}`)))
      ? [desk.by]
      : [],
  );
  return new Set([...changers, ...(day?.stands ? [day.by] : [])]);
};

/**
 * The approvers who made the changes that a draft holds, and who therefore do not approve it. Where the owner made one,
 * whoever has the owner's address is among them.
 */
export const changersOf = (
  edits: Pick<DraftEdits, 'wording' | 'facts' | 'day'>,
  standing: readonly EventFact[],
  { approvers, owner }: Pick<Company, 'approvers' | 'owner'>,
): string[] => {
  const by = editorsOf(edits, standing);
  const sameAsOwner = approvers.filter(({ email }) => email.toLowerCase() === owner.email.toLowerCase());
  return [...by, ...(by.has(ownerReader) ? sameAsOwner.map(({ id }) => id) : [])];
};
