import { type Company, withoutSubheads } from './company.ts';
import type { Announcement } from './compose/announcement.ts';
import { missingFacts, type Narrator, type SentAct } from './compose/narrator.ts';
import { type NewsBlock, newsBlocks } from './compose/news-blocks.ts';
import { kindsOfHeadline } from './compose/paragraph-kinds.ts';
import { headline, headlineKind, renderLead, subheads } from './compose/paragraphs.ts';
import { markSettled } from './compose/settled-notices.ts';
import { pairForHeadline, pairSuccessions } from './compose/succession.ts';
import { apDate, longDate } from './dates.ts';
import type { Block, Content, MissingFact, Section } from './draft.ts';
import type { SectionName } from './house-styles.ts';
import { placesText } from './regions.ts';
import { renderLine, type Templates, type View } from './templates.ts';

/** What a style writes before the news: where, when and who. */
const datelineView = ({ company, announced }: Announcement): View & { dateline: string; joined: boolean } => {
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

/** A release as it is composed, before anybody has edited it. */
export interface Composed {
  content: Content;
  /** What stands before the first sentence of the news, with the space after it; empty where a template sets it otherwise. */
  dateline: string;
  /** The dateline as the style writes it, wherever a template sets it. */
  writtenDateline: string;
  /** What stands between the dateline and the first sentence of the news: `X (NYSE: Y) today announced that `; empty where nothing is announced so. */
  announcing: string;
  /** The acts that each block of the news tells, in the order of its blocks. */
  told: (readonly SentAct[])[];
  missing: MissingFact[];
}

const announcingIn = (lead: string, dateline: string, sentence: string | null): string => {
  if (sentence === null || !lead.endsWith(sentence)) return '';
  return lead.slice(lead.startsWith(dateline) ? dateline.length : 0, -sentence.length);
};

/** Says in order what a release of these acts says, and which facts nobody sent. Every sentence comes from a template. */
export const composeContent = (sent: Announcement, templates: Templates): Composed => {
  // A departure that an event wants to lead is not told in passing.
  const isApart = sent.leading === 'officer-departure';
  const acts = markSettled(isApart ? sent.acts : pairSuccessions(sent.acts));
  const inHeadline = isApart ? sent.acts : pairForHeadline(sent.acts);
  const company = sent.subheads === undefined ? sent.company : withoutSubheads(sent.company);
  const announcement = { ...sent, company, acts };
  const { announced } = announcement;
  const { house } = company;
  const { missing, need } = missingFacts(sent.words);
  const narrator: Narrator = { company, announced, lead: false, need };
  // What a headline that was sent is about is not known.
  const leads = sent.headline === undefined || sent.leading !== undefined;
  const kind = leads ? headlineKind(inHeadline, sent.leading) : undefined;
  const headlined = kindsOfHeadline(kind, inHeadline);
  const [first, ...others] = newsBlocks(announcement, headlined, narrator, templates);
  const onlyStatements = acts.every(({ act }) => act.kind === 'statement');
  const opening = datelineView(announcement);
  const sentence = onlyStatements || typeof first?.block !== 'string' ? null : first.block;
  const lead = renderLead(templates, { ...opening, sentence });
  const blocks: NewsBlock[] = [
    { block: lead, acts: (sentence !== null && first?.acts) || [] },
    ...(onlyStatements && first !== undefined ? [first] : []),
    ...others,
  ];
  const news = blocks.map(({ block }) => block);
  const dateline = `${opening.dateline}${opening.joined ? '' : ' '}`;
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
  return {
    content,
    dateline: lead.startsWith(dateline) ? dateline : '',
    writtenDateline: opening.dateline,
    announcing: announcingIn(lead, dateline, sentence),
    told: blocks.map(({ acts: some }) => some),
    missing,
  };
};
