import { actWords } from '../act-words.ts';
import { warning } from '../check.ts';
import type { SentAct } from '../compose/narrator.ts';
import type { Check } from '../draft.ts';
import type { Reported } from '../filing/reported-items.ts';
import type { PrintedNews } from '../form-8k/items.ts';
import { personOf } from '../persons.ts';
import { unusedFacts } from '../unused-facts.ts';
import type { EditedNews } from './edited-news.ts';
import { actMark } from './facts.ts';

const markOf = ({ event, index = 0 }: Pick<SentAct, 'event' | 'index'>): string => actMark(event, index);

/** The acts of a paragraph, with the departures that sentences on successors tell too; quotations have remarks of their own. */
const toldIn = ({ acts }: Pick<PrintedNews, 'acts'>): SentAct[] =>
  acts
    .flatMap((sent) => (sent.departure === undefined ? [sent] : [sent, sent.departure]))
    .filter(({ act }) => act.kind !== 'statement');

/** How many facts of an act stand in texts; somebody's life is no part of what they take up or leave. */
const factsSaid = (sent: SentAct, texts: readonly string[]): number => {
  const unsaid = (some: readonly string[]): number =>
    unusedFacts([sent], some).filter(({ fact }) => !/\b(?:biography|degrees)\b/.test(fact)).length;
  return unsaid([]) - unsaid(texts);
};

/** The news as it is printed, what of it editors wrote, and what its tables say. */
interface News {
  edited: readonly EditedNews[];
  printed: readonly PrintedNews[];
  tables: readonly string[];
}

/** Whether an act is told still: its paragraphs keep half of its facts, or of one without facts there is a paragraph still. */
const isTold = (sent: SentAct, { edited, printed, tables }: News): boolean => {
  const tells = (one: Pick<PrintedNews, 'acts'>): boolean =>
    toldIn(one).some((other) => markOf(other) === markOf(sent));
  const unedited = printed.filter((one) => !one.edited && tells(one));
  const before = factsSaid(
    sent,
    edited.filter(tells).flatMap(({ composed }) => composed),
  );
  if (before === 0) return [...unedited, ...edited.filter(tells)].some(({ text }) => text.length > 0);
  // Whoever takes a sentence out of one paragraph may have put it into another.
  const texts = [...tables, ...[...unedited, ...edited].flatMap(({ text }) => text)];
  return factsSaid(sent, texts) * 2 >= before;
};

const itemsOf = (sent: SentAct, reported: readonly Reported[]): string => {
  const items = new Set(
    reported.filter((found) => markOf(found.sent) === markOf(sent)).map(({ item }) => `Item ${item}`),
  );
  return items.size === 0 ? '' : ` The Form 8-K still reports it under ${[...items].join(' and ')}.`;
};

/**
 * Remarks on acts of the events that the news may tell no longer, because an editor left their paragraph out or rewrote it: which
 * act, whose edit, and the items of Form 8-K that stand for it all the same. What a rewritten paragraph tells is judged by the
 * act's facts, and so a remark may be wrong; it keeps nothing from being approved.
 */
export const untoldRemarks = (
  news: News,
  reported: readonly Reported[],
  nameOf: (by: string) => string,
): Check[] =>
  news.edited.flatMap((paragraph) =>
    toldIn(paragraph)
      .filter((sent) => !isTold(sent, news))
      .map((sent) => {
        const { by, text, where } = paragraph;
        const [tells, did] =
          text.length === 0 ? ['no longer tells', 'left out'] : ['may no longer tell', 'rewrote'];
        const what = actWords(sent.act.kind, personOf(sent.act)?.name);
        return warning(
          'act-untold',
          `The news ${tells} of ${what}: ${nameOf(by)} ${did} ${where}.${itemsOf(sent, reported)}`,
        );
      }),
  );
