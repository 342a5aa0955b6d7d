import { describe, expect, it } from 'vitest';
import { type ActKind, actKind } from '../../functions/domain/acts.ts';
import { composers } from '../../functions/domain/compose/composers.ts';
import { missingFacts, type Narrator, type SentActOf } from '../../functions/domain/compose/narrator.ts';
import { pairSuccessions } from '../../functions/domain/compose/succession.ts';
import { workforceReductionSubhead } from '../../functions/domain/compose/workforce-reduction.ts';
import type { View } from '../../functions/domain/templates.ts';
import { sampleActs } from '../support/acts.ts';
import { companyOfId } from '../support/examples.ts';
import { namesOf, namesUsed } from '../support/template-names.ts';
import { templates } from '../support/templates.ts';

const narrator: Narrator = {
  company: companyOfId('halden-optics'),
  announced: '2026-11-19',
  lead: true,
  need: missingFacts().need,
};

const samples = <K extends ActKind>(kind: K): SentActOf<K>[] =>
  pairSuccessions(sampleActs.map((act) => ({ act, event: 'hr~1' }))).filter(
    (sent): sent is SentActOf<K> => sent.act.kind === kind,
  );

const sentenceViews = <K extends ActKind>(kind: K): View[] =>
  [...samples(kind).map((sent) => [sent]), samples(kind)].flatMap((acts) =>
    composers[kind].sentences(acts, narrator).map(({ view }) => view),
  );

const headlineViews = <K extends ActKind>(kind: K): View[] =>
  samples(kind).map((sent) => composers[kind].headline([sent], narrator));

const views: [string, View[]][] = [
  ...actKind.options.map((kind): [string, View[]] => [`release/acts/${kind}`, sentenceViews(kind)]),
  ...actKind.options.map((kind): [string, View[]] => [`release/headlines/${kind}`, headlineViews(kind)]),
  [
    'release/subheads/workforce-reduction',
    samples('workforce-reduction')
      .map(workforceReductionSubhead)
      .filter((view) => view !== undefined),
  ],
];

describe('a template of the release', () => {
  it.each(views)('%s uses every name of its views and no other', (path, of) => {
    expect(of).not.toEqual([]);
    expect([...namesUsed(templates, path, of)].sort()).toEqual([...namesOf(of)].sort());
  });

  it('has an entry here for every act, headline and subhead', () => {
    const all = Object.keys(templates).filter((path) => /^release\/(acts|headlines|subheads)\//.test(path));
    expect(views.map(([path]) => path).sort()).toEqual(all.sort());
  });

  it('escapes everything: no template of any folder has a triple or an unescaped tag', () => {
    const unescaped = Object.entries(templates).filter(([, text]) => /\{\{\{|\{\{&/.test(text));
    expect(unescaped.map(([path]) => path)).toEqual([]);
  });
});
