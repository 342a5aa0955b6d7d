import type { Composed } from '../content.ts';
import { saidTexts } from '../content-texts.ts';
import type { Content } from '../draft.ts';
import type { EventFact } from '../event.ts';
import type { PrintedNews } from '../form-8k/items.ts';
import type { Telling } from '../standing-acts.ts';
import type { DraftEdits } from './desk-edits.ts';
import { type LiveWording, type Place, placesOf, underOwnDateline, wordedContent } from './places.ts';
import { type BorneDays, shownDay } from './release-day.ts';
import { isSameText, withoutAnnouncing } from './reported-text.ts';
import { shownFacts, shownNotes } from './shown.ts';
import { editedWording } from './wording.ts';

/** The news paragraph by paragraph as it is printed, and as the Form 8-K takes it over. */
const printedNews = (
  { told, announcing }: Composed,
  places: readonly Place[],
  live: LiveWording,
): PrintedNews[] =>
  told.map((acts, index) => {
    const place = `news.${index}`;
    const composed = places.find((one) => one.place === place)?.text ?? [];
    const text = live.get(place) ?? composed;
    return {
      acts,
      text,
      reported: index === 0 ? withoutAnnouncing(text, announcing) : text,
      edited: live.has(place) && !isSameText(text, composed),
    };
  });

/**
 * A release as editors have left it: what they wrote in place of what is composed, where that still is what they wrote it
 * for, and what the draft says of it.
 */
export const editedRelease = (
  composed: Composed,
  standing: readonly EventFact[],
  tellings: readonly Telling[],
  days: BorneDays,
): {
  content: Content;
  edits: DraftEdits;
  live: LiveWording;
  printed: PrintedNews[];
  /** What the news says but for the dateline, as it is printed and as it was composed. */
  said: Record<'printed' | 'composed', string[]>;
} => {
  const places = placesOf(composed.content, composed.dateline);
  const { live, wording } = editedWording(standing, places);
  const day = shownDay(standing, days);
  const worded = (words: LiveWording): Content => wordedContent(composed.content, composed.dateline, words);
  const saidIn = (content: Content): string[] => saidTexts(content, composed.writtenDateline);
  return {
    content: worded(live),
    edits: {
      places,
      wording,
      facts: shownFacts(standing, tellings),
      ...(day !== undefined && { day }),
      notes: shownNotes(standing),
    },
    live,
    printed: printedNews(composed, places, live),
    said: { printed: saidIn(worded(underOwnDateline(live))), composed: saidIn(composed.content) },
  };
};
