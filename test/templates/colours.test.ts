import { describe, expect, it } from 'vitest';
import { contrast } from '../support/contrast.ts';
import { templates } from '../support/templates.ts';

describe('the colours', () => {
  const style = templates['pages/style.css'] ?? '';
  const [light = '', dark = ''] = [...style.matchAll(/:root\{([^}]*--page[^}]*)\}/g)].map(([, rule]) => rule);
  const coloursOf = (rule: string) =>
    new Map(
      [...rule.matchAll(/--([\w-]+):(#[0-9a-f]+)/g)].map(([, name = '', colour = '']) => [name, colour]),
    );

  const texts = [
    ['ink', 'page'],
    ['ink', 'sheet'],
    ['quiet', 'page'],
    ['quiet', 'sheet'],
    ['link', 'page'],
    ['link', 'sheet'],
    ['error', 'page'],
    ['error', 'sheet'],
    ['on-accent', 'accent'],
    ['on-mark', 'mark'],
  ];
  const edges = [
    ['edge', 'page'],
    ['edge', 'sheet'],
    ['accent', 'page'],
    ['error', 'page'],
    ['focus', 'page'],
    ['focus', 'sheet'],
  ];

  it.each([
    ['light', light],
    ['dark', dark],
  ])('of the %s scheme have the contrast that WCAG 2.2 AA asks for', (_scheme, rule) => {
    const colours = coloursOf(rule);
    const of = ([a = '', b = '']: string[]): number => contrast(colours.get(a) ?? '', colours.get(b) ?? '');
    for (const pair of texts) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(4.5);
    for (const pair of edges) expect(of(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });
});
