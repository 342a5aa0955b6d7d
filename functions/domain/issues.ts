import type { BaseIssue } from 'valibot';

const objects = new Set(['object', 'strict_object', 'loose_object']);

/** Says in plain words what is wrong with a value; the library's own words are for programmers. */
export const describeIssue = (issue: BaseIssue<unknown>): string => {
  if (issue.expected === 'never') return 'is not a known field';
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (objects.has(issue.type) && issue.received === 'undefined') return 'is missing';
  const wanted = (issue.expected ?? 'something else')
    // Parentheses around choices go, and those of a value such as "5.02(b)" stay.
    .replaceAll(/"[^"]*"|[()]/g, (part) => (part.startsWith('"') ? part : ''))
    .replaceAll(' | ', ' or ')
    .replace(/^(string|number|boolean)$/, 'a $1')
    .replace('Object', 'an object')
    .replace('Array', 'a list');
  return `must be ${wanted}`;
};
