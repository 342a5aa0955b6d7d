import { describe, expect, it } from 'vitest';
import { Problem } from '../../../functions/domain/problem.ts';
import { readForm } from '../../../functions/receive/form.ts';

const read = (text: string | Buffer): unknown => readForm(Buffer.from(text));

const refusalOf = (text: string | Buffer): unknown => {
  try {
    return { taken: read(text) };
  } catch (error) {
    return error instanceof Problem ? `${error.status} ${error.kind}` : error;
  }
};

describe('a form', () => {
  it.each<[string, string, unknown]>([
    [
      'is an object by the steps of its names',
      'type=employee.updated&data[companyId]=12345&data[changedFields][0]=status&data[changedFields][1]=jobTitle',
      { type: 'employee.updated', data: { companyId: '12345', changedFields: ['status', 'jobTitle'] } },
    ],
    ['may encode its brackets', 'data%5Bid%5D=1', { data: { id: '1' } }],
    ['is decoded once', 'a=%2541+b%26c%3Dd', { a: '%41 b&c=d' }],
    ['may have an equals sign in a value', 'a=b=c', { a: 'b=c' }],
    ['may have an empty value', 'a=', { a: '' }],
    ['may hold any letter', 'name=Nguy%E1%BB%85n%20Th%E1%BB%8B', { name: 'Nguyễn Thị' }],
    ['has a list in whatever order it is sent', 'a[1]=y&a[0]=x', { a: ['x', 'y'] }],
    ['has an object where a number of a list is left out', 'a[0]=x&a[2]=y', { a: { 0: 'x', 2: 'y' } }],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  const flat = (pairs: number): string => Array.from({ length: pairs }, (_, n) => `a[${n}]=`).join('&');

  it('may have 2,000 pairs', () => {
    expect(refusalOf(flat(2000))).toHaveProperty('taken');
  });

  const deep = (steps: number): string => `a${'[b]'.repeat(steps - 1)}=1`;

  it('may be 32 levels deep', () => {
    expect(refusalOf(deep(32))).toHaveProperty('taken');
  });

  it.each<[string, string | Buffer, string]>([
    ['that is JSON', '{"type":"employee.updated"}', '400 form'],
    ['that is JSON with an equals sign', '{"a":"b=c"}', '400 form'],
    ['without an equals sign', 'a', '400 form'],
    ['with an empty pair', 'a=1&&b=2', '400 form'],
    ['with a name that stands twice', 'a=1&a=2', '400 form'],
    ['with a name that stands twice, once encoded', 'a=1&%61=2', '400 form'],
    ['with a value and steps under one name', 'a=1&a[b]=2', '400 form'],
    ['with steps and a value under one name', 'a[b]=2&a=1', '400 form'],
    ['with an empty step', 'a[]=1', '400 form'],
    ['with an open bracket', 'a[b=1', '400 form'],
    ['with text after a bracket', 'a[b]c=1', '400 form'],
    ['with an empty name', '=1', '400 form'],
    ['with half of a percent sign', 'a=%4', '400 form'],
    ['with percent signs that are not UTF-8', 'a=%C0%A0', '400 form'],
    ['with bytes that are not UTF-8', Buffer.from([0x61, 0x3d, 0xff]), '400 form'],
    ['33 levels deep', deep(33), '400 form'],
    ['100,000 levels deep', deep(80_000), '400 form'],
    ['with 2,001 pairs', flat(2001), '400 form'],
    ['with a name that objects inherit', 'a[__proto__][approved]=1', '400 json-unsafe'],
    ['with a constructor', 'constructor[prototype][x]=1', '400 json-unsafe'],
    ['with toString', 'a[toString]=1', '400 json-unsafe'],
    ['with names that only Unicode tells apart', 'a[e%CC%81]=1&a[%C3%A9]=2', '400 json-unsafe'],
    ['with a step of 257 letters', `a[${'b'.repeat(257)}]=1`, '400 json-unsafe'],
    ['with 501 names', Array.from({ length: 501 }, (_, n) => `a[n${n}]=1`).join('&'), '400 json-unsafe'],
  ])('is refused %s', (_, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal);
  });

  it('of 256 KB is read or refused within 100 ms', () => {
    const start = process.cpuUsage();
    for (const unit of ['a=1&', 'a[b]=1&', '%', '[', 'a[0]=&', '&'])
      refusalOf(unit.repeat(Math.floor((256 * 1024) / unit.length)));
    refusalOf(Array.from({ length: 30_000 }, (_, n) => `a[${n}]=`).join('&'));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / 7).toBeLessThan(100);
  });

  it('that is refused has changed no object', () => {
    refusalOf('__proto__[approved]=1');
    refusalOf('a[__proto__][approved]=1');
    expect(Object.hasOwn(Object.prototype, 'approved')).toBe(false);
  });
});
