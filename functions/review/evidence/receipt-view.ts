import type { EvidenceFile } from '../../domain/evidence/evidence-file.ts';
import { readSaid } from '../../domain/evidence/read-said.ts';
import type { View } from '../../domain/templates.ts';
import { digestParts, draftView, publishedView, timeIn } from './draft-view.ts';
import { type Profile, personOf } from './names.ts';

/** The view of templates/pages/receipt.mustache: what one approver was shown and decided, and what came of it. */
export const receiptView = (
  file: EvidenceFile,
  profile: Profile,
  reader: string,
  place: { back: string; notMe: string },
): View => {
  const { said } = readSaid(file);
  const told = { said, profile };
  const drafts = [...said.drafts.values()]
    .toSorted((a, b) => a.draft - b.draft)
    .map((draft) => draftView(told, draft, reader))
    .filter(({ hasSeen, hasDecisions }) => hasSeen === true || hasDecisions === true);
  return {
    company: profile.name,
    reference: file.reference ?? null,
    ...personOf(said, profile, reader),
    madeAt: timeIn(profile)(file.madeAt),
    count: file.facts.length,
    head: digestParts(file.head),
    hasDrafts: drafts.length > 0,
    drafts,
    published: publishedView(told),
    place,
  };
};
