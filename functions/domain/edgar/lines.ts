/** The lines of a document, whichever way they end. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);
