import { describe, expect, it } from 'vitest';
import type { Act } from '../../../../functions/domain/acts.ts';
import { markOtherActs } from '../../../../functions/domain/compose/other-acts.ts';
import type { EventFact } from '../../../../functions/domain/event.ts';
import { makeDraft } from '../../../../functions/domain/make-draft.ts';
import { eventOf } from '../../../support/draft.ts';
import { companyOfId } from '../../../support/examples.ts';
import { templates } from '../../../support/templates.ts';

const keller = { name: 'Jonas Keller', honorific: 'Mr.', familyName: 'Keller' } as const;
const leaves: Act = {
  kind: 'officer-departure',
  person: keller,
  title: 'Chief Executive Officer',
  manner: 'left',
  effective: '2026-11-30',
  leavesBoard: true,
  disagreement: false,
};
const leavesBoard: Act = {
  kind: 'director-departure',
  person: { name: 'JONAS KELLER' },
  manner: 'resigned',
  effective: '2026-11-30',
  disagreement: false,
};

const marked = (...acts: Act[]) => markOtherActs(acts.map((act) => ({ act, event: 'hr~1' })))[0];

describe('a departure of an officer', () => {
  it.each<[string, Act, boolean | undefined]>([
    ['an office', { kind: 'officer-appointment', person: keller, title: 'Executive Adviser' }, true],
    ['a seat on the board', { kind: 'director-election', person: keller }, true],
    ['the chair', { kind: 'chair-change', role: 'executive-chair', incoming: keller }, true],
    ['what follows the chair', { kind: 'chair-change', outgoing: keller, outgoingNext: 'a director' }, true],
    ['advice to the board', { kind: 'board-adviser', person: keller, title: 'Senior Adviser' }, true],
    ['nothing, as they gave up the chair', { kind: 'chair-change', outgoing: keller }, undefined],
    [
      'nothing, as somebody else has it',
      { kind: 'director-election', person: { name: 'Ann Lee' } },
      undefined,
    ],
  ])('knows that another act gives the person %s', (_, other, stays) => {
    expect(marked(leaves, other)?.stays).toBe(stays);
  });

  it('leaves the board, and what did not lead to it, to the act that tells of the board', () => {
    expect(marked(leaves, leavesBoard)?.act).toEqual({
      ...leaves,
      leavesBoard: undefined,
      disagreement: undefined,
    });
    const other: Act = { ...leavesBoard, disagreement: true, reason: 'over strategy' };
    expect(marked(leaves, other)?.act).toMatchObject({ disagreement: false });
    expect(marked(leaves)?.act).toEqual(leaves);
  });

  it('is told once with the board in the release', () => {
    const event: EventFact = {
      ...eventOf('board~1'),
      data: { company: 'halden-optics', replaces: [], retracts: [], acts: [leaves, leavesBoard] },
    };
    const draft = makeDraft(
      {
        company: companyOfId('halden-optics'),
        release: 'halden-optics.x',
        number: 1,
        events: [event],
        now: new Date('2026-11-19T18:00:00Z'),
      },
      templates,
    );
    const text = draft?.text.replaceAll(/\s+/g, ' ') ?? '';
    expect(text.match(/board of directors/g)).toHaveLength(1);
    expect(text.match(/not the result of any disagreement/g)).toHaveLength(1);
    expect(draft?.form8k).not.toContain('also leave the board');
  });
});
