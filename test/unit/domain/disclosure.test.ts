import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import { isDisclosable } from '../../../functions/domain/disclosure.ts';

const officers = [
  { id: 'emp-0091', name: 'Marcus Thiele', title: 'Chief Financial Officer' },
  { id: 'jonas-keller', name: 'Jonas Keller', title: 'Chief Executive Officer' },
];
const departure = (person: { id?: string; name: string }, title?: string): Act => ({
  kind: 'officer-departure',
  person,
  manner: 'left',
  ...(title !== undefined && { title }),
});
const appointment = (name: string, title: string, currentTitle?: string): Act => ({
  kind: 'officer-appointment',
  person: { name },
  title,
  ...(currentTitle !== undefined && { currentTitle }),
});

describe('an act is disclosable', () => {
  it.each<[string, Act]>([
    [
      'about an officer by id, whatever the title',
      departure({ id: 'emp-0091', name: 'M. Thiele' }, 'CFO, EMEA'),
    ],
    ['about an officer by name and title', departure({ name: 'MARCUS THIELE' }, 'Chief Financial Officer')],
    [
      'about who holds the office for a time',
      departure({ name: 'Marcus Thiele' }, 'Chief Financial Officer (Acting)'),
    ],
    [
      'that fills a disclosed office with somebody new',
      appointment('Leila Haddad', 'Interim Chief Financial Officer'),
    ],
    [
      'that moves an officer elsewhere',
      appointment('Jonas Keller', 'Senior Adviser', 'Chief Executive Officer'),
    ],
    ['that is about no one person', { kind: 'listing-transfer', to: 'NYSE' }],
  ])('%s', (_, act) => {
    expect(isDisclosable(act, { officers })).toBe(true);
  });
});

describe('an act is not disclosable', () => {
  it.each<[string, Act]>([
    ['about a namesake with another title', departure({ name: 'Marcus Thiele' }, 'Machinist')],
    ['about a namesake whose title nobody sent', departure({ name: 'Marcus Thiele' })],
    [
      'about a title that only contains an office',
      departure({ name: 'Ann Lee' }, 'Chief Financial Officer, EMEA'),
    ],
    ['about another title', departure({ name: 'Ann Lee' }, 'Chief Fun Officer')],
    ['about another id', departure({ id: 'emp-0092', name: 'Ann Lee' }, 'Vice President')],
    ['that fills another post', appointment('Ann Lee', 'Plant Manager')],
  ])('%s', (_, act) => {
    expect(isDisclosable(act, { officers })).toBe(false);
  });

  it('for a company that lists nobody', () => {
    expect(
      isDisclosable(departure({ id: 'emp-0091', name: 'x' }, 'Chief Financial Officer'), { officers: [] }),
    ).toBe(false);
  });
});
