import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, with the rules that are off by default, and what axe holds to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that can be pressed or entered, and that somebody sees. */
const targets = 'a, button, summary, input:not([type="hidden"]), textarea';

/**
 * What is smaller than it must be: 24 pixels for all that is not within a sentence (WCAG 2.5.8), 44 for what posts a form.
 * A box or a radio is as large as its label makes it.
 */
const smallTargets = `[...document.querySelectorAll(${JSON.stringify(targets)})].flatMap((target) => {
  const { width, height } = target.getBoundingClientRect();
  const isShown = target.checkVisibility({ contentVisibilityAuto: true }) && !target.closest('[aria-hidden], .skips');
  const isInline = target.tagName === 'A' && getComputedStyle(target).display === 'inline';
  const least = target.tagName === 'BUTTON' ? 44 : 24;
  return !isShown || isInline || (width >= least && height >= least)
    ? []
    : [target.outerHTML.slice(0, 80) + ': ' + Math.round(width) + ' by ' + Math.round(height)];
})`;

/** What is wrong with a page as it stands in a browser that runs scripts, in words that name the element. */
export const violationsOf = async (page: Page): Promise<string[]> => {
  const overflow = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const small: unknown = await page.evaluate(smallTargets);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(overflow > 0 ? [`${overflow} pixels wider than the window`] : []),
    ...(Array.isArray(small) ? small.map((target) => `too small: ${target}`) : []),
  ];
};
