import { warning } from '../check.ts';
import type { Check } from '../draft.ts';
import type { DraftEdits } from './desk-edits.ts';
import { distinctFigures, type Figure, figuresIn, knownFigures } from './figures.ts';
import { placeWords } from './place-words.ts';

/** Lines that hold telephone numbers and addresses, and the dateline, whose day has a check of its own. */
const hasNoFigures = (place: string): boolean => /^(?:contact\b|dateline$)/.test(place);

/** The places in which a release tells its news, whose sentences editors move among them. */
const isNews = (place: string): boolean => /^(?:headline|subheads|news\b.*)$/.test(place);

const listed = (texts: readonly string[]): string => {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
};

type Edit = DraftEdits['wording'][number];

/** A place as it is composed, and as it is printed. */
interface ShownPlace {
  place: string;
  composed: string;
  printed: string;
}

const shownPlaces = (places: DraftEdits['places'], edits: readonly Edit[]): ShownPlace[] =>
  places.map(({ place, text }) => ({
    place,
    composed: text.join(' '),
    printed: (edits.find((edit) => edit.place === place)?.text ?? text).join(' '),
  }));

const says = (text: string, figure: Figure): boolean => knownFigures([text])(figure);

/** A place of the news, other than this, that says a figure as it was composed, and says it still. */
const otherPlaceOf = (figure: Figure, place: string, shown: readonly ShownPlace[]): string | undefined =>
  shown.find(
    (other) =>
      other.place !== place &&
      isNews(other.place) &&
      says(other.composed, figure) &&
      says(other.printed, figure),
  )?.place;

const dropped = (
  { place, composed, text }: Edit,
  shown: readonly ShownPlace[],
  name: string,
  where: (place: string) => string,
): Check[] => {
  if (text.length === 0 || !isNews(place)) return [];
  const kept = knownFigures([...text]);
  const gone = distinctFigures(figuresIn(composed.join(' '))).filter((figure) => !kept(figure));
  const byPlace = Map.groupBy(gone, (figure) => otherPlaceOf(figure, place, shown));
  return [...byPlace].flatMap(([other, figures]) =>
    other === undefined
      ? []
      : [
          warning(
            'figure-dropped',
            `${name} took ${listed(figures.map((figure) => figure.text))} out of ${where(place)}, and ${figures.length === 1 ? 'it still stands' : 'they still stand'} in ${where(other)}.`,
          ),
        ],
  );
};

/**
 * Remarks on figures (money, shares, percentages, numbers, days) in the words of editors: those that no event has and that were
 * not composed, and those taken out of a place while another place of the news still says them. `sent` are the acts of the
 * events and the day that the release bears.
 */
export const figureRemarks = (
  { places, wording }: Pick<DraftEdits, 'places' | 'wording'>,
  sent: unknown,
  nameOf: (by: string) => string,
): Check[] => {
  const edits = wording.filter(({ stands, place }) => stands && !hasNoFigures(place));
  if (edits.length === 0) return [];
  const shown = shownPlaces(places, edits);
  const where = (place: string): string => placeWords(place, { places, wording });
  const isSent = knownFigures([
    sent,
    ...shown.filter(({ place }) => isNews(place)).map(({ composed }) => composed),
  ]);
  return edits.flatMap((edit) => {
    const { by, place, composed, text } = edit;
    const wasComposed = knownFigures([...composed]);
    const unsent = distinctFigures(figuresIn(text.join(' '))).filter(
      (figure) => !isSent(figure) && !wasComposed(figure),
    );
    return [
      ...(unsent.length === 0
        ? []
        : [
            warning(
              'figure-unsent',
              `${listed(unsent.map((figure) => figure.text))} in ${where(place)}, written by ${nameOf(by)}, ${unsent.length === 1 ? 'is' : 'are'} in no event.`,
            ),
          ]),
      ...dropped(edit, shown, nameOf(by), where),
    ];
  });
};
