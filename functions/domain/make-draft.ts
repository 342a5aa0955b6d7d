import { checkDraft } from './checks.ts';
import type { Company } from './company.ts';
import type { SentAct } from './compose/narrator.ts';
import { composeContent, newsTexts } from './content.ts';
import { localDateOf } from './dates.ts';
import { type Draft, seal } from './draft.ts';
import type { EventFact } from './event.ts';
import { htmlExhibit, textExhibit } from './exhibit.ts';
import { disclosureOf } from './filing/disclosure.ts';
import { formEightK } from './form-8k.ts';
import { applyPolicy } from './policy.ts';
import { isFollowUp } from './release.ts';
import { type Templates, templatesOf } from './templates.ts';
import { unusedFacts } from './unused-facts.ts';
import { wireTexts } from './wire-text.ts';

/** An event's name in a release: `{source}~{id}`. */
export const eventName = ({ source, id }: Pick<EventFact, 'source' | 'id'>): string => `${source}~${id}`;

const byTime = (a: EventFact, b: EventFact): number =>
  Date.parse(a.time) - Date.parse(b.time) || (eventName(a) < eventName(b) ? -1 : 1);

/**
 * The events that stand, in the order of their time: those that a later event of the same source replaces are left
 * out, whatever the order in which they came.
 */
export const standingEvents = (events: readonly EventFact[]): EventFact[] => {
  const replaced = new Set(
    events.flatMap(({ source, id, data }) =>
      data.replaces.filter((other) => other !== id).map((other) => eventName({ source, id: other })),
    ),
  );
  return events.filter((event) => !replaced.has(eventName(event))).toSorted(byTime);
};

/** Whether these events leave anything to announce. */
export const hasStandingActs = (events: readonly EventFact[]): boolean =>
  standingEvents(events).some(({ data }) => data.acts.length > 0);

/** Ids that standing events say they replace and that the release has no event for: a correction that corrects nothing. */
const unknownReplaced = (events: readonly EventFact[], standing: readonly EventFact[]): string[] => {
  const known = new Set(events.map(eventName));
  return standing.flatMap(({ source, data }) =>
    data.replaces.map((id) => eventName({ source, id })).filter((name) => !known.has(name)),
  );
};

const hoursLater = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000);

/**
 * Makes version `number` of a release's draft from all its events, or nothing where every act has been taken back.
 * The same events, profile, templates and time make the same draft to the byte.
 */
export const makeDraft = (
  input: { company: Company; release: string; number: number; events: readonly EventFact[]; now: Date },
  shared: Templates,
): Draft | undefined => {
  const templates = templatesOf(shared, input.company.id);
  const { company, release, number, events, now } = input;
  const standing = standingEvents(events);
  const acts: SentAct[] = standing.flatMap((event) =>
    event.data.acts.map((act) => ({ act, event: eventName(event) })),
  );
  if (acts.length === 0) return undefined;
  const announceDates = [...new Set(standing.flatMap(({ data }) => data.announce ?? []))];
  const draftedOn = localDateOf(now, company.timeZone);
  const announced = announceDates.at(-1) ?? draftedOn;
  const headline = standing.findLast(({ data }) => data.headline !== undefined)?.data.headline;
  const subheads = standing.findLast(({ data }) => data.subheads !== undefined)?.data.subheads;
  const leading = standing.findLast(({ data }) => data.lead !== undefined)?.data.lead;
  const announcement = { company, acts, announced, headline, subheads, leading };
  const { content, missing } = composeContent(announcement, templates);
  const text = textExhibit(content, templates);
  const html = htmlExhibit(content, templates);
  const { approvers, groups, ownerRecused } = applyPolicy(
    company,
    acts.map(({ act }) => act),
  );
  const decideBy = hoursLater(now, company.policy.decideWithinHours);
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
    wires: wireTexts(announcement, templates),
    form8k: formEightK(announcement, number, templates),
    missing,
    unused: unusedFacts(acts, newsTexts(content)),
    disclosure: disclosureOf({ company, acts, announced }, now),
    checks: checkDraft({
      company,
      acts,
      content,
      text,
      html,
      missing,
      groups,
      announceDates,
      unknownReplaced: unknownReplaced(events, standing),
      isFollowUp: isFollowUp(release),
      announced,
      draftedOn,
    }),
    approvers,
    groups,
    ownerRecused,
    decideBy: decideBy.toISOString(),
    remindAt: hoursLater(decideBy, -company.policy.remindBeforeHours).toISOString(),
  });
};
