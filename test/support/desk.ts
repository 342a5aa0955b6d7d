import { type Desk, deskEventId, deskSource } from '../../functions/domain/desk-edits/desk-edits.ts';
import type { AskedFact } from '../../functions/domain/desk-edits/form.ts';
import { placeDigest } from '../../functions/domain/desk-edits/places.ts';
import { factValueOf } from '../../functions/domain/desk-edits/values.ts';
import type { Draft } from '../../functions/domain/draft.ts';
import type { EventFact } from '../../functions/domain/event.ts';

/** The event of an editor who changes a draft, a minute after it was made. */
export const deskEvent = (draft: Draft, changes: Partial<Desk> = {}): EventFact => {
  const at = new Date(Date.parse(draft.createdAt) + 60_000).toISOString();
  return {
    source: deskSource,
    id: deskEventId(draft.draft),
    release: draft.release,
    time: at,
    receivedAt: at,
    data: { company: draft.company, replaces: [], retracts: [], acts: [] },
    desk: {
      by: 'daniel-frost',
      draft: draft.draft,
      sha256: draft.sha256,
      seen: draft.events,
      facts: [],
      wording: [],
      givenUp: [],
      ...changes,
    },
    proof: { bodySha256: '0'.repeat(64), key: 'session', deliveryId: 'desk' },
  };
};

/** A fact as the page makes it of what is typed into its field. */
export const suppliedAs = (
  { event, act, path, fact, field }: AskedFact,
  entered: string,
): Desk['facts'][number] => {
  const value = factValueOf(field, entered);
  if (value === undefined) throw new Error(`"${entered}" is not as a field for ${field.form} asks`);
  return path === undefined || field.form === 'words'
    ? { event, act, fact, words: entered }
    : { event, act, path, fact, value, entered };
};

/** An edit of the words of a place of a draft. */
export const wordingOf = ({ edits }: Draft, place: string, ...text: string[]): Desk['wording'][number] => {
  const composed = edits.places.find((one) => one.place === place)?.text;
  if (composed === undefined) throw new Error(`The draft has no ${place}`);
  return { place, replaces: placeDigest(composed), text };
};
