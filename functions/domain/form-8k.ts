import { withoutSubheads } from './company.ts';
import type { Announcement } from './compose/announcement.ts';
import { missingFacts } from './compose/narrator.ts';
import { longDate } from './dates.ts';
import type { Reported } from './filing/reported-items.ts';
import { coverView, signatureView } from './form-8k/cover.ts';
import { itemViews } from './form-8k/items.ts';
import { hasItems } from './form-8k/report-date.ts';
import { renderHtml, type Templates } from './templates.ts';

/**
 * Drafts the Form 8-K that a release may go with, as HTML that EDGAR takes: cover, items, exhibits, signature. It is a
 * draft for counsel; what it lacks is marked. A release from before the items of today has none (Release 33-8400). What is
 * `found` knows all that events say of the acts; the sentences say only what the announcement does.
 */
export const formEightK = (
  { company, acts, announced }: Announcement,
  found: readonly Reported[],
  draft: number,
  templates: Templates,
): string => {
  const today = hasItems(announced);
  const reported = today ? found : [];
  // Within a report the company goes by its full name, and nothing stands under a headline.
  const narrator = {
    company: { ...withoutSubheads(company), shortName: company.name },
    announced,
    lead: false,
    need: missingFacts().need,
  };
  return renderHtml(templates, 'release/form8-k.htm', {
    draft,
    cover: { ...coverView(company, reported, announced), today },
    beforeItems: today ? null : { company: company.name, date: longDate(announced) },
    items: today ? itemViews(reported, acts, narrator, templates) : [],
    signature: signatureView(company),
  });
};
