import { describe, expect, it } from 'vitest';
import { takesAn } from '../../../../functions/domain/compose/article.ts';

const an = [
  'annual dividend',
  'interim dividend',
  'unsecured term loan',
  'underwritten offering',
  'unincorporated fund',
  '8-for-1 stock split',
  '80 percent stock dividend',
  '8.5% note',
  '11-for-10 stock split',
  '18 percent stock dividend',
  '11,000-share grant',
  'SBA loan',
];

const a = [
  'quarterly dividend',
  'one-time dividend',
  'European offering',
  'uniform rate',
  'U.S. dollar loan',
  'usual dividend',
  'utility bond',
  '2-for-1 stock split',
  '1-for-60 reverse stock split',
  '110 percent stock dividend',
  '100 percent stock dividend',
  'Special dividend',
];

describe('the article', () => {
  it.each(an)('is "an" before "%s"', (words) => {
    expect(takesAn(words)).toBe(true);
  });

  it.each(a)('is "a" before "%s"', (words) => {
    expect(takesAn(words)).toBe(false);
  });
});
