import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isApprovable } from '../../functions/domain/draft.ts';
import { columns } from '../../functions/domain/layout.ts';
import { makeDraft } from '../../functions/domain/make-draft.ts';
import { companyOfId, recordedExamples } from '../support/examples.ts';
import { templates } from '../support/templates.ts';

const seed = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'iec-2002-exhibit99-1.txt'), 'utf8');

const draftOf = (company: string, folder: string, now: string) => {
  const draft = makeDraft(
    {
      company: companyOfId(company),
      release: `${company}.example`,
      number: 1,
      events: recordedExamples(folder),
      now: new Date(now),
    },
    templates,
  );
  if (draft === undefined) throw new Error('no draft was made');
  return draft;
};

describe('the release of 6 June 2002, drafted from its events', () => {
  const draft = draftOf('iec-electronics', 'iec-2002', '2002-06-06T13:00:00Z');
  const collapsed = (text: string): string[] =>
    text.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '));

  it('says line for line what the company filed', () => {
    expect(collapsed(draft.text)).toEqual(collapsed(seed));
  });

  it('is set as it was filed, space for space', () => {
    expect(draft.text).toBe(seed);
  });

  it('exceeds 80 columns nowhere', () => {
    expect(Math.max(...draft.text.split('\n').map((line) => line.length))).toBe(columns);
  });

  it('lacks no fact and can be approved', () => {
    expect(draft.missing).toEqual([]);
    expect(isApprovable(draft)).toBe(true);
  });

  it('recuses the chairman whom it appoints, and nobody else', () => {
    expect(draft.approvers.filter(({ recused }) => recused !== undefined).map(({ id }) => id)).toEqual([
      'w-barry-gilbert',
    ]);
  });
});

describe('the release of another company with other acts', () => {
  const draft = draftOf('halden-optics', 'halden-2026', '2026-11-19T18:00:00Z');

  it('reads as its house style and its acts want it', () => {
    expect(draft.text).toMatchSnapshot();
  });

  it('has the same words as HTML that EDGAR takes', () => {
    expect(draft.html).toMatchSnapshot();
    expect(draft.html).toMatch(/^[\n\x20-\x7E]*$/);
    const tags = new Set([...draft.html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['b', 'body', 'br', 'head', 'html', 'p', 'title']);
  });
});
