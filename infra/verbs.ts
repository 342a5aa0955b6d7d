/** The functions of Gazette, each a folder below functions/ and a bundle below dist/. */
export const verbs = ['receive', 'draft', 'notify', 'hear', 'review', 'publish', 'sweep'] as const;

export type Verb = (typeof verbs)[number];
