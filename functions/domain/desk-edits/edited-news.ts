import type { PrintedNews } from '../form-8k/items.ts';
import type { DraftEdits } from './desk-edits.ts';
import { placeWords } from './place-words.ts';

/** A paragraph of the news that an editor wrote: the acts that it told, its words before and now, and who wrote them. */
export interface EditedNews extends Pick<PrintedNews, 'acts' | 'text'> {
  /** Where it stands, in words. */
  where: string;
  by: string;
  composed: readonly string[];
}

/** The paragraphs of the news in which the words of an editor stand; `printed` is in the order of its paragraphs. */
export const editedNews = (
  printed: readonly PrintedNews[],
  edits: Pick<DraftEdits, 'places' | 'wording'>,
): EditedNews[] =>
  printed.flatMap(({ acts, text }, index) => {
    const place = `news.${index}`;
    const edit = edits.wording.find((one) => one.stands && one.place === place);
    return edit === undefined
      ? []
      : [{ where: placeWords(place, edits), acts, text, by: edit.by, composed: edit.composed }];
  });
