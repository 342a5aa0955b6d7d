import { checkActs } from './act-checks.ts';
import { actWords } from './act-words.ts';
import { error, warning } from './check.ts';
import type { Company } from './company.ts';
import { consistencyChecks } from './consistency/consistency-checks.ts';
import { newsTexts } from './content-texts.ts';
import { longDate } from './dates.ts';
import type { Check, Content, Draft, MissingFact, ShownDate } from './draft.ts';
import { editorialChecks } from './editorial-checks.ts';
import type { MergedAct } from './merge-acts.ts';
import { accentedWords, codePoints, hiddenCharacters, isCrowded, lookalikeWords } from './odd-characters.ts';
import { standInChecks } from './stand-in-checks.ts';
import type { Retraction } from './standing-acts.ts';
import type { Elsewhere } from './told-elsewhere.ts';

const missingFactChecks = (missing: readonly MissingFact[]): Check[] =>
  missing.map(({ fact, event }) => error('missing-fact', `To be confirmed: ${fact} (event ${event}).`));

const stringsOf = (content: Content): string[] => [
  ...newsTexts(content),
  ...content.sections.flatMap(({ lines }) => lines),
];

/** Letters with accents are written without them in the text exhibit; people should see that their name changes. */
const accentChecks = (content: Content): Check[] => {
  const words = stringsOf(content).flatMap(accentedWords);
  return [...new Set(words)].map((word) =>
    warning('accents', `"${word}" is written without accents in the text exhibit.`),
  );
};

/** What a reader would not notice: characters that are not to be seen, and words that look like others. */
const deceptionChecks = (content: Content): Check[] => {
  const texts = stringsOf(content);
  const hidden = [...new Set(texts.flatMap(hiddenCharacters))];
  const lookalikes = [...new Set(texts.flatMap(lookalikeWords))];
  return [
    ...(hidden.length > 0
      ? [
          error(
            'hidden-characters',
            `The text has characters that cannot be seen or that change its direction: ${hidden.join(', ')}.`,
          ),
        ]
      : []),
    ...lookalikes.map((word) =>
      warning('lookalike-letters', `"${word}" has letters that look like others: ${codePoints(word)}.`),
    ),
    ...(texts.some(isCrowded)
      ? [warning('crowded-marks', 'The text has letters under more marks than any language writes.')]
      : []),
  ];
};

const groupChecks = (groups: Draft['groups']): Check[] =>
  groups
    .filter(
      ({ approvers, needed, required }) =>
        approvers.length < needed || required.some((member) => !approvers.includes(member)),
    )
    .map(({ name, needed, approvers, required }) =>
      error(
        'group-out-of-reach',
        `${name} needs ${needed}${required.length > 0 ? `, with ${required.join(' and ')} among them` : ''}, and ${approvers.length} may decide: the others are recused, or have changed the draft. Change the policy, then send an event that makes a new draft.`,
      ),
    );

/** In a release that follows, what is corrected may stand in the one before; elsewhere the correction has missed. */
const replacedChecks = (names: readonly string[], follows: boolean): Check[] =>
  names.map((name) =>
    follows
      ? warning(
          'replaces-published',
          `Event ${name}, which is to be replaced, is not in this release; it may be published.`,
        )
      : error(
          'replaces-unknown',
          `Event ${name}, which is to be replaced, is not in this release. Send the correction under the same subject.`,
        ),
  );

/** One thing under two subjects would be announced twice. */
const elsewhereChecks = (elsewhere: readonly Elsewhere[]): Check[] =>
  elsewhere.map(({ kind, person, reference }) =>
    error(
      'told-elsewhere',
      `Another release tells of ${actWords(kind, person)} already${reference === undefined ? '' : `, reference ${reference}`}. Send what is new under its subject, and under this one an event that retracts it here.`,
    ),
  );

/** A release is published as soon as it is approved, and says "today": its day should be this one, and cannot be to come. */
const dayChecks = (announced: string, draftedOn: string): Check[] => {
  if (announced > draftedOn) {
    return [
      error(
        'day-to-come',
        `The release bears ${longDate(announced)}, which has not come, and is published as soon as it is approved. To publish it now, change the day on the edit page, or send an event whose announce is ${draftedOn}. To publish it then, send on that day an event that replaces one of these.`,
      ),
    ];
  }
  return announced < draftedOn
    ? [
        warning(
          'day-passed',
          `The release bears ${longDate(announced)}, and was drafted on ${longDate(draftedOn)}.`,
        ),
      ]
    : [];
};

/** Checks a draft before anyone is asked: errors keep it from being approved, warnings are for the approvers to weigh. */
export const checkDraft = (draft: {
  company: Company;
  acts: readonly MergedAct[];
  retractions: readonly Retraction[];
  dates: readonly ShownDate[];
  content: Content;
  text: string;
  html: string;
  missing: readonly MissingFact[];
  who: Pick<Draft, 'approvers' | 'groups' | 'delegations'>;
  announceDates: readonly string[];
  elsewhere: readonly Elsewhere[];
  unknownReplaced: readonly string[];
  isFollowUp: boolean;
  announced: string;
  draftedOn: string;
}): Check[] => [
  ...missingFactChecks(draft.missing),
  ...replacedChecks(draft.unknownReplaced, draft.isFollowUp),
  ...elsewhereChecks(draft.elsewhere),
  ...dayChecks(draft.announced, draft.draftedOn),
  ...checkActs(draft),
  ...consistencyChecks(draft),
  ...(draft.isFollowUp
    ? [warning('follows', 'An earlier release on this subject has been approved; this one follows it.')]
    : []),
  ...groupChecks(draft.who.groups),
  ...standInChecks(draft.who),
  ...editorialChecks(draft),
  ...deceptionChecks(draft.content),
  ...(draft.announceDates.length > 1
    ? [
        warning(
          'dates-differ',
          `Events name different days for the release: ${draft.announceDates.join(', ')}.`,
        ),
      ]
    : []),
  ...(draft.announceDates.length === 0
    ? [
        warning(
          'dated-by-draft',
          'No event names the day of the release; it bears the day on which it was drafted.',
        ),
      ]
    : []),
  ...accentChecks(draft.content),
];
