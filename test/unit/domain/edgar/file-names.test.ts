import { describe, expect, it } from 'vitest';
import { fileNameFindings } from '../../../../functions/domain/edgar/file-names.ts';
import { exhibitFiles, workingFiles } from '../../../../functions/domain/keys.ts';

const found = (name: string) => fileNameFindings(name).map(({ rule, severity }) => `${rule} ${severity}`);

describe('the name of a document', () => {
  it.each([...Object.values(exhibitFiles), workingFiles.form8k])(
    'that Gazette gives is taken by every edition: %s',
    (name) => {
      expect(found(name)).toEqual([]);
    },
  );

  it.each([
    ['d8k.txt', []],
    ['ex99-1.htm', []],
    ['a_b.htm', []],
    [`${'a'.repeat(28)}.htm`, []],
    [`${'a'.repeat(29)}.htm`, ['F1 error']],
    ['press release.htm', ['F1 error']],
    ['release.html', ['F1 error']],
    ['release.pdf', ['F1 error']],
    ['release', ['F1 error']],
    [`my ${'a'.repeat(30)}.pdf`, ['F1 error', 'F1 error', 'F1 error']],
    ['Release.htm', ['F2 warning']],
    ['8k.htm', ['F2 warning']],
    ['ex-99-1.htm', ['F2 warning']],
    ['ex-99_1.htm', ['F2 warning']],
    ['.htm', ['F2 warning']],
  ])('%s gives %j', (name, wanted) => {
    expect(found(name)).toEqual(wanted);
  });
});
