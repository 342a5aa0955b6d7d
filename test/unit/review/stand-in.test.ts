import { describe, expect, it } from 'vitest';
import { decisionSchema, outcomeSchema } from '../../../functions/domain/facts.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { readFact } from '../../../functions/ports/ledger.ts';
import { draftOf, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { enterAs, hiddenFields, type Visitor } from '../../support/visitor.ts';

const [margaret, daniel, helen, robert] = [
  'margaret-osei',
  'daniel-frost',
  'helen-marsh',
  'robert-ines',
] as const;

const leaves = { begins: '2002-06-06T22:00:00.000Z', ends: '2002-06-08T04:00:00.000Z', until: '2002-06-07' };

/** Legal needs Margaret, who leaves ten hours from now, and in whose place Helen, of the board, is asked then. */
const office = (): Promise<Office> =>
  openOffice({
    draft: draftOf({
      groups: draftOf().groups.map((group) =>
        group.id === 'legal' ? { ...group, required: [margaret] } : group,
      ),
      delegations: [{ approver: margaret, delegate: helen, ...leaves }],
    }),
  });

const told = async (visitor: Visitor): Promise<string> =>
  ((await visitor.get()).body ?? '').replaceAll(/\s+/g, ' ');

const outcomeIn = ({ facts }: Office) => readFact(facts, keys.outcome(release, 1), outcomeSchema);

describe('who stands in for somebody that leaves later', () => {
  it('is shown so from the start, to everybody who decides', async () => {
    const here = await office();
    const words = 'Away from June 6, 2002, 6:00 PM EDT until June 7, 2002: Helen Marsh is asked then';
    for (const reader of [margaret, daniel]) expect(await told(await enterAs(here, reader))).toContain(words);
    expect(await told(await enterAs(here, helen))).toContain('you will stand in for Margaret');
  });

  it('decides anew in their place, though what they approved for themselves stands', async () => {
    const here = await office();
    for (const reader of [helen, robert]) await (await enterAs(here, reader)).decide('approve');
    here.clock.pass(11 * 60);
    const visitor = await enterAs(here, helen);
    expect(await told(visitor)).toMatch(
      /You stand in for Margaret .*You approved draft 1|You approved draft 1.*You stand in for Margaret/,
    );
    expect(hiddenFields(await visitor.get())).toMatchObject({ round: '2' });
    expect(await outcomeIn(here)).toBeUndefined();
    expect((await visitor.decide('approve')).statusCode).toBe(303);
    expect(await readFact(here.facts, keys.decision(release, 1, helen, 2), decisionSchema)).toMatchObject({
      decision: 'approve',
    });
    expect(await outcomeIn(here)).toMatchObject({ outcome: 'approved', counted: [helen, robert] });
  });

  it('is told that taking their decision back takes back what it counts for both, and for one alone is not', async () => {
    const here = await office();
    const words = 'It counts for yourself and in place of Margaret Osei: taking it back takes back both.';
    await (await enterAs(here, helen)).decide('approve');
    expect(await told(await enterAs(here, helen))).not.toContain(words);
    here.clock.pass(11 * 60);
    const visitor = await enterAs(here, helen);
    expect(await told(visitor)).not.toContain(words);
    await visitor.decide('approve');
    expect(await told(visitor)).toContain(words);
    await (await enterAs(here, daniel)).decide('approve');
    expect(await told(await enterAs(here, daniel))).not.toContain('takes back both');
  });

  it('cannot decide before the other leaves, nor once they are back, and the page says so', async () => {
    const here = await openOffice({
      draft: draftOf({
        groups: draftOf().groups.filter(({ id }) => id === 'legal'),
        delegations: [{ approver: margaret, delegate: helen, ...leaves }],
      }),
    });
    const early = await enterAs(here, helen);
    expect(hiddenFields(await early.get())).toEqual({});
    expect(await told(early)).toContain('you will stand in for Margaret');
    here.clock.pass(11 * 60);
    const visitor = await enterAs(here, helen);
    const form = { decision: 'approve', read: '1', ...hiddenFields(await visitor.get()) };
    expect(form).toMatchObject({ round: '1' });
    here.clock.pass(30 * 60);
    const late = await enterAs(here, helen);
    expect((await late.post({ ...form, ...hiddenFields(await late.get()) })).statusCode).not.toBe(303);
    expect(here.facts.facts.has(keys.decision(release, 1, helen))).toBe(false);
  });

  it('is not needed where the other has decided before they left, or decides while away', async () => {
    const here = await office();
    for (const reader of [margaret, robert]) await (await enterAs(here, reader)).decide('approve');
    here.clock.pass(11 * 60);
    expect(await told(await enterAs(here, helen))).not.toContain('decide in their place');
    await (await enterAs(here, helen)).decide('approve');
    expect(await outcomeIn(here)).toMatchObject({ outcome: 'approved', counted: [helen, margaret, robert] });
  });
});
