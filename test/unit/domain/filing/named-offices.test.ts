import { describe, expect, it } from 'vitest';
import { officeKind, payOfficeKind } from '../../../../functions/domain/filing/named-offices.ts';

const own = ['Halden Optics, Inc.', 'Halden'];

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
    expect(officeKind(title, own)).toBe('named');
  });

  it.each([
    'Group CFO',
    'Interim co-CEO',
    'interim Chief Executive Officer since July 2024',
    'Chief Executive Officer of the Company',
    'Chief Executive Officer, Chairman of the Board',
    'Chief Financial Officer and Head of Strategy',
    'CFO and Executive Vice President, Finance',
    'Executive Vice President, Strategy and Chief Financial Officer',
    'Chief Executive Officer of Halden Optics, Inc.',
    'CEO of Halden and President of Halden Imaging',
    'Chief Executive Officer, Halden Optics, Inc.',
    'Chief Financial Officer (Principal Financial and Accounting Officer)',
    'Vice President, Finance (Principal Financial Officer)',
    'former Interim Chief Executive Officer',
  ])('the office of %s, of which nothing says that it is of a part only', (title) => {
    expect(officeKind(title, own)).toBe('named');
  });

  it.each([
    'CFO of Optics Division',
    'Chief Financial Officer, EMEA',
    'Chief Operating Officer - North America',
    'Chief Financial Officer (Optics)',
    'Division CFO',
    'Regional Chief Executive Officer',
    'Deputy CFO',
    'Halden Imaging CFO',
    'Chief Executive Officer of Halden Imaging, Inc.',
    'CFO and Treasurer of Optics Division',
    'President and CEO of Lens Division',
  ])('the office of %s only if it is not of a part of the company', (title) => {
    expect(officeKind(title, own)).toBe('narrowed');
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
    expect(officeKind(title, own)).toBe('other');
  });

  it.each([
    ['Chief Executive Officer', 'named'],
    ['CFO', 'named'],
    ['Principal Financial Officer', 'named'],
    ['CFO of Optics Division', 'narrowed'],
    ['President', 'other'],
    ['Chief Operating Officer', 'other'],
    ['Chief Accounting Officer', 'other'],
    [undefined, 'other'],
  ])('for pay the office of %s: %s', (title, certain) => {
    expect(payOfficeKind(title, own)).toBe(certain);
  });
});
