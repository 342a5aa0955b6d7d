const aside = /,| (?:of|to|due|with|for|including)\b| \(/;

/** What words are about, without what follows "of", "due" and the like: `5.5% notes due 2031` are `5.5% notes`. */
export const headOf = (words: string): string => words.split(aside)[0] ?? words;

/** What is listed, for the partial `security`, which says "shares" where nobody sent it; and whether it takes the plural. */
export const securityView = (security: string | undefined): { security: string | null; plural: boolean } => {
  const head = security === undefined ? '' : headOf(security);
  return {
    security: security ?? null,
    plural: security === undefined || / and /.test(head) || /[^s]s$/i.test(head),
  };
};
