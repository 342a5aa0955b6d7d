import type { Draft } from '../../domain/draft.ts';
import type { Decision } from '../../domain/facts.ts';
import { shownAt } from './entered.ts';

type Edits = Pick<Draft, 'edits'>;

/** The places of the news in the order of its paragraphs as they are printed; undefined where a table stands. */
const newsPlaces = (draft: Edits): (string | undefined)[] => {
  const places = draft.edits.places.map(({ place }) => place).filter((place) => /^news\.\d+$/.test(place));
  const last = Math.max(-1, ...places.map((place) => Number(place.slice('news.'.length))));
  return Array.from({ length: last + 1 }, (_, index) => `news.${index}`).flatMap((place) =>
    // What was edited into two paragraphs is found by either, and what was left out has none.
    places.includes(place) ? shownAt(draft, place).map(() => place) : [undefined],
  );
};

/** The places that a part is made of which a request for changes names, such as `headline`, `news-2` or `boilerplate`. */
const placesOfPart = (part: string, draft: Edits): string[] => {
  const [, paragraph] = /^news-(\d+)$/.exec(part) ?? [];
  if (paragraph !== undefined) return [newsPlaces(draft)[Number(paragraph) - 1] ?? []].flat();
  return draft.edits.places
    .map(({ place }) => place)
    .filter((place) => place === part || place.startsWith(`${part}.`));
};

/** The places of a draft that decisions ask to have changed, each with the approvers who ask. */
export const askedPlaces = (draft: Edits, decisions: readonly Decision[]): Map<string, string[]> => {
  const asked = new Map<string, string[]>();
  for (const decision of decisions)
    for (const part of decision.decision === 'request-changes' ? (decision.sections ?? []) : [])
      for (const place of placesOfPart(part, draft))
        asked.set(place, [...(asked.get(place) ?? []), decision.approver]);
  return asked;
};
