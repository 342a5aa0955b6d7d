import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Act, type ActOf, actByKind } from '../../../../functions/domain/acts.ts';
import { composeContent } from '../../../../functions/domain/content.ts';
import { newsTexts } from '../../../../functions/domain/content-texts.ts';
import { companyOfId } from '../../../support/examples.ts';
import { templates } from '../../../support/templates.ts';

const thiele = { id: 'emp-1', name: 'Marcus Thiele', honorific: 'Mr.', familyName: 'Thiele' } as const;

const departure = (facts: Partial<ActOf<'officer-departure'>> = {}): Act => ({
  kind: 'officer-departure',
  person: thiele,
  title: 'Chief Financial Officer',
  manner: 'retired',
  effective: '2026-12-31',
  ...facts,
});

const appointment = (facts: Partial<ActOf<'officer-appointment'>> = {}): Act => ({
  kind: 'officer-appointment',
  person: { name: 'Leila Haddad' },
  title: 'Chief Financial Officer',
  effective: '2027-01-01',
  succeeds: { name: 'Marcus Thiele' },
  ...facts,
});

const newsOf = (acts: readonly Act[], leading?: 'officer-departure') => {
  const { content } = composeContent(
    {
      company: companyOfId('halden-optics'),
      acts: acts.map((act, index) => ({ act, event: `hr~${index}` })),
      announced: '2026-11-19',
      headline: undefined,
      subheads: undefined,
      leading,
    },
    templates,
  );
  const [headline = '', ...paragraphs] = newsTexts(content);
  return { headline, text: paragraphs.join(' ').replace(/^.*announced that /, '') };
};

const appointed =
  'Leila Haddad has been appointed Chief Financial Officer, effective January 1, 2027, succeeding Marcus Thiele';

describe('a departure of an officer who is not named', () => {
  it('is told by itself, whoever takes the office', () => {
    const { headline, text } = newsOf([departure({ person: undefined }), appointment()]);
    expect(headline).toBe('Halden Announces Departure of CFO');
    expect(text).toContain('its Chief Financial Officer will retire, effective December 31, 2026.');
  });
});

describe('a quotation that is to follow a kind of act', () => {
  const quote = (words: string, after?: ActOf<'statement'>['after']): Act => ({
    kind: 'statement',
    speaker: { name: 'Jonas Keller', familyName: 'Keller' },
    title: 'Chief Executive Officer',
    paragraphs: [words],
    after,
  });
  const size: Act = { kind: 'board-size-change', to: 7, effective: '2026-12-01' };
  const orderOf = (acts: readonly Act[], words: readonly string[]) => {
    const { text } = newsOf(acts);
    return words.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  };

  it('stands after the paragraph of that kind', () => {
    for (const [after, order] of [
      ['officer-departure', ['will retire', 'Quoted.', 'seven']],
      ['board-size-change', ['will retire', 'seven', 'Quoted.']],
    ] as const)
      expect(
        orderOf([quote('Quoted.', after), size, departure()], ['seven', 'Quoted.', 'will retire']),
      ).toEqual(order);
  });

  it('stands after the sentence of the successor that tells the departure', () => {
    const acts = [departure(), appointment(), size, quote('Quoted.', 'officer-departure')];
    expect(orderOf(acts, ['seven', 'Quoted.', 'succeeding'])).toEqual(['succeeding', 'Quoted.', 'seven']);
  });

  it('stands where the house style puts it if the release has no such act', () => {
    const acts = [departure(), size];
    expect(newsOf([...acts, quote('Quoted.', 'dividend')])).toEqual(newsOf([...acts, quote('Quoted.')]));
  });

  it('introduces the speaker only where they are quoted first', () => {
    const { text } = newsOf([
      quote('Late.', 'board-size-change'),
      quote('Early.', 'officer-departure'),
      size,
      departure(),
    ]);
    expect(text.match(/Jonas Keller/g)).toHaveLength(1);
    expect(text.indexOf('Jonas Keller')).toBeLessThan(text.indexOf('Late.'));
  });

  it.each(['statement', 'no-such-kind'])('cannot follow %s', (after) => {
    expect(v.is(actByKind, { ...quote('Quoted.'), after })).toBe(false);
  });
});

describe('a succession', () => {
  const manners: [string, Partial<ActOf<'officer-departure'>>, string][] = [
    ['retires', {}, 'who will retire on December 31, 2026'],
    ['retired', { effective: '2026-11-01' }, 'who retired on November 1, 2026'],
    ['resigned', { manner: 'resigned' }, 'who has resigned, effective December 31, 2026'],
    ['steps down', { manner: 'stepped-down' }, 'who will step down on December 31, 2026'],
    [
      'stepped down',
      { manner: 'stepped-down', effective: '2026-11-01' },
      'who stepped down on November 1, 2026',
    ],
    ['leaves', { manner: 'left' }, 'who will leave Halden on December 31, 2026'],
    ['left', { manner: 'left', effective: '2026-11-01' }, 'who left Halden on November 1, 2026'],
    ['left on a day that nobody sent', { manner: 'left', effective: undefined }, 'who has left Halden'],
    ['retires from an office that nobody sent', { title: undefined }, 'who will retire on December 31, 2026'],
  ];

  it.each(manners)('is one sentence where the predecessor %s', (_, facts, clause) => {
    expect(newsOf([departure(facts), appointment()])).toEqual({
      headline: 'Halden Names Leila Haddad to Succeed Marcus Thiele as CFO',
      text: `${appointed}, ${clause}.`,
    });
  });

  const inHeadline: [string, readonly Act[]][] = [
    ['the departure has more to say', [departure({ tenure: 'five years' }), appointment()]],
    ['the day is in doubt', [departure({ effective: { asSent: '01/02/2027' } }), appointment()]],
    ['the predecessor does not come back', [departure({ manner: 'not-returning' }), appointment()]],
    [
      'the day is in words',
      [departure({ effective: { date: '2026-12-31', phrase: 'at year end' } }), appointment()],
    ],
  ];

  it.each(inHeadline)('is two sentences under one headline where %s', (_, acts) => {
    const { headline, text } = newsOf(acts);
    expect(headline).toBe('Halden Names Leila Haddad to Succeed Marcus Thiele as CFO');
    expect(text).not.toContain(', who ');
    expect(text.split('Thiele').length).toBeGreaterThan(2);
  });

  it('is two sentences under one headline that does not say "as" where the offices have one in common', () => {
    const { headline, text } = newsOf([
      departure({ title: 'President and Chief Financial Officer' }),
      appointment(),
    ]);
    expect(headline).toBe('Halden Appoints Leila Haddad as CFO, Succeeding Marcus Thiele');
    expect(text).toContain('Marcus Thiele will retire as President and Chief Financial Officer');
  });

  it('names the office in which the successor follows, though it comes second', () => {
    const stages = [{ title: 'Chief Financial Officer', effective: '2026-12-31' }];
    const { headline } = newsOf([departure(), appointment({ title: 'Deputy CFO', stages })]);
    expect(headline).toBe('Halden Names Leila Haddad to Succeed Marcus Thiele as CFO');
  });

  it('tells in the headline who leaves where others leave too', () => {
    const chen = departure({ person: { name: 'Bo Chen' }, title: 'Chief Marketing Officer' });
    expect(newsOf([departure(), appointment(), chen]).headline).toBe(
      'Halden Announces Departure of CFO and CMO',
    );
  });

  const apart: [string, readonly Act[]][] = [
    ['the predecessor is dismissed', [departure({ manner: 'terminated' }), appointment()]],
    ['the office is another', [departure({ title: 'Treasurer' }), appointment()]],
    [
      'the successor is interim and the departure has more to say',
      [departure({ search: true }), appointment({ capacity: 'interim' })],
    ],
    ['the successor has the office already', [departure(), appointment({ manner: 'continues' })]],
    ['two succeed', [departure(), appointment(), appointment({ person: { name: 'Bo Chen' } })]],
    [
      'the predecessor is a namesake',
      [departure(), appointment({ succeeds: { id: 'emp-2', name: 'Marcus Thiele' } })],
    ],
  ];

  it.each(apart)('is two sentences where %s', (_, acts) => {
    const { headline, text } = newsOf(acts);
    expect(headline).toContain('Announces Departure of');
    expect(text).not.toContain(', who ');
    expect(text.split('Thiele').length).toBeGreaterThan(2);
  });

  it('is two sentences where an event wants the departure to lead', () => {
    expect(newsOf([departure(), appointment()], 'officer-departure').text).toBe(
      `Marcus Thiele will retire as Chief Financial Officer, effective December 31, 2026. ${appointed}.`,
    );
  });

  it('is a change of leadership in the headline where others are appointed too', () => {
    const other = appointment({ person: { name: 'Bo Chen' }, title: 'Treasurer', succeeds: undefined });
    expect(newsOf([departure(), appointment(), other]).headline).toBe('Halden Announces Leadership Changes');
  });

  it.each([
    [
      'interim',
      { capacity: 'interim' as const },
      'Halden Appoints Leila Haddad as Interim CFO, Succeeding Marcus Thiele',
    ],
    [
      'permanent',
      { manner: 'made-permanent' as const },
      'Halden Appoints Leila Haddad as Permanent CFO, Succeeding Marcus Thiele',
    ],
  ])('does not make the predecessor %s in the headline', (_, facts, headline) => {
    expect(newsOf([departure(), appointment(facts)]).headline).toBe(headline);
  });

  it('matches a later post of the successor', () => {
    const stages = [{ title: 'Chief Financial Officer', effective: '2027-01-01' }];
    expect(
      newsOf([departure(), appointment({ title: 'Controller', effective: '2026-12-01', stages })]).text,
    ).toBe(
      'Leila Haddad has been appointed Controller, effective December 1, 2026, and Chief Financial Officer, effective January 1, 2027, succeeding Marcus Thiele, who will retire on December 31, 2026.',
    );
  });
});
