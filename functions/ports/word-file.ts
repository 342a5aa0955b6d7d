import type { Content } from '../domain/draft.ts';
import type { RedlinePiece } from '../domain/redline.ts';

/** A release for Word. */
export interface WordRelease {
  content: Content;
  /** The line at the head of every page. */
  header: string;
  /** The instant that the file bears as that of its making. */
  createdAt: string;
}

/** Makes the bytes of a Word file; the same release gives the same bytes. */
export type WordFile = (release: WordRelease) => Promise<Uint8Array>;

/** What changed in a release between two of its drafts, for Word. */
export interface WordRedline extends Omit<WordRelease, 'content'> {
  pieces: readonly RedlinePiece[];
}

/** Makes the bytes of a Word file that has the changes tracked, to be taken or refused one by one. */
export type RedlineFile = (redline: WordRedline) => Promise<Uint8Array>;
