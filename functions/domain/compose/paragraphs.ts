import type { IntroducedPerson } from '../acts/common.ts';
import { type ActKind, actKind, isActOf } from '../acts.ts';
import type { Table } from '../draft.ts';
import { renderText, type Templates, type View } from '../templates.ts';
import { composers } from './composers.ts';
import { separated, shortNameOf } from './grammar.ts';
import { closeNames, namesIn } from './names.ts';
import type { Narrator, SentAct, SentActOf, Told } from './narrator.ts';
import { workforceReductionSubhead } from './workforce-reduction.ts';

const isOf =
  <K extends ActKind>(kind: K) =>
  (sent: SentAct): sent is SentActOf<K> =>
    isActOf(kind)(sent.act);

const of = <K extends ActKind>(acts: readonly SentAct[], kind: K): SentActOf<K>[] => acts.filter(isOf(kind));

const toldOf = <K extends ActKind>(kind: K, acts: readonly SentAct[], narrator: Narrator): Told<K>[] =>
  composers[kind].sentences(of(acts, kind), narrator);

const headlineView = <K extends ActKind>(
  kind: K,
  acts: readonly SentAct[],
  narrator: Narrator,
): View | undefined => {
  const [first, ...others] = of(acts, kind);
  return first && composers[kind].headline([first, ...others], narrator);
};

/**
 * Template lines are joined by one space; spaces that the sender wrote stay. A fact that ends in a full stop, such as
 * "Chen Jr.", does not get a second one from the sentence.
 */
const oneLine = (text: string): string => {
  const trimmed = text.trim();
  const joined = trimmed.includes('\n') ? trimmed.replace(/ *(?:\n *)+/g, ' ') : trimmed;
  return joined.includes('..') ? joined.replace(/(?<!\.)\.\.(?!\.)/g, '.') : joined;
};

const line = (templates: Templates, path: string, view: View): string =>
  oneLine(renderText(templates, path, view));

/** The sentences of the sender's own that follow an act. */
const detailsOf = ({ act }: SentAct): readonly string[] => ('details' in act ? (act.details ?? []) : []);

/** The text with the names of the people in it closed by a comma, where the house style closes commas. */
const closed = (text: string, acts: readonly SentAct[], { company }: Narrator): string =>
  company.house.commas === 'close' ? closeNames(text, acts.flatMap(namesIn)) : text;

/**
 * The sentences of a kind, in order but for the first `after`, each with the details that were sent with it and the acts
 * that it tells.
 */
export const toldSentences = (
  kind: ActKind,
  acts: readonly SentAct[],
  narrator: Narrator,
  templates: Templates,
  after = 0,
): { text: string; acts: readonly SentAct[] }[] =>
  toldOf(kind, acts, narrator)
    .slice(after)
    .map(({ view, acts: told }) => {
      const text = line(templates, `release/acts/${kind}`, view);
      return { text: [closed(text, told, narrator), ...told.flatMap(detailsOf)].join(' '), acts: told };
    });

/** The same sentences alone; each paragraph of a statement is one. */
export const sentences = (...given: Parameters<typeof toldSentences>): string[] =>
  toldSentences(...given).map(({ text }) => text);

/** The tables of a kind. */
export const tables = <K extends ActKind>(kind: K, acts: readonly SentAct[], narrator: Narrator): Table[] =>
  composers[kind].tables?.(of(acts, kind), narrator) ?? [];

/** Who is introduced in an act. */
const introducedIn = ({ act }: SentAct): IntroducedPerson | undefined => {
  if ('incoming' in act) return act.incoming;
  return 'person' in act ? act.person : undefined;
};

const degreesView = ({ degrees = [], ...person }: IntroducedPerson): View => ({
  name: shortNameOf(person),
  degrees: separated(
    degrees.map(({ degree, field, school }) => ({ degree, field: field ?? null, school: school ?? null })),
  ),
});

/** The life of somebody who is introduced, each paragraph as it was sent, the degrees after the last. */
export const biographyOf = (sent: SentAct, templates: Templates): string[] => {
  const person = introducedIn(sent);
  if (person === undefined) return [];
  const { biography = [], degrees = [] } = person;
  const told = degrees.length === 0 ? [] : [line(templates, 'release/degrees', degreesView(person))];
  return [...biography.slice(0, -1), [...biography.slice(-1), ...told].join(' ')].filter(
    (text) => text !== '',
  );
};

/** The words of a line with names in it, such as the lead. */
export const renderLead = (templates: Templates, view: View): string => line(templates, 'release/lead', view);

const headlineOf = (
  kind: ActKind,
  acts: readonly SentAct[],
  narrator: Narrator,
  templates: Templates,
): string | undefined => {
  const view = headlineView(kind, acts, narrator);
  if (view === undefined) return undefined;
  return closed(line(templates, `release/headlines/${kind}`, view), of(acts, kind), narrator);
};

/** The kind of act that makes the headline: the one that leads, else the strongest in the release. */
export const headlineKind = (acts: readonly SentAct[], leading: ActKind | undefined): ActKind | undefined => {
  const kinds = leading === undefined ? actKind.options : [leading, ...actKind.options];
  return kinds.find((candidate) => acts.some(isOf(candidate)));
};

/** The headline by rule, from the kind of act that makes it. */
export const headline = (
  acts: readonly SentAct[],
  narrator: Narrator,
  templates: Templates,
  leading: ActKind | undefined,
): string => {
  const kind = headlineKind(acts, leading);
  return (kind && headlineOf(kind, acts, narrator, templates)) ?? narrator.company.name;
};

/** The lines under the headline that the house style asks for: what the facility undergoes, or the headline of a kind. */
export const subheads = (acts: readonly SentAct[], narrator: Narrator, templates: Templates): string[] =>
  narrator.company.house.subheads.flatMap((kind) => {
    if (kind !== 'workforce-reduction') return headlineOf(kind, acts, narrator, templates) ?? [];
    return of(acts, kind)
      .map(workforceReductionSubhead)
      .filter((view) => view !== undefined)
      .map((view) => line(templates, `release/subheads/${kind}`, view));
  });
