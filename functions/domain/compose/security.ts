const aside = /,| (?:of|to|due|with|for|including)\b| \(/;

/** What is listed, for the partial `security`, which says "shares" where nobody sent it; and whether it takes the plural. */
export const securityView = (security: string | undefined): { security: string | null; plural: boolean } => {
  const [head = ''] = security?.split(aside) ?? [];
  return {
    security: security ?? null,
    plural: security === undefined || / and /.test(head) || /[^s]s$/i.test(head),
  };
};
