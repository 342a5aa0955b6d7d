import { foreignCharacters } from './ascii.ts';
import type { SentAct } from './compose/narrator.ts';
import type { Check, Content, Draft, MissingFact } from './draft.ts';
import { columns } from './layout.ts';

const error = (id: string, message: string, line?: number): Check => ({
  id,
  severity: 'error',
  message,
  ...(line !== undefined && { line }),
});
const warning = (id: string, message: string): Check => ({ id, severity: 'warning', message });

const missingFactChecks = (missing: readonly MissingFact[]): Check[] =>
  missing.map(({ fact, event }) => error('missing-fact', `To be confirmed: ${fact} (event ${event}).`));

/** EDGAR's rules on characters and columns (Filer Manual 5.2.1), by line of the text exhibit. */
const textChecks = (text: string): Check[] =>
  text.split('\n').flatMap((line, index) => {
    const characters = foreignCharacters(line);
    return [
      ...(characters.length > 0
        ? [
            error(
              'edgar-characters',
              `EDGAR does not take these characters: ${characters.join(', ')}.`,
              index + 1,
            ),
          ]
        : []),
      ...(line.length > columns
        ? [error('edgar-columns', `The line has ${line.length} columns; EDGAR takes ${columns}.`, index + 1)]
        : []),
    ];
  });

const stringsOf = (content: Content): string[] => [
  content.headline,
  ...content.subheads,
  ...content.paragraphs,
  ...content.contact.lines,
];

/** Letters with accents are written without them in the text exhibit; people should see that their name changes. */
const accentChecks = (content: Content): Check[] => {
  const words = stringsOf(content).flatMap(
    (text) => text.match(/[\p{L}\p{M}'-]*[\u00C0-\u024F][\p{L}\p{M}'-]*/gu) ?? [],
  );
  return [...new Set(words)].map((word) =>
    warning('accents', `"${word}" is written without accents in the text exhibit.`),
  );
};

/** A bidirectional or invisible character can make a text read otherwise than it is. */
const hidden =
  /\p{Variation_Selector}|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

const hiddenChecks = (content: Content): Check[] =>
  stringsOf(content).some((text) => hidden.test(text))
    ? [
        error(
          'hidden-characters',
          'The text has characters that cannot be seen or that change its direction.',
        ),
      ]
    : [];

const groupChecks = (groups: Draft['groups']): Check[] =>
  groups
    .filter(({ approvers, needed }) => approvers.length < needed)
    .map(({ name, needed, approvers }) =>
      error(
        'group-out-of-reach',
        `${name} needs ${needed}, and ${approvers.length} may decide: the others are recused. Change the policy, then send an event that makes a new draft.`,
      ),
    );

const effectiveDateChecks = (acts: readonly SentAct[]): Check[] =>
  acts.flatMap(({ act }) => {
    if (act.kind !== 'officer-departure' && act.kind !== 'officer-appointment') return [];
    if (act.effective !== undefined) return [];
    const what = act.kind === 'officer-departure' ? 'departure' : 'appointment';
    return [warning('no-effective-date', `No date is given for the ${what} of ${act.person.name}.`)];
  });

/** Checks a draft before anyone is asked: errors keep it from being approved, warnings are for the approvers to weigh. */
export const checkDraft = (draft: {
  acts: readonly SentAct[];
  content: Content;
  text: string;
  missing: readonly MissingFact[];
  groups: Draft['groups'];
  announceDates: readonly string[];
}): Check[] => [
  ...missingFactChecks(draft.missing),
  ...groupChecks(draft.groups),
  ...textChecks(draft.text),
  ...hiddenChecks(draft.content),
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
  ...effectiveDateChecks(draft.acts),
  ...accentChecks(draft.content),
];
