import type { ActKind } from '../acts.ts';
import type { Block } from '../draft.ts';
import type { Templates } from '../templates.ts';
import type { Announcement } from './announcement.ts';
import type { Narrator, SentAct } from './narrator.ts';
import { paragraphKinds } from './paragraph-kinds.ts';
import { biographies, sentences, tables } from './paragraphs.ts';
import { placeStatements } from './placed-statements.ts';

/** Kinds whose sentences are paragraphs of their own. */
const standsAlone = (kind: ActKind): boolean => kind === 'statement' || kind === 'other';

/** The paragraphs and tables of the acts; the first sentence goes on from the dateline, and statements stand alone. */
export const newsBlocks = (
  announcement: Announcement,
  headlined: ReadonlySet<ActKind>,
  narrator: Narrator,
  templates: Templates,
): Block[] => {
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
  const { paragraphs } = announcement.company.house;
  const told = paragraphKinds(paragraphs, announcement.acts, headlined).flatMap((kinds) => {
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
