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

const limitBytes = 60_000;

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

/** The pages of a draft by which somebody reads it, for an approver and for the owner, by the last part of their paths. */
const pagesOf = async (draft: Draft): Promise<Map<string, string>> => {
  const office = await openOffice({ draft, company: companyOfId(draft.company) });
  const approver = await enterAs(office, askedOf(draft, new Date(draft.createdAt))[0] ?? '');
  const owner = await enterAs(office, 'owner');
  const pages = new Map<string, string>();
  for (const page of ['', 'filing', 'origins', 'remarks', 'receipt', 'not-me'])
    pages.set(`approver/${page}`, (await approver.get('', page)).body ?? '');
  for (const page of ['', 'draft', 'evidence'])
    pages.set(`owner/${page}`, (await owner.get('', page)).body ?? '');
  return pages;
};

const heavy = (pages: ReadonlyMap<string, string>): [string, number][] =>
  [...pages]
    .map(([name, page]): [string, number] => [name, Buffer.byteLength(page)])
    .filter(([, bytes]) => bytes >= limitBytes);

describe('no page of a draft is as heavy as 60 KB', () => {
  it.each(['iec-2002', 'halden-2026'] as const)('of an example: %s', async (folder) => {
    const pages = await pagesOf(exampleDraft(folder));
    expect(heavy(pages)).toEqual([]);
    expect(pages.get('approver/')).toContain('<summary>Form 8-K and exchanges');
  });

  it.each([10, 20, 30, 50, 75, 100])('of %i acts', async (acts) => {
    expect(heavy(await pagesOf(draftWith(acts)))).toEqual([]);
  });

  it('of 100 acts, though it has every paragraph of the release and leads to all else', async () => {
    const draft = draftWith(100);
    const page = (await pagesOf(draft)).get('approver/') ?? '';
    const shown = page.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    for (const { blocks } of draft.content.sections)
      for (const block of blocks) if (typeof block === 'string') expect(shown).toContain(block.slice(0, 40));
    for (const rest of ['filing', 'origins', 'remarks']) expect(page).toContain(`/${rest}">`);
  });
});
