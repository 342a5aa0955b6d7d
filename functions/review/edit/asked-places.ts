import { printedPlaces } from '../../domain/desk-edits/printed-paragraphs.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Decision } from '../../domain/facts.ts';

type Edits = Pick<Draft, 'edits'>;

/** The places that a part is made of which a request for changes names, such as `headline`, `news-2` or `boilerplate`. */
const placesOfPart = (part: string, draft: Edits): string[] => {
  const [, paragraph] = /^news-(\d+)$/.exec(part) ?? [];
  if (paragraph !== undefined)
    return [printedPlaces(draft.edits, 'news')[Number(paragraph) - 1] ?? []].flat();
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
