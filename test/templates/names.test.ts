import { describe, expect, it } from 'vitest';
import { templateNamesPage } from '../../infra/contract/template-names-page.ts';
import { describeNames } from '../../infra/template-names.ts';
import { actViews, frameViews } from '../support/release-views.ts';
import { namesUsed } from '../support/template-names.ts';
import { templates } from '../support/templates.ts';

const frames = await frameViews();
const all = [...frames, ...actViews];
const names = Object.fromEntries(
  all.map(([path, views]) => [path, describeNames(views)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
);

describe('what a template of a release sees', () => {
  it('stands in templates/names.json', async () => {
    const text = `${JSON.stringify(names, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../templates/names.json');
  });

  it('stands in docs/template-names.md', async () => {
    await expect(templateNamesPage(names)).toMatchFileSnapshot('../../docs/template-names.md');
  });

  it.each(all)('is all that %s uses', (path, views) => {
    const known = Object.keys(names[path] ?? {});
    expect([...namesUsed(templates, path, views)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is known of every template that no other includes', () => {
    const included = Object.values(templates).flatMap((text) =>
      [...text.matchAll(/\{\{> ?([^}\s]+) ?\}\}/g)].map(([, path = '']) => path),
    );
    const alone = Object.keys(templates).filter(
      (path) => path.startsWith('release/') && !included.includes(path),
    );
    expect(all.map(([path]) => path).sort()).toEqual(alone.sort());
  });
});
