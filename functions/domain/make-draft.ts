import { shownDates } from './act-dates.ts';
import { evidenceFor } from './act-evidence.ts';
import { checkDraft } from './checks.ts';
import type { Company } from './company.ts';
import { withDistinctNames } from './compose/distinct-names.ts';
import type { SentAct } from './compose/narrator.ts';
import { markOtherActs } from './compose/other-acts.ts';
import { composeContent } from './content.ts';
import { localDateOf } from './dates.ts';
import { givenWords } from './desk-edits/facts.ts';
import { editedRelease } from './desk-edits/release.ts';
import { borneDays, releaseDays } from './desk-edits/release-day.ts';
import { changersOf } from './desk-edits/shown.ts';
import { type Draft, seal } from './draft.ts';
import { editChecks } from './edit-checks.ts';
import type { EventFact } from './event.ts';
import { htmlExhibit, textExhibit } from './exhibit.ts';
import type { Decision } from './facts.ts';
import { disclosureOf, timedReports } from './filing/disclosure.ts';
import { overdueChecks } from './filing/overdue.ts';
import { reportedItems } from './filing/reported-items.ts';
import { formEightK } from './form-8k.ts';
import { type MergedAct, mergeActs } from './merge-acts.ts';
import { applyPolicy } from './policy.ts';
import { isFollowUp } from './release.ts';
import { scheduleOf } from './schedule.ts';
import { eventName, standingActs } from './standing-acts.ts';
import { type Templates, templatesOf } from './templates.ts';
import type { Elsewhere } from './told-elsewhere.ts';
import { unknownReplaced } from './unknown-replaced.ts';
import { unusedFacts } from './unused-facts.ts';
import { wireTexts } from './wire-text.ts';

/**
 * An act as the release tells it: the day of the decision is printed where the act names it, not only its event, but for a
 * conclusion on financial statements, whose sentence wants the day.
 */
const asTold = (merged: MergedAct, mapped: ReadonlySet<string>): SentAct => {
  const isThin = merged.tellings.every(({ event }) => mapped.has(event));
  const sent: SentAct = { ...merged, ...(isThin && { isThin }) };
  return sent.act.kind === 'statement' ||
    sent.act.kind === 'restatement' ||
    merged.tellings.some(({ namesDecision }) => namesDecision)
    ? sent
    : { ...sent, act: { ...sent.act, decided: undefined } };
};

/**
 * Makes version `number` of a release's draft from all its events, or nothing where every act has been taken back.
 * The same events, profile, templates and time make the same draft to the byte.
 */
export const makeDraft = (
  input: {
    company: Company;
    release: string;
    number: number;
    events: readonly EventFact[];
    /** What other releases announce of it. */
    elsewhere?: readonly Elsewhere[];
    /** Decisions on the draft before it that hold for it. */
    carried?: readonly Decision[];
    now: Date;
  },
  shared: Templates,
): Draft | undefined => {
  const templates = templatesOf(shared, input.company.id);
  const { company, release, number, events, elsewhere = [], carried = [], now } = input;
  const { events: standing, tellings, retractions } = standingActs(events);
  if (tellings.length === 0) return undefined;
  const acts = mergeActs(tellings);
  const kept = new Set(tellings.map(({ event }) => event));
  const touched = new Set(retractions.flatMap(({ met }) => met.map(({ event }) => event)));
  // A headline may name what was taken back; a day is good as long as anything of its event stands.
  const isWhole = (event: EventFact): boolean => !touched.has(eventName(event));
  const speaks = (event: EventFact): boolean => isWhole(event) || kept.has(eventName(event));
  const speaking = standing.filter(speaks);
  const announceDates = releaseDays(speaking);
  const draftedOn = localDateOf(now, company.timeZone);
  const days = borneDays(speaking, draftedOn);
  const { announced } = days;
  const lastOf = <K extends 'headline' | 'subheads' | 'lead'>(name: K): EventFact['data'][K] =>
    standing.findLast((event) => event.data[name] !== undefined && isWhole(event))?.data[name];
  const mapped = new Set(events.filter(({ mapping }) => mapping !== undefined).map(eventName));
  const announcement = {
    company,
    acts: withDistinctNames(markOtherActs(acts.map((act) => asTold(act, mapped)))),
    announced,
    headline: lastOf('headline'),
    subheads: lastOf('subheads'),
    leading: lastOf('lead'),
    words: givenWords(standing),
  };
  const composed = composeContent(announcement, templates);
  const { missing } = composed;
  const { content, edits, live, printed, said } = editedRelease(composed, standing, tellings, days);
  const text = textExhibit(content, templates);
  const html = htmlExhibit(content, templates);
  const reports = timedReports({ company, announced }, reportedItems({ company, acts, announced }));
  const disclosure = disclosureOf({ company, announced }, reports, now);
  const schedule = scheduleOf(company, disclosure, now);
  // Who was named is recused though it was taken back, as the draft says that, and in every version that events told.
  const who = applyPolicy(
    company,
    {
      acts: [...tellings, ...retractions.flatMap(({ met }) => met)].map(({ act }) => act),
      retracts: retractions,
    },
    { now, expiresAt: schedule.expiresAt, changedBy: changersOf(edits, standing, company) },
  );
  const dates = shownDates(acts, announced);
  return seal({
    release,
    draft: number,
    company: company.id,
    createdAt: now.toISOString(),
    announced,
    events: events.map(eventName).sort(),
    content,
    text,
    html,
    wires: wireTexts(announcement, templates, live),
    form8k: formEightK(announcement, reports, number, templates, printed),
    missing,
    edits,
    unused: unusedFacts(acts, said.printed, said.composed),
    disclosure,
    checks: [
      ...checkDraft({
        company,
        acts,
        retractions,
        dates,
        content,
        text,
        html,
        missing,
        who,
        announceDates,
        elsewhere,
        unknownReplaced: unknownReplaced(events, standing),
        isFollowUp: isFollowUp(release),
        announced,
        draftedOn,
      }),
      ...editChecks({ company, edits, acts, content, announced, printed, reported: reports, who }),
      ...overdueChecks(disclosure, now),
    ],
    dates,
    evidence: acts.flatMap(evidenceFor),
    ...who,
    carried: [...carried],
    ...schedule,
  });
};
