import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '../../../functions/domain/acts.ts';
import { composeContent } from '../../../functions/domain/content.ts';
import { newsTexts, saidTexts } from '../../../functions/domain/content-texts.ts';
import { makeDraft } from '../../../functions/domain/make-draft.ts';
import type { Templates } from '../../../functions/domain/templates.ts';
import { unusedFacts } from '../../../functions/domain/unused-facts.ts';
import { arbitraryOf } from '../../support/arbitrary.ts';
import { eventOf } from '../../support/draft.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = companyOfId('halden-optics');

const composed = (...acts: Act[]) => {
  const sent = acts.map((act, index) => ({ act, event: `hr~${index}` }));
  const announcement = { company, acts: sent, announced: '2026-11-19' };
  const none = { headline: undefined, subheads: undefined, leading: undefined };
  return composeContent({ ...announcement, ...none }, templates);
};

/** What the release need not print: dates for the file, a day for which the sender gave words, a name for which another is used. */
const mayStayUnused = (fact: string, value: string): boolean =>
  /^(decided|noticed)\b/.test(fact) ||
  (fact.endsWith('.date') && /^\d{4}-/.test(value)) ||
  fact === 'speaker.name';

const kinds = actSchema.options.map((schema): [string, fc.Arbitrary<Act>] => [
  schema.entries.kind.literal,
  arbitraryOf(schema).map((act) => v.parse(actSchema, act)),
]);

describe('a release', () => {
  it.each(kinds)('carries every fact of an act of kind %s that can be published', (_, acts) => {
    fc.assert(
      fc.property(acts, (act) => {
        const { content, writtenDateline } = composed(act);
        const unused = unusedFacts([{ act, event: 'hr~1' }], saidTexts(content, writtenDateline));
        expect(unused.filter(({ fact, value }) => !mayStayUnused(fact, value))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(kinds)('never prints what is no text for an act of kind %s', (_, acts) => {
    fc.assert(
      fc.property(acts, (act) => {
        expect(newsTexts(composed(act).content).join('\n')).not.toMatch(
          /undefined|\[object|NaN|\{\{| ,| \.|,,| {2}/,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('what stands in the dateline alone', () => {
  const place = company.house.places[0]?.city ?? '';
  const unusedIn = (act: Act, shared: Templates) => {
    const event = eventOf('hr~1');
    const data = { ...event.data, company: company.id, announce: '2026-11-19', acts: [act] };
    const now = new Date('2026-11-19T18:00:00Z');
    const draft = makeDraft(
      { company, release: 'halden-optics.x', number: 1, events: [{ ...event, data }], now },
      shared,
    );
    return draft?.unused.map(({ fact }) => fact);
  };
  const act: Act = { kind: 'workforce-reduction', site: place, percent: 35, effective: '2026-11-19' };

  it('is listed as unused: a day and a place', () => {
    const wordless = { ...templates, 'release/acts/workforce-reduction': 'it is smaller by {{percent}}.' };
    const named = { 'release/headlines/workforce-reduction': '{{company}} Gets Smaller' };
    expect(unusedIn(act, { ...wordless, ...named })).toEqual(['site', 'effective.date']);
  });

  it('is listed though it is the day of the decision, which this kind does not print', () => {
    const chair: Act = {
      kind: 'chair-change',
      role: 'chair',
      incoming: { name: 'Ann Lee' },
      decided: '2026-11-19',
    };
    expect(unusedIn(chair, templates)).toEqual(['decided.date']);
  });

  it('is not listed where a sentence says it too', () => {
    expect(unusedIn(act, templates)).toEqual([]);
  });
});
