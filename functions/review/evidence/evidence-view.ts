import type { EvidenceFile } from '../../domain/evidence/evidence-file.ts';
import { readSaid } from '../../domain/evidence/read-said.ts';
import { verifyEvidence } from '../../domain/evidence/verify-evidence.ts';
import type { Gate } from '../../domain/facts.ts';
import type { View } from '../../domain/templates.ts';
import { looksAutomated, visitKinds } from '../../domain/visits.ts';
import { flags } from '../problems.ts';
import { digestParts, draftView, publishedView, type Told, timeIn } from './draft-view.ts';
import { type Profile, personOf } from './names.ts';

/** Where a page is shown: the paths of the link that it stands below; null in a file. */
export interface Place {
  back: string;
  file: string;
  /** Null where the link only reads. */
  notMe: string | null;
}

const gates = ['frozen', 'thawed', 'published'] as const satisfies readonly Gate['gate'][];

const gateViews = ({ said, profile }: Told): View[] =>
  said.gates
    .toSorted((a, b) => a.step - b.step)
    .map(({ gate }) => ({
      ...flags(gates, gate.gate),
      at: timeIn(profile)(gate.at),
      who: 'by' in gate ? personOf(said, profile, gate.by).who : null,
    }));

/** What came by links and decided nothing, in the order of time. */
const visitViews = ({ said, profile }: Told): View[] =>
  said.visits
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((visit) => ({
      ...flags(visitKinds, visit.visit),
      who: personOf(said, profile, visit.reader).who,
      draft: visit.draft,
      at: timeIn(profile)(visit.at),
      family: visit.family ?? null,
      isAutomated: looksAutomated(visit),
    }));

const findingViews = (file: EvidenceFile): View[] =>
  verifyEvidence(file).map(({ claim, flaws }) => ({
    claim,
    holds: flaws.length === 0,
    flaws: flaws.map(({ what, key }) => ({ what, key: key ?? null })),
  }));

/** The view of templates/pages/evidence-page.mustache: all that is known of a release, for its owner. */
export const evidenceView = (file: EvidenceFile, profile: Profile, place: Place | null): View => {
  const told = { said: readSaid(file).said, profile };
  const drafts = [...told.said.drafts.values()].toSorted((a, b) => a.draft - b.draft);
  const findings = findingViews(file);
  const steps = gateViews(told);
  const visits = visitViews(told);
  return {
    company: profile.name,
    headline: drafts.at(-1)?.content.headline ?? null,
    reference: file.reference ?? null,
    release: file.release,
    madeAt: timeIn(profile)(file.madeAt),
    count: file.facts.length,
    head: digestParts(file.head),
    place: place === null ? null : { ...place },
    holds: findings.every(({ holds }) => holds),
    findings,
    published: publishedView(told),
    drafts: drafts.map((draft) => draftView(told, draft)),
    hasSteps: told.said.gates.some(({ gate }) => gate.gate === 'frozen'),
    steps,
    hasNotMe: told.said.notMe.length > 0,
    notMe: told.said.notMe.map(({ notMe: { by, at } }) => ({
      who: personOf(told.said, profile, by).who,
      at: timeIn(profile)(at),
    })),
    hasVisits: visits.length > 0,
    visits,
  };
};
