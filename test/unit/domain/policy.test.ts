import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../functions/domain/acts.ts';
import { applyPolicy, askedOf, nameKey } from '../../../functions/domain/policy.ts';
import { policySchema } from '../../../functions/domain/policy-schema.ts';

const approver = (id: string, name: string) => ({
  id,
  name,
  title: 'Director',
  email: `${id}@example.com`,
  editor: false,
  absences: [],
});
const now = new Date('2026-06-10T12:00:00Z');
const open = { now, expiresAt: '2026-06-15T12:00:00.000Z' };
const company = {
  timeZone: 'America/New_York',
  owner: { name: 'Heather Keenan', email: 'h.keenan@example.com' },
  approvers: [approver('w-barry-gilbert', 'W. Barry Gilbert'), approver('helen-marsh', 'Helen Marsh')],
  policy: v.parse(policySchema, {
    groups: [{ id: 'board', name: 'Board', needed: 1, approvers: ['w-barry-gilbert', 'helen-marsh'] }],
  }),
};
const appointment = (person: { id?: string; name: string }): Act => ({
  kind: 'officer-appointment',
  person,
  title: 'Chief Executive Officer',
});
const asked = (acts: Act[]): string[] => askedOf(applyPolicy(company, { acts }, open), now);

describe('recusal', () => {
  it('takes out the approver whom an act is about, by id', () => {
    expect(asked([appointment({ id: 'helen-marsh', name: 'H. Marsh-Lindqvist' })])).toEqual([
      'w-barry-gilbert',
    ]);
  });

  it.each([
    'W. Barry Gilbert',
    'Barry Gilbert',
    'BARRY GILBERT',
    'Mr. W. Barry Gilbert, Jr.',
    'W Barry  Gilbert',
    'William Barry Gilbert',
    'Gilbert, W. Barry',
    'Barry Gilbert CPA',
    'W. Barry Gilbert (Chairman)',
    'Mr. Gilbert',
  ])('takes out the approver whom an act is about, by name: %s', (name) => {
    expect(asked([appointment({ name })])).toEqual(['helen-marsh']);
  });

  it.each(['Helen Gilbert', 'Barry Marsh', 'Gilberta Marshall', 'W. B. Anderson'])(
    'leaves in who only shares a part of the name: %s',
    (name) => {
      expect(asked([appointment({ name })])).toEqual(['w-barry-gilbert', 'helen-marsh']);
    },
  );

  it('finds out when the release is about its owner, by name or by the address of one who is recused', () => {
    const ownerRecused = (owner: { name: string; email: string }, name: string) =>
      applyPolicy({ ...company, owner }, { acts: [appointment({ name })] }, open).ownerRecused;
    expect(ownerRecused({ name: 'Ann Lee', email: 'x@example.com' }, 'Ann B. Lee')).toBe(true);
    expect(
      ownerRecused({ name: 'Investor Relations', email: 'helen-marsh@example.com' }, 'Helen Marsh'),
    ).toBe(true);
    expect(ownerRecused({ name: 'Ann Lee', email: 'x@example.com' }, 'Helen Marsh')).toBe(false);
  });

  it.each([
    ['Chief Financial Officer', true],
    ['CFO', true],
    ['Interim Chief Financial Officer', true],
    ['Senior Vice President and Chief Financial Officer', true],
    ['CFO, EMEA', false],
    ['Director', false],
  ])('looks at the office where nobody is named: %s is recused: %s', (title, isRecused) => {
    const unnamed: Act = { kind: 'officer-departure', manner: 'resigned', title: 'Chief Financial Officer' };
    const { approvers } = applyPolicy(
      { ...company, approvers: company.approvers.map((one) => ({ ...one, title })) },
      { acts: [unnamed] },
      open,
    );
    expect(approvers.every(({ recused }) => (recused !== undefined) === isRecused)).toBe(true);
  });

  it('takes out nobody where neither a person nor an office is said', () => {
    expect(asked([{ kind: 'officer-departure', manner: 'left' }])).toEqual([
      'w-barry-gilbert',
      'helen-marsh',
    ]);
  });

  it('takes out the one who is succeeded', () => {
    const act: Act = {
      kind: 'officer-appointment',
      person: { name: 'New Person' },
      title: 'Chairman',
      succeeds: { name: 'W. Barry Gilbert' },
    };
    expect(asked([act])).toEqual(['helen-marsh']);
  });

  it('does not take out who only speaks', () => {
    const act: Act = {
      kind: 'statement',
      speaker: { name: 'W. Barry Gilbert' },
      title: 'Chairman',
      paragraphs: ['x'],
    };
    expect(asked([act])).toEqual(['w-barry-gilbert', 'helen-marsh']);
  });

  it('keeps the number that a group needs', () => {
    const { groups } = applyPolicy(
      company,
      { acts: [appointment({ name: 'Helen Marsh' }), appointment({ name: 'Barry Gilbert' })] },
      open,
    );
    expect(groups).toEqual([
      {
        id: 'board',
        name: 'Board',
        needed: 1,
        stage: 1,
        approvers: [],
        required: [],
        recused: ['w-barry-gilbert', 'helen-marsh'],
      },
    ]);
  });
});

describe('a name for matching', () => {
  it.each([
    ['José García', 'jose garcia'],
    ["Conan O'Neill", 'conan neill'],
    ['X Æ A-12', 'x æ a 12'],
    ['Madonna', 'madonna'],
    ['J. P.', 'j p'],
  ])('writes %s as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});
