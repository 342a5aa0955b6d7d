import { actWords, fieldWords } from './act-words.ts';
import type { Act } from './acts.ts';
import { error, warning } from './check.ts';
import { longDate } from './dates.ts';
import type { Check, ShownDate } from './draft.ts';
import { namedDays } from './far-days.ts';
import type { MergedAct } from './merge-acts.ts';
import type { Difference } from './merge-fields.ts';
import { personOf } from './persons.ts';
import type { Retraction } from './standing-acts.ts';
import { toldTwiceChecks } from './told-twice.ts';
import { dateOf, whenParts } from './when.ts';

const listed = (items: readonly string[]): string => items.join(', ');

const eventsIn = (names: readonly string[]): string =>
  `${names.length === 1 ? 'event' : 'events'} ${listed(names)}`;

const wordsFor = ({ act }: MergedAct): string => actWords(act.kind, personOf(act)?.name);

/** Days for the file: no sentence on an act about a person prints when it was decided, or when the company was told. */
const isForTheFile = (field: string): boolean => /^(decided|noticed)\b/.test(field);

const differenceCheck = (act: MergedAct, { field, values }: Difference): Check => {
  const said = values.map(({ value, events }) => `"${value}" (${eventsIn(events)})`);
  if (isForTheFile(field))
    return warning(
      'dates-told-differ',
      `Events differ on the ${fieldWords(field)} of ${wordsFor(act)}, which the text does not say: ${said.join(' and ')}.`,
    );
  const isNamed = personOf(act.act) !== undefined;
  const remedy = isNamed ? 'retracts it and states it anew' : 'replaces those that tell of it';
  const offices = isNamed && field === 'title' ? ' Two offices of one person go into one title.' : '';
  return error(
    'facts-differ',
    `Events differ on the ${fieldWords(field)} of ${wordsFor(act)}: ${said.join(' and ')}. Send an event that ${remedy}.${offices}`,
  );
};

const differenceChecks = (acts: readonly MergedAct[]): Check[] =>
  acts.flatMap((act) => act.differences.map((difference) => differenceCheck(act, difference)));

/** What was taken back, and what was to be and had not been told: it may stand under another subject. */
const retractionChecks = (retractions: readonly Retraction[]): Check[] =>
  retractions.map(({ kind, person, by, met }) => {
    const what = actWords(kind, person.name);
    const events = [...new Set(met.map(({ event }) => event))];
    return events.length > 0
      ? warning('retracted', `Event ${by} takes back ${what}, which ${eventsIn(events)} told of.`)
      : warning('retracts-unknown', `Event ${by} takes back ${what}, of which no earlier event here tells.`);
  });

const earliest = '1990-01-01';
const yearsAhead = 5;
const longYearsAhead = 100;

const yearsLater = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

/** Days that systems write where they know none, such as 1970-01-01 and 9999-12-31. */
const farDateChecks = (acts: readonly MergedAct[], draftedOn: string): Check[] =>
  acts.flatMap((merged) =>
    merged.tellings.flatMap(({ act, event }) =>
      namedDays(act).flatMap(({ name, day, mayBeFar }) =>
        day >= earliest && day <= yearsLater(draftedOn, mayBeFar ? longYearsAhead : yearsAhead)
          ? []
          : error(
              'date-far',
              `The ${name} of ${wordsFor(merged)} is given as ${longDate(day)} (event ${event}), which cannot be meant. Send an event that corrects it.`,
            ),
      ),
    ),
  );

/** An effective date that is in doubt is asked about as a missing fact; the others do not stand in the text. */
const unclearDateChecks = (dates: readonly ShownDate[]): Check[] =>
  dates
    .filter(({ unclear, which }) => unclear && which !== 'effective')
    .map(({ kind, person, which, value, events }) =>
      warning(
        'date-unclear',
        `The ${which} date of ${actWords(kind, person)} is unclear: it was sent as "${value}" (${eventsIn(events)}).`,
      ),
    );

/** What to do about an act that takes effect before it is decided; undefined where it may. */
const remedyOf = (act: Act, effective: string): string | undefined => {
  if (act.kind === 'officer-appointment') return '';
  const leaves = act.kind === 'officer-departure' || act.kind === 'director-departure';
  const noticed = leaves ? whenParts(act.noticed).date : undefined;
  return !leaves || (noticed !== undefined && noticed <= effective)
    ? undefined
    : ` Ask when the company was told: Form 8-K counts from then, and here no later than from ${longDate(effective)}.`;
};

const orderChecks = (acts: readonly MergedAct[]): Check[] =>
  acts.flatMap((merged) => {
    const [decided, effective] = [dateOf(merged.act, 'decided'), dateOf(merged.act, 'effective')].map(
      (when) => whenParts(when).date,
    );
    if (decided === undefined || effective === undefined || effective >= decided) return [];
    const remedy = remedyOf(merged.act, effective);
    return remedy === undefined
      ? []
      : [
          warning(
            'effective-before-decided',
            `The effective date of ${wordsFor(merged)}, ${longDate(effective)}, is before its decided date, ${longDate(decided)}.${remedy}`,
          ),
        ];
  });

/** Checks the acts that the events of a release leave standing, what was taken back, and the dates. */
export const checkActs = (found: {
  acts: readonly MergedAct[];
  retractions: readonly Retraction[];
  dates: readonly ShownDate[];
  draftedOn: string;
}): Check[] => [
  ...differenceChecks(found.acts),
  ...farDateChecks(found.acts, found.draftedOn),
  ...retractionChecks(found.retractions),
  ...unclearDateChecks(found.dates),
  ...orderChecks(found.acts),
  ...toldTwiceChecks(found.acts),
];
