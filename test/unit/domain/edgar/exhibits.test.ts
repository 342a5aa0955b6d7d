import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../../../functions/domain/draft.ts';
import { htmlFindings } from '../../../../functions/domain/edgar/html-rules.ts';
import { textFindings } from '../../../../functions/domain/edgar/text-rules.ts';
import { htmlExhibit, textExhibit } from '../../../../functions/domain/exhibit.ts';
import { line } from '../../../../functions/domain/text.ts';
import { templates } from '../../../support/templates.ts';

/** Whatever a profile or an event may hold. */
const anyLine = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .filter((text) => v.is(line(), text));

/** Words of ASCII without brackets, as a release has them. */
const plainLine = fc.stringMatching(/^[!-;=?-\]_-~]{1,100}( [!-;=?-\]_-~]{1,12}){0,40}$/);

const contentOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Content> => {
  const lines = fc.array(text, { minLength: 1, maxLength: 3 });
  const table = fc.record({
    caption: text,
    columns: fc.constant(['Director', 'For', 'Against']).map((names): string[] => [...names]),
    rows: fc.array(
      fc.tuple(text, fc.constant('1,234,567'), fc.constant('8')).map((row) => [...row]),
      {
        maxLength: 3,
      },
    ),
  });
  const section = fc.record({
    name: fc.constantFrom('news' as const, 'boilerplate' as const, 'contact' as const),
    heading: text,
    blocks: fc.array(fc.oneof(text, table), { minLength: 1, maxLength: 3 }),
    lines,
  });
  return fc.record({
    exhibitLabel: fc.constant('Exhibit 99.1'),
    releaseLine: text,
    above: fc.array(section, { maxLength: 1 }),
    headline: text,
    subheads: lines,
    sections: fc.array(section, { maxLength: 3 }),
    endMark: text,
    pageLine: fc.boolean(),
  });
};

describe('the exhibits that Gazette sets', () => {
  it('have nothing to find in ASCII, whatever plain text they carry', () => {
    fc.assert(
      fc.property(contentOf(plainLine), (content) => {
        expect(textFindings(textExhibit(content, templates))).toEqual([]);
      }),
    );
  });

  it('have no line in ASCII that is too wide, whatever they carry', () => {
    fc.assert(
      fc.property(contentOf(anyLine), (content) => {
        const rules = textFindings(textExhibit(content, templates)).map(({ rule }) => rule);
        expect(rules.filter((rule) => rule === 'A3' || rule === 'A4')).toEqual([]);
      }),
    );
  });

  it('have no error in HTML, whatever they carry', () => {
    fc.assert(
      fc.property(contentOf(anyLine), (content) => {
        const findings = htmlFindings(htmlExhibit(content, templates));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });

  it('show what markup they carry as text', () => {
    fc.assert(
      fc.property(fc.constantFrom('<script>', '<b>', '</p>', '&nbsp;', '<!--', ']]>'), (markup) => {
        const content = fc.sample(contentOf(fc.constant(`a ${markup} b`)), 1);
        for (const one of content) expect(htmlFindings(htmlExhibit(one, templates))).toEqual([]);
      }),
    );
  });
});
