// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a language of AWS, not JavaScript
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../local/template/intrinsics.ts';
import { NotRunnable } from '../../local/template/not-runnable.ts';

const scope = {
  ref: (id: string) => {
    if (id === 'Unknown') throw new NotRunnable(id, 'it is not in the template');
    return `ref-${id}`;
  },
  attribute: (id: string, name: string) => `${id}/${name}`,
};
const value = (part: unknown) => evaluate(part, scope, 'Here');

describe('the intrinsics of a template', () => {
  test.each([
    ['Ref', { Ref: 'A' }, 'ref-A'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['A', 'Arn'] }, 'A/Arn'],
    ['GetAtt as text', { 'Fn::GetAtt': 'A.Endpoint.Port' }, 'A/Endpoint.Port'],
    ['Join, of references', { 'Fn::Join': [':', ['arn', { Ref: 'A' }, 7]] }, 'arn:ref-A:7'],
    ['Join, of a list that is made', { 'Fn::Join': ['-', { 'Fn::Split': ['/', 'a/b'] }] }, 'a-b'],
    ['Select, of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Sub', { 'Fn::Sub': 'x${A}y${A.Arn}z${!Literal}' }, 'xref-AyA/Arnz${Literal}'],
    ['Sub, with names of its own', { 'Fn::Sub': ['${A}${B}', { B: { Ref: 'C' } }] }, 'ref-Aref-C'],
    ['nothing at all', { a: [1, true, null, { b: 'Ref' }] }, { a: [1, true, null, { b: 'Ref' }] }],
    ['an absent property', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
  ])('evaluate %s', (_, part, expected) => {
    expect(value(part)).toEqual(expected);
  });

  test.each(['Fn::If', 'Fn::ImportValue', 'Fn::FindInMap', 'Fn::GetAZs', 'Fn::Cidr', 'Fn::Transform'])(
    'are refused by name where the runner does not know them: %s',
    (name) => {
      expect(() => value({ a: [{ [name]: ['x'] }] })).toThrow(`cannot run Here: the intrinsic ${name}`);
    },
  );

  test.each([
    ['Join of what is not a list', { 'Fn::Join': ['-', 'text'] }],
    ['Join of what is not text', { 'Fn::Join': ['-', [{ a: 1 }]] }],
    ['Select beyond its list', { 'Fn::Select': [3, ['a']] }],
    ['Split without arguments', { 'Fn::Split': 'a/b' }],
    ['a reference to nothing', { 'Fn::Sub': '${Unknown}' }],
  ])('are refused where they are wrong: %s', (_, part) => {
    expect(() => value(part)).toThrow(NotRunnable);
  });
});
