import type { WordFile } from '../ports/word-file.ts';

/** Makes Word files with `docx`, which is read only when a draft lacks its file. */
export const wordFile: WordFile = async (release) => {
  const { writeWordFile } = await import('./word-document.ts');
  return writeWordFile(release);
};
