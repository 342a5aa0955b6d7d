import { describe, expect, it } from 'vitest';
import {
  renderHtml,
  renderLine,
  renderText,
  TemplateError,
  templatesOf,
} from '../../../functions/domain/templates.ts';

describe('a view is closed', () => {
  it.each([
    ['a name that is missing', '{{title}}', { name: 'x' }],
    [
      'a name that only the enclosing view has',
      '{{#successor}}{{name}} becomes {{title}}{{/successor}}',
      {
        title: 'Chief Financial Officer',
        successor: { name: 'John Roe' },
      },
    ],
    ['an inherited name', '{{constructor}}', {}],
    ['a path', '{{successor.title}}', { successor: { title: 'x' } }],
  ])('and %s is an error', (_, template, view) => {
    expect(() => renderText({ t: template }, 't', view)).toThrow(TemplateError);
  });

  it('and the error says which template it was', () => {
    expect(() => renderText({ 'release/lead': '{{> part}}', part: '{{title}}' }, 'release/lead', {})).toThrow(
      'The template release/lead uses the name title, which its view lacks',
    );
  });

  it('but the text of a section sees the view around it', () => {
    expect(renderText({ t: '{{#a}}{{.}} {{b}}{{/a}}' }, 't', { a: 'x', b: 'y' })).toBe('x y');
  });
});

describe('rendering', () => {
  const naughty = `<img src=x onerror=alert(1)> O'Neill & "{{secret}}" é`;

  it('leaves text as it is, and never renders a value as a template', () => {
    expect(renderText({ t: '{{v}}' }, 't', { v: naughty })).toBe(naughty);
  });

  it('escapes everything for HTML, and writes other letters as numeric references', () => {
    expect(renderHtml({ t: '{{v}}' }, 't', { v: naughty })).toBe(
      '&lt;img src=x onerror=alert(1)&gt; O&#39;Neill &amp; &quot;{{secret}}&quot; &#233;',
    );
  });

  it('takes partials by their path, and a missing one is an error', () => {
    expect(renderText({ t: '{{> a/b}}', 'a/b': '{{v}}' }, 't', { v: 'x' })).toBe('x');
    expect(() => renderText({ t: '{{> a/b}}' }, 't', {})).toThrow('There is no template a/b');
  });

  it('fills in a line of a profile', () => {
    expect(renderLine('{{city}} - {{date}} -', { city: 'Newark', date: 'June 6, 2002' })).toBe(
      'Newark - June 6, 2002 -',
    );
  });
});

describe('a template that a company has of its own', () => {
  const shared = { 'release/lead': 'shared', 'release/degrees': 'degrees' };
  const templates = { ...shared, 'companies/halden-optics/release/lead': 'own' };

  it('takes the place of the one that all share, for this company and no other', () => {
    expect(templatesOf(templates, 'halden-optics')).toMatchObject({
      'release/lead': 'own',
      'release/degrees': 'degrees',
    });
    expect(templatesOf(templates, 'iec-electronics')['release/lead']).toBe('shared');
  });
});
