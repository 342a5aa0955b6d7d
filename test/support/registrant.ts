import type { Company } from '../../functions/domain/company.ts';

/** A registrant of whom a profile knows everything. */
export const registrant: NonNullable<Company['registrant']> = {
  jurisdiction: 'Oregon',
  fileNumber: '001-34508',
  taxId: '93-0001234',
  address: ['1200 Lens Way', 'Portland, Oregon 97201'],
  phone: '(503) 555-0100',
  securities: [{ title: 'Common Stock', ticker: 'HLDN', exchange: 'New York Stock Exchange' }],
  emergingGrowth: false,
  signatory: { name: 'Ana Delgado', title: 'General Counsel' },
};
