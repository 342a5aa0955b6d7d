import type { Content } from '../domain/draft.ts';

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
