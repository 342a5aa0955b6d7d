/**
 * The rules by which EDGAR takes a document: A for ASCII text, F for names of files, H for HTML, W for what stands
 * around a document. Numbers in comments are of the Filer Manual, volume II.
 */
type EdgarRule =
  | `A${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `F${1 | 2}`
  | `H${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `W${1 | 2}`;

/** A breach of an EDGAR rule, what to do about it, and the line of the document, from 1. */
export interface Finding {
  rule: EdgarRule;
  severity: 'error' | 'warning';
  message: string;
  line?: number;
}

/** A finding for which EDGAR may refuse the document. */
export const error = (rule: EdgarRule, message: string, line: number): Finding => ({
  rule,
  severity: 'error',
  message,
  line,
});

/** A finding that EDGAR lets pass, and that readers or later tools may trip over. */
export const warning = (rule: EdgarRule, message: string, line: number): Finding => ({
  rule,
  severity: 'warning',
  message,
  line,
});
