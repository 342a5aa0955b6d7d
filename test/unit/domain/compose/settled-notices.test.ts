import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../functions/domain/acts.ts';
import { missingFacts } from '../../../../functions/domain/compose/narrator.ts';
import { sentences } from '../../../../functions/domain/compose/paragraphs.ts';
import { markSettled } from '../../../../functions/domain/compose/settled-notices.ts';
import { companyOfId } from '../../../support/examples.ts';
import { templates } from '../../../support/templates.ts';

const notice = { market: 'Nasdaq', rule: 'Rule 5605', noticed: '2026-11-12' };
const deficiency: Act = { kind: 'listing-deficiency', ...notice };
const regained: Act = { kind: 'compliance-regained', ...notice };

const newsOf = (acts: readonly Act[], lead: boolean): string => {
  const { need } = missingFacts();
  const narrator = { company: companyOfId('halden-optics'), announced: '2026-11-19', need };
  const sent = markSettled(acts.map((act) => ({ act, event: 'listing~1' })));
  return [
    ...sentences('listing-deficiency', sent, { ...narrator, lead: false }, templates),
    ...sentences('compliance-regained', sent, { ...narrator, lead }, templates),
  ].join(' ');
};

const received = 'Halden received notice from Nasdaq on November 12, 2026, that it';

describe('a notice that a rule was not met and is met again', () => {
  it('is told as one', () => {
    expect(newsOf([deficiency, regained], false)).toBe(
      `${received} did not comply with Rule 5605. The same notice says that Halden again complies with Rule 5605.`,
    );
  });

  it('is introduced where the release begins with the better news', () => {
    expect(newsOf([deficiency, regained], true)).toBe(
      `${received} did not comply with Rule 5605. ${received.replace('Halden', 'it')} again complies with Rule 5605.`,
    );
  });

  it.each<[string, Act]>([
    ['another day', { ...regained, noticed: '2026-11-13' }],
    ['another rule', { ...regained, rule: 'Rule 5550' }],
    ['no rule', { ...regained, rule: undefined, requirement: 'three independent directors' }],
  ])('is another one where it has %s', (_, other) => {
    expect(newsOf([deficiency, other], false)).toMatch(/does not comply.* that it again complies/);
  });
});
