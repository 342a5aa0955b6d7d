import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '../../../functions/domain/acts.ts';
import { composeContent, newsTexts } from '../../../functions/domain/content.ts';
import { unusedFacts } from '../../../functions/domain/unused-facts.ts';
import { arbitraryOf } from '../../support/arbitrary.ts';
import { companyOfId } from '../../support/examples.ts';
import { templates } from '../../support/templates.ts';

const company = companyOfId('halden-optics');

const textsOf = (...acts: Act[]): string[] => {
  const sent = acts.map((act, index) => ({ act, event: `hr~${index}` }));
  const announcement = { company, acts: sent, announced: '2026-11-19' };
  const none = { headline: undefined, subheads: undefined, leading: undefined };
  return newsTexts(composeContent({ ...announcement, ...none }, templates).content);
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
        const unused = unusedFacts([{ act, event: 'hr~1' }], textsOf(act));
        expect(unused.filter(({ fact, value }) => !mayStayUnused(fact, value))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(kinds)('never prints what is no text for an act of kind %s', (_, acts) => {
    fc.assert(
      fc.property(acts, (act) => {
        expect(textsOf(act).join('\n')).not.toMatch(/undefined|\[object|NaN|\{\{| ,| \.|,,| {2}/);
      }),
      { numRuns: 60 },
    );
  });
});
