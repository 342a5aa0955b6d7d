import type { EventFact } from '../event.ts';
import type { DraftEdits } from './desk-edits.ts';
import { type LiveWording, type Place, placeDigest, placeFamily } from './places.ts';

type ShownWording = DraftEdits['wording'][number];

interface WordingEdit {
  place: string;
  replaces: string;
  text: readonly string[];
  event: string;
  by: string;
  at: string;
}

/** The edits of wording that nobody has given up, in the order in which they were made. */
const standingEdits = (standing: readonly EventFact[]): WordingEdit[] => {
  const givenUp = new Set(
    standing.flatMap(({ desk }) => desk?.givenUp ?? []).map(({ event, place }) => `${event} ${place}`),
  );
  return standing
    .flatMap(({ source, id, time, desk }) =>
      (desk?.wording ?? []).map((edit) => ({
        ...edit,
        event: `${source}~${id}`,
        by: desk?.by ?? '',
        at: time,
      })),
    )
    .filter(({ event, place }) => !givenUp.has(`${event} ${place}`));
};

/** The place whose composed words an edit was made for: where it was, or the one of its section to which they moved. */
const targetOf = ({ place, replaces }: WordingEdit, places: readonly Place[]): Place | undefined => {
  const same = places.filter(
    (one) => placeFamily(one.place) === placeFamily(place) && placeDigest(one.text) === replaces,
  );
  return same.find((one) => one.place === place) ?? (same.length === 1 ? same[0] : undefined);
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Which edits of wording stand over what is composed now. One stands where the words that it was made for are still composed;
 * of several for one place the last does, and one that puts back what is composed leaves none. Where they are composed no
 * longer the edit does not stand, and is shown beside what is.
 */
export const editedWording = (
  standing: readonly EventFact[],
  places: readonly Place[],
): { live: LiveWording; wording: ShownWording[] } => {
  const live = new Map<string, ShownWording>();
  const outdated: ShownWording[] = [];
  for (const edit of standingEdits(standing)) {
    const target = targetOf(edit, places);
    const { event, by, at } = edit;
    const place = target?.place ?? edit.place;
    const composed = [...(places.find((one) => one.place === place)?.text ?? [])];
    const shown = { place, event, by, at, composed, text: [...edit.text], stands: target !== undefined };
    if (target === undefined) outdated.push(shown);
    else live.set(place, shown);
  }
  const made = [...live.values()].filter(({ composed, text }) => !isSame(composed, text));
  return {
    live: new Map(made.map(({ place, text }) => [place, text])),
    wording: [...made, ...outdated],
  };
};
