import type { WordFile } from '../../functions/ports/word-file.ts';

/** Stands in for a Word file with nothing but its header. */
export const headerAsWordFile: WordFile = async ({ header }) => Buffer.from(header);
