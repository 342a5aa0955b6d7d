import { type Company, withoutSubheads } from './company.ts';
import type { Announcement } from './compose/announcement.ts';
import { missingFacts } from './compose/narrator.ts';
import { longDate } from './dates.ts';
import type { TimedReport } from './filing/disclosure.ts';
import type { Reported } from './filing/reported-items.ts';
import { coverView, signatureView } from './form-8k/cover.ts';
import { itemViews, type PrintedNews } from './form-8k/items.ts';
import { hasItems } from './form-8k/report-date.ts';
import { patternOf } from './lints/wording.ts';
import { nameInForce } from './name-in-force.ts';
import { renderHtml, type Templates, type View } from './templates.ts';

/** The short name where senders' own words in the items have it: a report names the company in full, and must say who that is. */
const shortNameView = ({ name, shortName }: Company, reported: readonly Reported[]): View | null => {
  const words = JSON.stringify(reported.map(({ sent }) => sent.act)).replaceAll(name, '');
  return shortName !== name && new RegExp(`\\b${patternOf(shortName)}\\b`).test(words)
    ? { shortName, company: name }
    : null;
};

/**
 * Drafts the Form 8-K that a release may go with, as HTML that EDGAR takes: cover, items, exhibits, signature. It is a
 * draft for counsel; what it lacks is marked. A release from before the items of today has none (Release 33-8400). What is
 * `found` knows all that events say of the acts; the sentences say only what the announcement does, and paragraphs that
 * editors wrote stand in place of the sentences of the acts that they tell.
 */
export const formEightK = (
  { company, acts, announced, words }: Announcement,
  found: readonly TimedReport[],
  draft: number,
  templates: Templates,
  printed: readonly PrintedNews[] = [],
): string => {
  const today = hasItems(announced);
  const reported = today ? found : [];
  // Within a report the company goes by its full name, and nothing stands under a headline.
  const narrator = {
    company: { ...withoutSubheads(company), shortName: company.name },
    announced,
    lead: false,
    need: missingFacts(words).need,
  };
  const renamed = acts.map(({ act }) => nameInForce(act, announced)).find((change) => change !== undefined);
  return renderHtml(templates, 'release/form8-k.htm', {
    draft,
    cover: { ...coverView(company, reported, announced, renamed), today },
    beforeItems: today ? null : { company: company.name, date: longDate(announced) },
    shortName: today ? shortNameView(company, reported) : null,
    items: today ? itemViews(reported, { acts, printed }, narrator, templates) : [],
    signature: signatureView(company, renamed),
  });
};
