import { error, type Finding } from './finding.ts';

/** What EDGAR writes around each document of a submission, and around the submission when it is disseminated. */
const wrapper =
  /<\/?(?:SEC-DOCUMENT|SEC-HEADER|IMS-DOCUMENT|IMS-HEADER|SUBMISSION|DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>|^-----(?:BEGIN|END) PRIVACY-ENHANCED MESSAGE-----/gi;

/** A line without the tags of the wrapper. */
export const withoutWrapper = (text: string): string => text.replace(wrapper, '');

/** Rule W1 on one line: EDGAR builds the wrapper, and one in the document would end it early. */
export const wrapperFindings = (text: string, line: number): Finding[] =>
  (text.match(wrapper) ?? []).map((tag) =>
    error('W1', `${tag} belongs to the wrapper that EDGAR builds. Take it out.`, line),
  );
