import type { ActKind } from '../acts.ts';
import type { Block } from '../draft.ts';
import type { Templates } from '../templates.ts';
import type { Announcement } from './announcement.ts';
import type { Narrator, SentAct } from './narrator.ts';
import { paragraphKinds } from './paragraph-kinds.ts';
import { biographyOf, tables, toldSentences } from './paragraphs.ts';
import { placeStatements } from './placed-statements.ts';

/** A paragraph or a table of the news, and the acts that it tells. */
export interface NewsBlock {
  block: Block;
  acts: readonly SentAct[];
}

type Sentence = ReturnType<typeof toldSentences>[number];

/** Kinds whose sentences are paragraphs of their own. */
const standsAlone = (kind: ActKind): boolean => kind === 'statement' || kind === 'other';

const asBlock = ({ text, acts }: Sentence): NewsBlock => ({ block: text, acts });

/** The paragraphs and tables of the acts; the first sentence goes on from the dateline, and statements stand alone. */
export const newsBlocks = (
  announcement: Announcement,
  headlined: ReadonlySet<ActKind>,
  narrator: Narrator,
  templates: Templates,
): NewsBlock[] => {
  let lead = true;
  const { acts, following } = placeStatements(announcement.acts);
  const quoted: SentAct[] = [];
  let told = 0;
  /** Who is quoted again is not introduced again, wherever the first quotation stands. */
  const quote = (statements: readonly SentAct[]): Sentence[] => {
    if (statements.length === 0) return [];
    quoted.push(...statements);
    const lines = toldSentences('statement', quoted, narrator, templates, told);
    told += lines.length;
    return lines;
  };
  const { paragraphs } = announcement.company.house;
  const news = paragraphKinds(paragraphs, announcement.acts, headlined).flatMap((kinds) => {
    const together: Sentence[] = [];
    const alone: NewsBlock[] = [];
    for (const kind of kinds) {
      const lines =
        kind === 'statement'
          ? quote(acts.filter(({ act }) => act.kind === kind))
          : toldSentences(kind, acts, { ...narrator, lead }, templates);
      if (standsAlone(kind)) alone.push(...lines.map(asBlock));
      else together.push(...lines);
      alone.push(...tables(kind, acts, narrator).map((block) => ({ block, acts: [] })));
      lead &&= kind === 'statement';
    }
    const quotations = quote(kinds.flatMap((kind) => following.get(kind) ?? []));
    const paragraph = {
      block: together.map(({ text }) => text).join(' '),
      acts: together.flatMap((one) => one.acts),
    };
    return [...(together.length > 0 ? [paragraph] : []), ...alone, ...quotations.map(asBlock)];
  });
  const lives = announcement.acts.flatMap((sent) =>
    biographyOf(sent, templates).map((text) => asBlock({ text, acts: [sent] })),
  );
  return [...news, ...lives];
};
