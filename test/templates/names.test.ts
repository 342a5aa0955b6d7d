import { describe, expect, it } from 'vitest';
import { describeNames } from '../../infra/template-names.ts';
import { actViews, frameViews } from '../support/release-views.ts';
import { namesUsed } from '../support/template-names.ts';
import { templates } from '../support/templates.ts';

const frames = await frameViews();
const all = [...frames, ...actViews];

describe('templates/names.json', () => {
  it('has every name that a template of a release sees', async () => {
    const names = Object.fromEntries(
      all.map(([path, views]) => [path, describeNames(views)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    await expect(`${JSON.stringify(names, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../templates/names.json',
    );
  });

  it.each(all)('%s uses no other', (path, views) => {
    const names = new Set(Object.keys(describeNames(views)));
    expect([...namesUsed(templates, path, views)].filter((name) => !names.has(name))).toEqual([]);
  });

  it('has every template of a release that no other includes', () => {
    const included = Object.values(templates).flatMap((text) =>
      [...text.matchAll(/\{\{> ?([^}\s]+) ?\}\}/g)].map(([, path = '']) => path),
    );
    const alone = Object.keys(templates).filter(
      (path) => path.startsWith('release/') && !included.includes(path),
    );
    expect(all.map(([path]) => path).sort()).toEqual(alone.sort());
  });
});
