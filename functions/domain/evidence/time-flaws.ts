import { type KeyParts, parseKey } from '../keys.ts';
import type { EvidenceFile } from './evidence-file.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** A fact is stamped right before it is written, and a function runs for no longer than half a minute. */
const delayMilliseconds = 5 * 60_000;

/**
 * Facts that are written when they say. Events and what is asked for may be older: another release has handed them on, or
 * they were put anew where something was lost.
 */
const prompt: readonly KeyParts['fact'][] = [
  'draft',
  'seen',
  'decision',
  'step',
  'outcome',
  'gate',
  'sent',
  'published',
  'not-me',
];

/** Whether a fact says when it was written; a draft that a freeze has ended says when that was, whoever writes it down later. */
const isPrompt = ({ outcomes }: Said, key: string): boolean => {
  const parts = parseKey(key);
  if (parts === undefined || !prompt.includes(parts.fact)) return false;
  return parts.fact !== 'outcome' || outcomes.get(parts.draft)?.outcome.outcome !== 'frozen';
};

/** What is wrong with the times of facts: S3 took each decision, and what led to it and followed from it, when it says. */
export const timeFlaws = ({ facts }: Pick<EvidenceFile, 'facts'>, said: Said): Flaw[] =>
  facts.flatMap(({ key, at, storedAt }) =>
    flawIf(
      isPrompt(said, key) && Math.abs(Date.parse(storedAt) - Date.parse(at)) > delayMilliseconds,
      'S3 took it at another time.',
      key,
    ),
  );
