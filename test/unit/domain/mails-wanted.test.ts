import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { Decision, Outcome } from '../../../functions/domain/facts.ts';
import { mailsWanted } from '../../../functions/domain/mails-wanted.ts';
import { tally } from '../../../functions/domain/tally.ts';
import { draftOf, unconfirmed } from '../../support/draft.ts';

type State = Parameters<typeof mailsWanted>[0];

const editor = { id: 'eva-blum', name: 'Eva Blum', title: 'Communications', editor: true } as const;
const { approvers } = draftOf();

/** A draft on which nobody has decided, or what a test changes about that. */
const stateOf = ({ draft = draftOf(), decisions = [], ...others }: Partial<State>): State => ({
  draft,
  outcome: undefined,
  steps: [],
  ballots: decisions.map((decision) => ({ round: 1, decision, fate: undefined })),
  decisions,
  tally: tally(draft, decisions),
  newerEvents: [],
  keys: { mails: new Set(), notMe: [] },
  ...others,
});

const editsOf = (draft: Draft, outcome?: Outcome): (string | undefined)[] =>
  mailsWanted(stateOf({ draft, outcome }), new Date(draft.createdAt))
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

const [margaret, helen, robert] = ['margaret-osei', 'helen-marsh', 'robert-ines'] as const;
const decidedAt = '2002-06-06T12:00:00.000Z';

const approvals = (draft: Draft, ...approvers: string[]): Decision[] =>
  approvers.map((approver) => ({ decision: 'approve', approver, draft: 1, sha256: draft.sha256, decidedAt }));

const idsOf = (state: Partial<State>, now: string): string[] =>
  mailsWanted(stateOf(state), new Date(now)).map(({ id }) => id);

describe('somebody who leaves while a draft is open', () => {
  const leaves = {
    begins: '2002-06-07T04:00:00.000Z',
    ends: '2002-06-09T04:00:00.000Z',
    until: '2002-06-08',
  };
  const draft = draftOf({ delegations: [{ approver: margaret, delegate: helen, ...leaves }] });
  const about = (state: Partial<State>, now: string): string[] =>
    idsOf({ draft, ...state }, now).filter((id) => id.includes(margaret) || id.includes(helen));

  it('is asked until then; from then on the delegate is asked, of their own accord where they decide anyway, and they are told', () => {
    expect(about({}, '2002-06-07T03:59:00Z')).toEqual([`ask-0001-${margaret}`, `ask-0001-${helen}`]);
    expect(about({}, '2002-06-07T04:00:00Z')).toEqual([
      `ask-0001-${helen}`,
      `ask-0001-${helen}-~${margaret}`,
      `delegated-0001-${margaret}`,
    ]);
  });

  it('is asked once they are back, where nobody has decided for them', () => {
    expect(about({}, '2002-06-09T04:00:00Z')).toContain(`ask-0001-${margaret}`);
  });

  it('is neither told nor stood in for where they decided before, or their group has what it needs', () => {
    for (const approver of [margaret, 'daniel-frost'])
      expect(about({ decisions: approvals(draft, approver) }, '2002-06-07T04:00:00Z')).toEqual([
        `ask-0001-${helen}`,
        ...(approver === margaret ? [`receipt-0001-${margaret}-1`] : []),
      ]);
  });

  it('is stood in for from their turn on, where they left before it came', () => {
    const groups = draftOf().groups.map((group) => ({ ...group, stage: group.id === 'legal' ? 2 : 1 }));
    const staged = draftOf({ groups, delegations: draft.delegations });
    const now = '2002-06-07T05:00:00Z';
    expect(idsOf({ draft: staged }, now)).not.toContain(`delegated-0001-${margaret}`);
    const decisions = approvals(staged, robert, 'w-barry-gilbert');
    expect(idsOf({ draft: staged, decisions }, now)).toEqual(
      expect.arrayContaining([`delegated-0001-${margaret}`, `ask-0001-${helen}-~${margaret}`]),
    );
  });
});

describe('the end of a draft', () => {
  const asked = new Set([`ask-0001-${helen}-~${margaret}`, `ask-0001-${robert}`]);
  it.each(['withdrawn', 'expired', 'frozen'] as const)(
    'is told to whoever was asked, also in the place of another alone: %s',
    (outcome) => {
      const draft = draftOf();
      const end: Outcome = {
        outcome,
        draft: 1,
        sha256: draft.sha256,
        at: decidedAt,
        by: 'daniel-frost',
        counted: [],
      };
      const mails = idsOf({ draft, outcome: end, keys: { mails: asked, notMe: [] } }, decidedAt);
      const kind = outcome === 'withdrawn' ? 'withdrawn' : 'no-action';
      expect(mails.filter((id) => id.startsWith(`${kind}-0001-`)).sort()).toEqual([
        `${kind}-0001-${helen}`,
        `${kind}-0001-${robert}`,
      ]);
    },
  );
});

describe('the time to take an approval back', () => {
  const draft = draftOf({ coolingOffMinutes: 30 });
  const decisions = approvals(draft, margaret, helen, robert);
  const coolings = (state: Partial<State>): string[] =>
    idsOf({ draft, decisions, ...state }, decidedAt).filter((id) => id.startsWith('cooling-'));

  it('is told to those who approved and to the owner, each time that it begins', () => {
    const mails = ['cooling-0001-1', ...[helen, margaret, robert].map((id) => `cooling-0001-${id}-1`)];
    expect(coolings({})).toEqual(mails);
    const step = { step: 'taken-back', draft: 1, approver: helen, round: 1, at: decidedAt } as const;
    expect(coolings({ steps: [step] })).toEqual(mails.map((id) => id.replace(/1$/, '2')));
  });

  it('is told to nobody where there is none, an approval is lacking, or a newer event waits', () => {
    expect(coolings({ draft: draftOf(), decisions: approvals(draftOf(), margaret, helen, robert) })).toEqual(
      [],
    );
    expect(coolings({ decisions: approvals(draft, margaret, helen) })).toEqual([]);
    expect(coolings({ newerEvents: ['hr~evt-2'] })).toEqual([]);
  });
});
