import { ordinal } from './ordinal.ts';

/** Ids of mails in the outbox of a release: whatever asks for the same mail twice writes the same key. */
export const mailIds = {
  ask: (draft: number, approver: string) => `ask-${ordinal(draft)}-${approver}`,
  reminder: (draft: number, approver: string) => `reminder-${ordinal(draft)}-${approver}`,
  /** For an approver, or for the owner where none is named. */
  withdrawn: (draft: number, approver?: string) =>
    ['withdrawn', ordinal(draft), approver].filter((part) => part !== undefined).join('-'),
  massChange: (source: string, window: string) => `mass-change-${source}-${window}`,
  tooLate: (event: string) => `too-late-${event}`,
  published: (draft: number, approver: string) => `published-${ordinal(draft)}-${approver}`,
  code: (draft: number, approver: string, code: number) => `code-${ordinal(draft)}-${approver}-${code}`,
  changesRequested: (draft: number) => `changes-requested-${ordinal(draft)}`,
};

/** The number of the code in a mail's id, and whom it is for; undefined for a mail of another kind. */
export const codeOfMail = (mail: string): { approver: string; code: number } | undefined => {
  const [, approver, code] = /^code-\d{4,}-(.+)-(\d+)$/.exec(mail) ?? [];
  return approver === undefined ? undefined : { approver, code: Number(code) };
};
