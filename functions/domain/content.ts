import { type ActKind, actKind } from './acts.ts';
import type { Company } from './company.ts';
import { missingFacts, type Narrator, type SentAct } from './compose/narrator.ts';
import { headline, renderLead, sentences, subheads } from './compose/paragraphs.ts';
import { longDate } from './dates.ts';
import type { Content, MissingFact } from './draft.ts';
import { renderLine, type Templates } from './templates.ts';

export interface Announcement {
  company: Company;
  /** In the order in which their events were decided; the house style orders the kinds. */
  acts: readonly SentAct[];
  /** The day that the release bears. */
  announced: string;
  /** The event's own headline, where it sent one. */
  headline: string | undefined;
}

/** The kinds in the order of the house style, a list for each paragraph; what the release announces leads, never a quotation. */
const paragraphKinds = ({ company, acts }: Announcement): ActKind[][] => {
  const sent = new Set(acts.map(({ act }) => act.kind));
  const named = company.house.paragraphs;
  const unnamed = actKind.options.filter((kind) => !named.flat().includes(kind)).map((kind) => [kind]);
  const lists = [...named, ...unnamed].map((kinds) => kinds.filter((kind) => sent.has(kind)));
  const leading = lists.findIndex((kinds) => kinds.some((kind) => kind !== 'statement'));
  const [lead = []] = lists.splice(Math.max(leading, 0), 1);
  return [lead, ...lists];
};

/** The paragraphs of the acts; the first sentence goes on from the dateline, and statements stand alone. */
const paragraphsOf = (announcement: Announcement, narrator: Narrator, templates: Templates): string[] => {
  let lead = true;
  return paragraphKinds(announcement).flatMap((kinds) => {
    const block: string[] = [];
    const alone: string[] = [];
    for (const kind of kinds) {
      const told = sentences(kind, announcement.acts, { ...narrator, lead }, templates);
      (kind === 'statement' ? alone : block).push(...told);
      lead &&= kind === 'statement';
    }
    return [...(block.length > 0 ? [block.join(' ')] : []), ...alone];
  });
};

/** Says in order what a release of these acts says, and which facts nobody sent. Every sentence comes from a template. */
export const composeContent = (
  announcement: Announcement,
  templates: Templates,
): { content: Content; missing: MissingFact[] } => {
  const { company, acts, announced } = announcement;
  const { house } = company;
  const { missing, need } = missingFacts();
  const narrator: Narrator = { company, announced, lead: false, need };
  const date = longDate(announced);
  const paragraphs = paragraphsOf(announcement, narrator, templates);
  const onlyStatements = acts.every(({ act }) => act.kind === 'statement');
  const lead = renderLead(templates, {
    dateline: renderLine(house.dateline, { city: house.city, date }),
    name: company.name,
    listing: company.listing.label,
    announcement: house.announcement,
    sentence: onlyStatements ? null : (paragraphs[0] ?? null),
  });
  const content: Content = {
    exhibitLabel: house.exhibitLabel,
    ...(house.releaseLine !== undefined && { releaseLine: renderLine(house.releaseLine, { date }) }),
    headline: announcement.headline ?? headline(acts, narrator, templates),
    subheads: subheads(acts, narrator, templates),
    paragraphs: [lead, ...(onlyStatements ? paragraphs : paragraphs.slice(1))],
    boilerplate: company.boilerplate,
    safeHarbor: company.safeHarbor,
    contact: company.contact,
    ...(house.endMark !== undefined && { endMark: house.endMark }),
    pageLine: house.pageLine,
  };
  return { content, missing };
};
