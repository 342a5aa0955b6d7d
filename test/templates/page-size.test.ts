import { describe, expect, it } from 'vitest';
import type { Draft } from '../../functions/domain/draft.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { askedOf } from '../../functions/domain/policy.ts';
import { exampleDraft } from '../support/example-draft.ts';
import { companyOfId } from '../support/examples.ts';
import { manyActs } from '../support/many-acts.ts';
import { openOffice } from '../support/office.ts';
import { templates } from '../support/templates.ts';
import { enterAs } from '../support/visitor.ts';

const sizeOf = async (draft: Draft): Promise<number> => {
  const office = await openOffice({ draft, company: companyOfId(draft.company) });
  const { body = '' } = await (await enterAs(office, askedOf(draft)[0] ?? '')).get();
  expect(body).toContain('Form 8-K and exchanges');
  return Buffer.byteLength(body);
};

const draftWith = (acts: number): Draft => {
  const draft = makeDraft(
    {
      company: companyOfId('halden-optics'),
      release: 'halden-optics.many',
      number: 1,
      events: manyActs(acts),
      now: new Date('2026-11-19T18:00:00Z'),
    },
    templates,
  );
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

describe('the page of a release', () => {
  it.each(['iec-2002', 'halden-2026'] as const)('of an example is under 60 KB: %s', async (folder) => {
    expect(await sizeOf(exampleDraft(folder))).toBeLessThan(60_000);
  });

  it('of 20 acts is under 60 KB, and grows by less than 2 KB with every further one', async () => {
    const [twenty, hundred] = [await sizeOf(draftWith(20)), await sizeOf(draftWith(100))];
    expect(twenty).toBeLessThan(60_000);
    expect((hundred - twenty) / 80).toBeLessThan(2000);
  });
});
