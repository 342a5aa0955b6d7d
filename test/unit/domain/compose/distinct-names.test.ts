import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../functions/domain/acts/common.ts';
import type { Act } from '../../../../functions/domain/acts.ts';
import { makeDraft } from '../../../../functions/domain/make-draft.ts';
import { eventOf } from '../../../support/draft.ts';
import { companyOfId } from '../../../support/examples.ts';
import { templates } from '../../../support/templates.ts';

const company = companyOfId('halden-optics');

/** What a release of 19 November 2026 with these acts says, on one line. */
const releaseOf = (...acts: Act[]): string => {
  const event = eventOf('hr~1');
  const events = [{ ...event, data: { ...event.data, company: company.id, acts } }];
  const now = new Date('2026-11-19T18:00:00Z');
  const draft = makeDraft({ company, release: 'halden-optics.x', number: 1, events, now }, templates);
  return draft?.text.replaceAll(/\s+/g, ' ') ?? '';
};

const ann: Person = { name: 'Ann Lee', honorific: 'Ms.', familyName: 'Lee' };
const mary: Person = { name: 'Mary Lee', honorific: 'Ms.', familyName: 'Lee' };
const bo: Person = { name: 'Bo Lee', honorific: 'Mr.', familyName: 'Lee' };

const leaves = (person: Person): Act => ({
  kind: 'officer-departure',
  person,
  title: 'Treasurer',
  manner: 'retired',
  effective: '2026-12-31',
  keeps: 'an adviser to the board',
});
const comes = (person: Person, title = 'Treasurer'): Act => ({
  kind: 'officer-appointment',
  person,
  title,
  reportsTo: 'the Chief Executive Officer',
});
const says = (speaker: Person, words: string): Act => ({
  kind: 'statement',
  speaker,
  title: 'President',
  paragraphs: [words, 'Two.'],
});

describe('who has been named in full', () => {
  it('is called by the family name where nobody else has it', () => {
    const text = releaseOf(leaves(ann), comes({ name: 'Cy Diaz', honorific: 'Mr.', familyName: 'Diaz' }));
    expect(text).toContain('Ms. Lee will remain an adviser');
    expect(text).toContain('Mr. Diaz will report to');
  });

  it.each<[string, Person]>([
    ['with the same form of address', mary],
    ['whose form of address nobody sent', { name: 'Mary Lee', familyName: 'Lee' }],
    ['whose family name nobody sent', { name: 'Mary Lee Jr.' }],
  ])('is named in full again where there is another of that name %s', (_, other) => {
    const text = releaseOf(leaves(ann), comes(other));
    expect(text).toContain('Ann Lee will remain an adviser');
    expect(text).not.toContain('Ms. Lee');
  });

  it('is called by the family name where the form of address tells two apart', () => {
    const text = releaseOf(leaves(ann), comes(bo));
    expect(text).toContain('Ms. Lee will remain an adviser');
    expect(text).toContain('Mr. Lee will report to');
  });

  it('is called by the family name where two acts are about the same person', () => {
    const text = releaseOf(leaves(ann), comes({ ...ann, name: 'Ann B. Lee' }, 'Senior Vice President'));
    expect(text).toContain('Ms. Lee will remain an adviser');
  });

  it('goes on in a quotation with the full name where another bears the family name, however addressed', () => {
    expect(releaseOf(says(ann, 'One.'))).toContain('Lee continued, "Two."');
    expect(releaseOf(says(ann, 'One.'), comes(bo))).toContain('Ann Lee continued, "Two."');
  });

  it('is named in full again where a director of that name was elected', () => {
    const votes: Act = {
      kind: 'voting-results',
      meeting: { type: 'annual', date: '2026-11-18' },
      directors: [{ name: 'Mary Lee', elected: true }],
    };
    expect(releaseOf(leaves(ann), votes)).toContain('Ann Lee will remain an adviser');
  });
});
