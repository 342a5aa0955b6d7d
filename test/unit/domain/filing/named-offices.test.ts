import { describe, expect, it } from 'vitest';
import { isNamedOffice, isPrincipalForPay } from '../../../../functions/domain/filing/named-offices.ts';

describe('Item 5.02 names', () => {
  it.each([
    'Chief Executive Officer',
    'CEO',
    'Vice President and CFO',
    'COO',
    'Chief Accounting Officer',
    'CAO',
    'Principal Accounting Officer',
    'President',
    'Interim President',
    'Chairman and President',
    'President and Chief Executive Officer',
    'President & CEO',
    'President, CEO and Director',
  ])('the office of %s', (title) => {
    expect(isNamedOffice(title)).toBe(true);
  });

  it.each([
    undefined,
    'Vice President',
    'Executive Vice-President',
    'Group President',
    'Division President',
    'President, European Operations',
    'Group President Optics',
    'President of Lens Division',
    'President and General Manager, Europe',
    'Controller',
    'Vice President and Corporate Controller',
    'General Counsel',
  ])('the office of %s not for certain', (title) => {
    expect(isNamedOffice(title)).toBe(false);
  });

  it.each([
    ['Chief Executive Officer', true],
    ['CFO', true],
    ['Principal Financial Officer', true],
    ['President', false],
    ['Chief Operating Officer', false],
    ['Chief Accounting Officer', false],
    [undefined, false],
  ])('for pay the office of %s: %s', (title, certain) => {
    expect(isPrincipalForPay(title)).toBe(certain);
  });
});
