import * as v from 'valibot';

/** The items of Form 8-K that an announcement can come under; those of section 6 are of issuers of asset-backed securities. */
export const formItem = v.picklist([
  '1.01',
  '1.02',
  '1.03',
  '1.04',
  '1.05',
  '2.01',
  '2.02',
  '2.03',
  '2.04',
  '2.05',
  '2.06',
  '3.01',
  '3.02',
  '3.03',
  '4.01',
  '4.02',
  '5.01',
  '5.02(a)',
  '5.02(b)',
  '5.02(c)',
  '5.02(d)',
  '5.02(e)',
  '5.02(f)',
  '5.03',
  '5.04',
  '5.05',
  '5.06',
  '5.07',
  '5.08',
  '7.01',
  '8.01',
  '9.01',
]);

export type FormItem = v.InferOutput<typeof formItem>;
