import { describe, expect, it } from 'vitest';
import { actViews } from '../support/release-views.ts';
import { namesOf, namesUsed } from '../support/template-names.ts';
import { templates } from '../support/templates.ts';

describe('a template of the release', () => {
  it.each(actViews)('%s uses every name of its views and no other', (path, of) => {
    expect(of).not.toEqual([]);
    expect([...namesUsed(templates, path, of)].sort()).toEqual([...namesOf(of)].sort());
  });

  it('has an entry here for every act, headline and subhead', () => {
    const all = Object.keys(templates).filter((path) => /^release\/(acts|headlines|subheads)\//.test(path));
    expect(actViews.map(([path]) => path).sort()).toEqual(all.sort());
  });

  it('escapes everything: no template of any folder has a triple or an unescaped tag', () => {
    const unescaped = Object.entries(templates).filter(([, text]) => /\{\{\{|\{\{&/.test(text));
    expect(unescaped.map(([path]) => path)).toEqual([]);
  });
});
