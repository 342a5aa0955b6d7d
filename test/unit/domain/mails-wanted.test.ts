import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { Outcome } from '../../../functions/domain/facts.ts';
import { mailsWanted } from '../../../functions/domain/mails-wanted.ts';
import { tally } from '../../../functions/domain/tally.ts';
import { draftOf, unconfirmed } from '../../support/draft.ts';

const editor = { id: 'eva-blum', name: 'Eva Blum', title: 'Communications', editor: true } as const;
const { approvers } = draftOf();

const editsOf = (draft: Draft, outcome?: Outcome): (string | undefined)[] =>
  mailsWanted({ draft, outcome, ballots: [], tally: tally(draft, []), keys: { mails: new Set() } })
    .filter(({ kind }) => kind === 'edit')
    .map(({ approver }) => approver);

const changesAsked = (draft: Draft): Outcome => ({
  outcome: 'changes-requested',
  draft: 1,
  sha256: draft.sha256,
  at: '2002-06-06T12:00:00.000Z',
  by: 'helen-marsh',
  counted: ['helen-marsh'],
});

describe('an editor who decides on nothing', () => {
  it('is mailed about a draft that lacks something, and about one for which changes are asked', () => {
    const draft = draftOf({ approvers: [...approvers, editor], ...unconfirmed });
    expect(editsOf(draft)).toEqual(['eva-blum']);
    expect(editsOf(draft, changesAsked(draft))).toEqual(['eva-blum']);
  });

  it('is not mailed about a draft that lacks nothing, nor about one that is about them', () => {
    expect(editsOf(draftOf({ approvers: [...approvers, editor] }))).toEqual([]);
    const recused = { ...editor, recused: 'The release is about this person.' };
    expect(editsOf(draftOf({ approvers: [...approvers, recused], ...unconfirmed }))).toEqual([]);
  });
});
