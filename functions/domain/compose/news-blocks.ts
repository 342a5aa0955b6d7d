import { type ActKind, actKind } from '../acts.ts';
import type { Block } from '../draft.ts';
import type { Templates } from '../templates.ts';
import type { Announcement } from './announcement.ts';
import type { Narrator, SentAct } from './narrator.ts';
import { biographies, sentences, tables } from './paragraphs.ts';
import { placeStatements } from './placed-statements.ts';

/** The kinds in the order of the house style, a list for each paragraph; what the release announces leads, never a quotation. */
const paragraphKinds = ({ company, acts, leading: named }: Announcement): ActKind[][] => {
  const sent = new Set(acts.map(({ act }) => act.kind));
  const ordered = company.house.paragraphs;
  const others = actKind.options.filter((kind) => !ordered.flat().includes(kind)).map((kind) => [kind]);
  const lists = [...ordered, ...others].map((kinds) => kinds.filter((kind) => sent.has(kind)));
  const leading = lists.findIndex((kinds) =>
    named !== undefined && sent.has(named)
      ? kinds.includes(named)
      : kinds.some((kind) => kind !== 'statement'),
  );
  const [lead = []] = lists.splice(Math.max(leading, 0), 1);
  return [lead, ...lists];
};

/** Kinds whose sentences are paragraphs of their own. */
const standsAlone = (kind: ActKind): boolean => kind === 'statement' || kind === 'other';

/** The paragraphs and tables of the acts; the first sentence goes on from the dateline, and statements stand alone. */
export const newsBlocks = (announcement: Announcement, narrator: Narrator, templates: Templates): Block[] => {
  let lead = true;
  const { acts, following } = placeStatements(announcement.acts);
  const quoted: SentAct[] = [];
  /** Who is quoted again is not introduced again, wherever the first quotation stands. */
  const quote = (statements: readonly SentAct[]): string[] => {
    const [before, after] = [quoted, [...quoted, ...statements]].map((some) =>
      sentences('statement', some, narrator, templates),
    );
    quoted.push(...statements);
    return (after ?? []).slice(before?.length);
  };
  const told = paragraphKinds(announcement).flatMap((kinds) => {
    const together: string[] = [];
    const alone: Block[] = [];
    for (const kind of kinds) {
      const lines =
        kind === 'statement'
          ? quote(acts.filter(({ act }) => act.kind === kind))
          : sentences(kind, acts, { ...narrator, lead }, templates);
      if (standsAlone(kind)) alone.push(...lines);
      else together.push(...lines);
      alone.push(...tables(kind, acts, narrator));
      lead &&= kind === 'statement';
    }
    const quotations = quote(kinds.flatMap((kind) => following.get(kind) ?? []));
    return [...(together.length > 0 ? [together.join(' ')] : []), ...alone, ...quotations];
  });
  return [...told, ...biographies(announcement.acts, templates)];
};
