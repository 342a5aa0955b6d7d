import mustache from 'mustache';
import { vi } from 'vitest';
import { wordFile } from '../../functions/adapters/word-file.ts';
import { type ActKind, actKind } from '../../functions/domain/acts.ts';
import type { Company } from '../../functions/domain/company.ts';
import { composers } from '../../functions/domain/compose/composers.ts';
import { missingFacts, type Narrator, type SentActOf } from '../../functions/domain/compose/narrator.ts';
import { pairSuccessions } from '../../functions/domain/compose/succession.ts';
import { workforceReductionSubhead } from '../../functions/domain/compose/workforce-reduction.ts';
import type { EventFact } from '../../functions/domain/event.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import type { View } from '../../functions/domain/templates.ts';
import { filesOf } from '../../functions/draft/files.ts';
import { sampleActs } from './acts.ts';
import { companies, companyOfId, recordedExamples } from './examples.ts';
import { templates } from './templates.ts';

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

/** The views of the sample acts, by the template of the act, the headline or the subhead that each is for. */
export const actViews: readonly (readonly [string, View[]])[] = [
  ...actKind.options.map((kind) => [`release/acts/${kind}`, sentenceViews(kind)] as const),
  ...actKind.options.map((kind) => [`release/headlines/${kind}`, headlineViews(kind)] as const),
  [
    'release/subheads/workforce-reduction',
    samples('workforce-reduction')
      .map(workforceReductionSubhead)
      .filter((view) => view !== undefined),
  ],
];

const [model] = recordedExamples('halden-2026');
if (model === undefined) throw new Error('examples/halden-2026 has no event');

const sampleReleases: readonly (readonly EventFact[])[] = [
  ...sampleActs.map((act) => [{ ...model, data: { ...model.data, replaces: [], acts: [act] } }]),
  ...['acts', 'iec-2002', 'halden-2026'].map(recordedExamples),
];

const halden = companyOfId('halden-optics');

/** What profiles may have and those of config/ do not. */
const otherHouse: Company = {
  ...halden,
  house: {
    ...halden.house,
    sections: ['news', 'boilerplate', 'safe-harbor', 'notice', 'contact', 'headline'],
    releaseLine: 'For release on {{date}}',
    pageLine: true,
  },
};

const isView = (value: unknown): value is View => typeof value === 'object' && value !== null;

/** What every other template of a release sees where the samples and examples are drafted and set for each of their files. */
export const frameViews = async (): Promise<Map<string, View[]>> => {
  const paths = new Map(Object.entries(templates).map(([path, text]) => [text, path]));
  const seen = new Map<string, View[]>();
  const spy = vi.spyOn(mustache.Writer.prototype, 'render');
  for (const events of sampleReleases)
    for (const company of [...companies.values(), otherHouse]) {
      const input = {
        company,
        release: `${company.id}.x`,
        number: 1,
        events,
        now: new Date('2026-11-19T18:00:00Z'),
      };
      const draft = makeDraft(input, templates);
      if (draft === undefined) continue;
      for (const { body } of filesOf({ templates, wordFile, reference: () => 'X7K2' }, draft)) await body();
    }
  for (const [text, context] of spy.mock.calls) {
    const path = paths.get(text);
    const view: unknown = context instanceof mustache.Context ? context.view : undefined;
    if (path !== undefined && !/^release\/(acts|headlines|subheads)\//.test(path) && isView(view))
      seen.set(path, [...(seen.get(path) ?? []), view]);
  }
  spy.mockRestore();
  return seen;
};
