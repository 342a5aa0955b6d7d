import type { RedlineFile, WordFile } from '../ports/word-file.ts';

/** Makes Word files with `docx`, which is read only when a draft lacks its file. */
export const wordFile: WordFile = async (release) => {
  const { writeWordFile } = await import('./word-document.ts');
  return writeWordFile(release);
};

/** Makes Word files with tracked changes, with `docx`, which is read only when somebody asks for one. */
export const redlineFile: RedlineFile = async (redline) => {
  const { writeRedlineFile } = await import('./word-redline.ts');
  return writeRedlineFile(redline);
};
