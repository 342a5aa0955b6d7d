import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Act, type ActKind, actSchema } from '../../functions/domain/acts.ts';
import type { Company } from '../../functions/domain/company.ts';
import { composers } from '../../functions/domain/compose/composers.ts';
import { missingFacts, type SentActOf } from '../../functions/domain/compose/narrator.ts';
import { readConfig } from '../config.ts';

const directory = join(import.meta.dirname, '..', '..', 'examples');

const eventSchema = v.object({ data: v.object({ acts: v.array(actSchema) }) });
const fileSchema = v.union([eventSchema, v.object({ events: v.array(eventSchema) })]);

/** Every act of examples/ that is an event of ours, or is in one of a release of the corpus. */
const readActs = (): Act[] =>
  globSync('**/*.json', { cwd: directory })
    .sort()
    .flatMap((file) => {
      const { success, output } = v.safeParse(
        fileSchema,
        JSON.parse(readFileSync(join(directory, file), 'utf8')),
      );
      if (!success) return [];
      return 'events' in output ? output.events.flatMap(({ data }) => data.acts) : output.data.acts;
    });

const isSentOf =
  <K extends ActKind>(kind: K) =>
  (sent: { act: Act; event: string }): sent is SentActOf<K> =>
    sent.act.kind === kind;

/** The facts that a release of this act alone asks for. */
const askedBy = <K extends ActKind>(kind: K, act: Act, company: Company): string[] => {
  const { missing, need } = missingFacts();
  const narrator = { company, announced: '2026-11-19', lead: true, need };
  const [first, ...others] = [{ act, event: 'hr~1' }].filter(isSentOf(kind));
  if (first === undefined) return [];
  composers[kind].sentences([first, ...others], narrator);
  composers[kind].headline([first, ...others], narrator);
  return missing.map(({ fact }) => fact);
};

const without = (act: Act, field: string): Act[] => {
  const { success, output } = v.safeParse(actSchema, { ...act, [field]: undefined });
  return success ? [output] : [];
};

/** An act, and what is left of it without one of its optional fields: one fact may have been told by two. */
const lighter = (act: Act): Act[] => [act, ...Object.keys(act).flatMap((field) => without(act, field))];

/** Each fact that a release asks for when a field is left out of its act, with that field. */
const askedWithout = (act: Act, company: Company): [string, string][] => {
  const before = askedBy(act.kind, act, company);
  return Object.keys(act).flatMap((field) =>
    without(act, field).flatMap((rest) =>
      askedBy(act.kind, rest, company)
        .filter((fact) => field !== condition && !before.includes(fact))
        .map((fact): [string, string] => [fact, field]),
    ),
  );
};

/** What is subject to something has no day yet, so that without these words a day is asked for; they do not tell it. */
const condition = 'subjectTo';

/** The field that tells a fact is the one whose absence makes drafts ask for it most often; others decide whether it is needed. */
const tellerOf = (fields: readonly string[]): string[] => {
  const counts = [...Map.groupBy(fields, (field) => field)].map(([field, { length }]) => ({ field, length }));
  const most = Math.max(...counts.map(({ length }) => length));
  return counts.filter(({ length }) => length === most).map(({ field }) => field);
};

const askedOf = (acts: readonly Act[], company: Company): ReadonlySet<string> => {
  const asked = acts.flatMap(lighter).flatMap((act) => askedWithout(act, company));
  const byFact = Map.groupBy(asked, ([fact]) => fact);
  return new Set([...byFact.values()].flatMap((pairs) => tellerOf(pairs.map(([, field]) => field))));
};

/** The fields of each kind that a draft asks for where a release needs them, as the acts of examples/ show. */
export const readAskedFor = (): ReadonlyMap<ActKind, ReadonlySet<string>> => {
  const [company] = readConfig().companies;
  if (company === undefined) throw new Error('config/companies has no profile');
  const byKind = Map.groupBy(readActs(), ({ kind }) => kind);
  return new Map([...byKind].map(([kind, acts]) => [kind, askedOf(acts, company)]));
};
