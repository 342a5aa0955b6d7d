const office =
  'chief (executive|financial|operating|accounting)|principal (executive|financial|operating|accounting)|C[EFOA]O';

const named = new RegExp(`\\b(${office})\\b`, 'i');

/** A president of the company: nothing that narrows the office stands before the word or after it. */
const president = new RegExp(
  `(?<!\\b(vice|group|division|divisional|regional|deputy|assistant)[ -])\\bpresident(?=$|(,| and|,? &|/)( and)? ?(${office})\\b)`,
  'i',
);

const principal = /\b((chief|principal) (executive|financial)|C[EF]O)\b/i;

/** Whether an office is by its title one that Item 5.02(b) and (c) name; where it is not, it may still be one by its duties. */
export const isNamedOffice = (title: string | undefined): boolean =>
  title !== undefined && (named.test(title) || president.test(title.trim()));

/** Whether it is by its title the principal executive or financial officer, whose pay comes under Item 5.02(e). */
export const isPrincipalForPay = (title: string | undefined): boolean =>
  title !== undefined && principal.test(title);
