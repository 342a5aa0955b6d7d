import { actWords } from '../act-words.ts';
import { type ActKind, actKind } from '../acts.ts';
import { opening } from '../compose/clauses.ts';
import type { Narrator, SentAct } from '../compose/narrator.ts';
import { biographyOf, sentences, tables } from '../compose/paragraphs.ts';
import { longDate } from '../dates.ts';
import { actMark } from '../desk-edits/facts.ts';
import type { Block } from '../draft.ts';
import { htmlSection } from '../exhibit.ts';
import type { TimedReport } from '../filing/disclosure.ts';
import type { FormItem } from '../filing/form-item.ts';
import { itemNumber, itemTitle } from '../filing/item-titles.ts';
import { personOf } from '../persons.ts';
import type { Templates, View } from '../templates.ts';
import { askedExhibitViews } from './exhibits.ts';

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** A paragraph of the news as the release prints it, and as a report has it; the acts that it tells, and whether editors changed its words. */
export interface PrintedNews {
  acts: readonly SentAct[];
  text: readonly string[];
  reported: readonly string[];
  edited: boolean;
}

/** The acts of a release, and its news as it is printed. */
interface News {
  acts: readonly SentAct[];
  printed: readonly PrintedNews[];
}

const markOf = ({ event, index = 0 }: SentAct): string => actMark(event, index);

/** An act and the departure that its sentence tells too. */
const marksOf = (sent: SentAct): string[] => [
  markOf(sent),
  ...(sent.departure ? [markOf(sent.departure)] : []),
];

const tells = ({ acts }: PrintedNews, sent: SentAct): boolean => acts.flatMap(marksOf).includes(markOf(sent));

/** The kinds of these acts, in the order in which a release tells them. */
const kindsOf = (acts: readonly SentAct[]): ActKind[] => {
  const kinds = new Set(acts.map(({ act }) => act.kind));
  return actKind.options.filter((kind) => kinds.has(kind));
};

const composed = (acts: readonly SentAct[], narrator: Narrator, templates: Templates): Block[] => [
  ...kindsOf(acts).flatMap((kind) => [
    ...sentences(kind, acts, narrator, templates),
    ...tables(kind, acts, narrator),
  ]),
  ...acts.flatMap((sent) => biographyOf(sent, templates)),
];

/** The acts as the release tells them: those of which editors wrote something by its paragraphs, the others by their sentences. */
const tell = ({ acts, printed }: News, narrator: Narrator, templates: Templates): Block[] => {
  const isEdited = (sent: SentAct): boolean => printed.some((one) => one.edited && tells(one, sent));
  const edited = acts.filter(isEdited);
  const own = printed.filter((one) => edited.some((sent) => tells(one, sent)));
  return [
    ...own.flatMap(({ reported }) => reported),
    ...kindsOf(edited).flatMap((kind) => tables(kind, edited, narrator)),
    ...composed(
      acts.filter((sent) => !isEdited(sent)),
      narrator,
      templates,
    ),
  ];
};

/** Begins the text of a paragraph of an item with its letter, as in `(b) Jane Roe has resigned.` */
const lettered = (item: FormItem, [first, ...others]: readonly Block[]): Block[] => {
  const letter = item.slice(itemNumber(item).length);
  if (first === undefined) return [];
  return [letter !== '' && typeof first === 'string' ? `${letter} ${first}` : first, ...others];
};

const nameIn = ({ act }: SentAct): string | undefined =>
  act.kind === 'auditor-change' ? act.firm : personOf(act)?.name;

/** Whom or what a fact is about: the name where one act of the item has it, else the act; nothing where it is the only one. */
const subjectOf = (sent: SentAct, told: readonly SentAct[]): string | null => {
  const { act } = sent;
  const name = nameIn(sent);
  const isOnly = name !== undefined && told.filter((other) => nameIn(other) === name).length === 1;
  if (isOnly || told.length === 1) return name ?? null;
  return opening(actWords(act.kind, name), false);
};

/** What an item asks for beyond what the release says: the day of each event, when its report is due, and what nobody sent. */
const factViews = (reported: readonly TimedReport[], told: readonly SentAct[]): View[] =>
  distinct(
    reported.flatMap(({ sent, day, due, missing }): View[] => {
      const subject = subjectOf(sent, told);
      return [
        ...(day === undefined
          ? []
          : [{ subject, day: longDate(day), due: due ? longDate(due.day) : null, missing: null }]),
        ...missing.map((fact) => ({ subject, day: null, due: null, missing: fact })),
      ];
    }),
  );

const partView = (
  item: FormItem,
  reported: readonly TimedReport[],
  { acts, printed }: News,
  narrator: Narrator,
  templates: Templates,
): View => {
  const indexes = new Set(reported.map(({ index }) => index));
  const told = acts.filter((_, index) => indexes.has(index));
  const blocks = lettered(item, tell({ acts: told, printed }, narrator, templates));
  return {
    doubts: distinct(reported.filter(({ certain }) => !certain).map(({ why }) => ({ item, why }))),
    text: htmlSection({ name: 'news', blocks, lines: [] }),
    facts: factViews(reported, told),
  };
};

/** The items that stand in every report on a release: what it furnishes, and its exhibits. */
const always = ['7.01', '9.01'] as const;

/** The view of the items of a Form 8-K, in order of number, each with the acts that come under it as the release tells them. */
export const itemViews = (
  reported: readonly TimedReport[],
  news: News,
  narrator: Narrator,
  templates: Templates,
): View[] => {
  const parts = Map.groupBy(reported, ({ item }) => item);
  const numbers = Map.groupBy([...new Set([...parts.keys(), ...always])].sort(), itemNumber);
  const release = { company: narrator.company.name, date: longDate(narrator.announced) };
  return [...numbers].map(([number, items]) => ({
    number,
    title: items.map(itemTitle)[0] ?? '',
    parts: items.map((item) => partView(item, parts.get(item) ?? [], news, narrator, templates)),
    release: number === '7.01' ? { ...release, results: numbers.has('2.02') } : null,
    exhibits: number === '9.01' ? { ...release, asked: askedExhibitViews(reported) } : null,
  }));
};
