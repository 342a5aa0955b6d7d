import { type ActKind, actKind } from './acts.ts';
import { type Company, withoutSubheads } from './company.ts';
import { missingFacts, type Narrator, type SentAct } from './compose/narrator.ts';
import { biographies, headline, renderLead, sentences, subheads, tables } from './compose/paragraphs.ts';
import { placeStatements } from './compose/placed-statements.ts';
import { markSettled } from './compose/settled-notices.ts';
import { pairForHeadline, pairSuccessions } from './compose/succession.ts';
import { apDate, longDate } from './dates.ts';
import type { Block, Content, MissingFact, Section } from './draft.ts';
import type { SectionName } from './house-styles.ts';
import { placesText } from './regions.ts';
import { renderLine, type Templates, type View } from './templates.ts';

export interface Announcement {
  company: Company;
  /** In the order in which their events were decided; the house style orders the kinds. */
  acts: readonly SentAct[];
  /** The day that the release bears. */
  announced: string;
  /** The event's own headline, where it sent one. */
  headline: string | undefined;
  /** The event's own lines under the headline; none where it sent an empty list. */
  subheads: readonly string[] | undefined;
  /** The kind that leads, where an event named one. */
  leading: ActKind | undefined;
}

/** The kinds in the order of the house style, a list for each paragraph; what the release announces leads, never a quotation. */
const paragraphKinds = ({ company, acts, leading: named }: Announcement): ActKind[][] => {
  const sent = new Set(acts.map(({ act }) => act.kind));
  const ordered = company.house.paragraphs;
  const others = actKind.options.filter((kind) => !ordered.flat().includes(kind)).map((kind) => [kind]);
  const lists = [...ordered, ...others].map((kinds) => kinds.filter((kind) => sent.has(kind)));
  const leading = lists.findIndex((kinds) =>
    named !== undefined && sent.has(named)
      ? kinds.includes(named)
      : kinds.some((kind) => kind !== 'statement'),
  );
  const [lead = []] = lists.splice(Math.max(leading, 0), 1);
  return [lead, ...lists];
};

/** Kinds whose sentences are paragraphs of their own. */
const standsAlone = (kind: ActKind): boolean => kind === 'statement' || kind === 'other';

/** The paragraphs and tables of the acts; the first sentence goes on from the dateline, and statements stand alone. */
const newsOf = (announcement: Announcement, narrator: Narrator, templates: Templates): Block[] => {
  let lead = true;
  const { acts, following } = placeStatements(announcement.acts);
  const quoted: SentAct[] = [];
  /** Who is quoted again is not introduced again, wherever the first quotation stands. */
  const quote = (statements: readonly SentAct[]): string[] => {
    const [before, after] = [quoted, [...quoted, ...statements]].map((some) =>
      sentences('statement', some, narrator, templates),
    );
    quoted.push(...statements);
    return (after ?? []).slice(before?.length);
  };
  const told = paragraphKinds(announcement).flatMap((kinds) => {
    const together: string[] = [];
    const alone: Block[] = [];
    for (const kind of kinds) {
      const lines =
        kind === 'statement'
          ? quote(acts.filter(({ act }) => act.kind === kind))
          : sentences(kind, acts, { ...narrator, lead }, templates);
      if (standsAlone(kind)) alone.push(...lines);
      else together.push(...lines);
      alone.push(...tables(kind, acts, narrator));
      lead &&= kind === 'statement';
    }
    const quotations = quote(kinds.flatMap((kind) => following.get(kind) ?? []));
    return [...(together.length > 0 ? [together.join(' ')] : []), ...alone, ...quotations];
  });
  return [...told, ...biographies(announcement.acts, templates)];
};

/** What a style writes before the news: where, when and who. */
const datelineView = ({ company, announced }: Announcement): View & { dateline: string } => {
  const { house, listing, name } = company;
  const city = placesText(house.places, house.regions, house.cityInCapitals);
  const date = house.months === 'ap' ? apDate(announced) : longDate(announced);
  const dateline = renderLine(house.dateline, { city, date });
  return {
    dateline,
    // Dashes that follow a word without a space, as Business Wire has them, are followed by none.
    joined: /[^\s-]--$/.test(dateline),
    name,
    ticker: listing === undefined ? null : renderLine(house.ticker, { listing: listing.label }),
    announcement: house.announcement,
  };
};

const sectionOf = (
  name: SectionName,
  passage:
    | { heading?: string | undefined; paragraphs?: readonly Block[]; lines?: readonly string[] }
    | undefined,
): Section[] =>
  passage === undefined
    ? []
    : [
        {
          name,
          ...(passage.heading !== undefined && { heading: passage.heading }),
          blocks: [...(passage.paragraphs ?? [])],
          lines: [...(passage.lines ?? [])],
        },
      ];

const sectionsOf = (names: readonly SectionName[], company: Company, news: readonly Block[]): Section[] => {
  const parts = {
    headline: undefined,
    news: { paragraphs: news },
    boilerplate: company.boilerplate,
    'safe-harbor': company.safeHarbor,
    notice: company.notice,
    contact: company.contact,
  };
  return names.flatMap((name) => sectionOf(name, parts[name]));
};

/**
 * Says in order what a release of these acts says, and which facts nobody sent. Every sentence comes from a template.
 * What is `said` is all of its news but for the dateline, which says nothing of any act.
 */
export const composeContent = (
  sent: Announcement,
  templates: Templates,
): { content: Content; missing: MissingFact[]; said: string[] } => {
  // A departure that an event wants to lead is not told in passing.
  const isApart = sent.leading === 'officer-departure';
  const acts = markSettled(isApart ? sent.acts : pairSuccessions(sent.acts));
  const inHeadline = isApart ? sent.acts : pairForHeadline(sent.acts);
  const company = sent.subheads === undefined ? sent.company : withoutSubheads(sent.company);
  const announcement = { ...sent, company, acts };
  const { announced } = announcement;
  const { house } = company;
  const { missing, need } = missingFacts();
  const narrator: Narrator = { company, announced, lead: false, need };
  const [first, ...others] = newsOf(announcement, narrator, templates);
  const onlyStatements = acts.every(({ act }) => act.kind === 'statement');
  const opening = datelineView(announcement);
  const lead = renderLead(templates, {
    ...opening,
    sentence: onlyStatements || typeof first !== 'string' ? null : first,
  });
  const news = [lead, ...(onlyStatements && first !== undefined ? [first] : []), ...others];
  const split = house.sections.indexOf('headline');
  const content: Content = {
    exhibitLabel: house.exhibitLabel,
    ...(house.releaseLine !== undefined && {
      releaseLine: renderLine(house.releaseLine, { date: longDate(announced) }),
    }),
    above: sectionsOf(house.sections.slice(0, split), company, news),
    headline: announcement.headline ?? headline(inHeadline, narrator, templates, announcement.leading),
    subheads: [...(announcement.subheads ?? subheads(acts, narrator, templates))],
    sections: sectionsOf(house.sections.slice(split), company, news),
    ...(house.endMark !== undefined && { endMark: renderLine(house.endMark, { name: company.name }) }),
    pageLine: house.pageLine,
  };
  const said = newsTexts(content).map((text) => text.replaceAll(opening.dateline, ' '));
  return { content, missing, said };
};

/** Every piece of text of a release, in order, without what the profile alone says. */
export const newsTexts = ({ headline, subheads, above, sections }: Content): string[] => [
  headline,
  ...subheads,
  ...[...above, ...sections]
    .filter(({ name }) => name === 'news')
    .flatMap(({ blocks }) => blocks.flatMap(textsOfBlock)),
];

/** The pieces of text in a paragraph or a table. */
export const textsOfBlock = (block: Block): string[] =>
  typeof block === 'string'
    ? [block]
    : [...(block.caption === undefined ? [] : [block.caption]), ...block.columns, ...block.rows.flat()];
