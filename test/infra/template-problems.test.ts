import { describe, expect, it } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { readTemplateNames } from '../../infra/template-names.ts';
import { sharedNameProblems, templateProblems } from '../../infra/template-problems.ts';
import { templates } from '../support/templates.ts';

const names = readTemplateNames();
const companies = readConfig().companies.map(({ id }) => id);
const own = (path: string): string => `companies/halden-optics/${path}`;
const problems = (changes: Readonly<Record<string, string>>): string[] =>
  templateProblems({ ...templates, ...changes }, companies, names);
const dividend = own('release/acts/dividend');
const file = `templates/${dividend}.mustache`;

describe('the templates', () => {
  it('have nothing wrong', () => {
    expect(problems({})).toEqual([]);
  });
});

describe('a mail', () => {
  it('is told of by the MJML that it is made from, and the line of its HTML', () => {
    expect(problems({ 'mail/ask.html': '<p>\n{{&whom}}</p>' })).toEqual([
      'templates/mail/ask.mjml, line 2 of its HTML: whom is not escaped; write it in two braces',
    ]);
  });
});

describe("a company's own template is told of by its file and line", () => {
  it.each([
    [
      'that uses a name which its view lacks',
      'It pays {{perShare}}.\n{{nope}}',
      [
        `${file}:2: uses the name nope, which the view of release/acts/dividend lacks; docs/template-names.md lists those it has`,
      ],
    ],
    [
      'that uses a name outside the list or view that has it',
      '{{record}}',
      [
        `${file}:1: uses the name record, which the view of release/acts/dividend lacks; docs/template-names.md lists those it has`,
      ],
    ],
    [
      'that uses within a view a name that only the one around it has',
      '{{#payment}}{{perShare}}{{/payment}}',
      [
        `${file}:1: uses the name perShare, which the view of release/acts/dividend lacks in payment; docs/template-names.md lists those it has`,
      ],
    ],
    ['that leaves a section open', 'It pays.\n\n{{#annual}}', [`${file}:3: Unclosed section "annual"`]],
    ['that leaves a tag open', 'It pays {{perShare', [`${file}:1: Unclosed tag`]],
    ['that closes what is not open', '{{perShare}}\n{{/annual}}', [`${file}:2: Unopened section "annual"`]],
    ['in three braces', '{{{its}}}', [`${file}:1: its is not escaped; write it in two braces`]],
    ['with an ampersand', '{{&its}}', [`${file}:1: its is not escaped; write it in two braces`]],
    [
      'that includes what is not there',
      '{{its}}\n{{> release/parts/nope}}',
      [`${file}:2: there is no template release/parts/nope`],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems({ [dividend]: text })).toEqual(expected);
  });

  it('also where it is a part that others include', () => {
    const path = own('release/parts/payable');
    const [first, ...others] = problems({ [path]: 'payable {{whom}}' });
    expect(first).toMatch(
      /^templates\/companies\/halden-optics\/release\/parts\/payable\.mustache:1: uses the name whom, which the view of release\/acts\/dividend lacks in payment/,
    );
    expect(others).toHaveLength(1);
  });

  it('where it replaces what is not there, or is of no company', () => {
    expect(problems({ [own('release/acts/dividends')]: 'x' })).toEqual([
      'templates/companies/halden-optics/release/acts/dividends.mustache: there is no templates/release/acts/dividends.mustache that it could replace',
    ]);
    expect(problems({ 'companies/acme/release/lead': 'x' })).toEqual([
      'templates/companies/acme/release/lead.mustache: there is no profile config/companies/acme.json',
    ]);
  });

  it.each(['mail/ask.html', 'pages/review', 'lead'])(
    'where it would replace %s, which is no release',
    (path) => {
      expect(problems({ [own(path)]: 'x' })).toEqual([
        `templates/companies/halden-optics/${path}.mustache: only a template of release/ can be replaced for a company`,
      ]);
    },
  );

  it('and may leave names out, repeat them, and include what all share', () => {
    const text =
      '{{its}} board: {{perShare}}, {{perShare}}{{#payment}}, {{> release/parts/payable}}{{/payment}}.';
    expect(problems({ [dividend]: text })).toEqual([]);
  });
});

describe('a template that all share', () => {
  it('is told of where mustache cannot read it, in whatever folder', () => {
    expect(problems({ 'mail/foot.txt': '{{#open}}' })).toEqual([
      'templates/mail/foot.txt.mustache:1: Unclosed section "open"',
    ]);
  });

  it('is told of by name where its view lacks one, and each place once', () => {
    const broken = { ...templates, 'release/parts/day': '\n{{when}}' };
    const found = sharedNameProblems(broken, names);
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found).size).toBe(found.length);
    expect(found[0]).toMatch(
      /^templates\/release\/parts\/day\.mustache:2: uses the name when, which the view of/,
    );
  });

  it('may include itself', () => {
    const changed = { ...templates, 'release/degrees': '{{> release/degrees}}' };
    expect(sharedNameProblems(changed, names).filter((problem) => problem.includes('degrees'))).toEqual([]);
  });
});
