import type { Finding } from './finding.ts';

const longest = 32;

/** What every edition of the manual takes: lower case, no leading digit, at most one of `.`, `_` and `-`. */
const strict = /^[a-z][a-z0-9]*([._-][a-z0-9]+)?\.(htm|txt)$/;

/** Rules F1 and F2 on the name of a document in a submission (5.1.1). */
export const fileNameFindings = (name: string): Finding[] => {
  const problems = [
    ...(name.length > longest ? [`has ${name.length} characters; EDGAR takes ${longest}. Shorten it.`] : []),
    ...(/\s/.test(name) ? ['has a space. Take it out.'] : []),
    ...(/\.(htm|txt)$/.test(name) ? [] : ['must end in .htm or .txt.']),
  ];
  if (problems.length > 0) {
    return problems.map((problem) => ({
      rule: 'F1',
      severity: 'error',
      message: `The file name "${name}" ${problem}`,
    }));
  }
  return strict.test(name)
    ? []
    : [
        {
          rule: 'F2',
          severity: 'warning',
          message: `Older rules refuse the file name "${name}". Use lower-case letters and digits, a letter first, and one of . _ - at most.`,
        },
      ];
};
