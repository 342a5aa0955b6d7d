import type { Desk } from '../domain/desk-edits/desk-edits.ts';
import type { Draft } from '../domain/draft.ts';
import type { Decision, DraftMailKind, Gate, Outcome } from '../domain/facts.ts';
import type { MailFate } from '../domain/keys.ts';

/** What has happened to a release, of all that its owner may want to know of. */
export type Happening = {
  at: string;
} /** An event; with what an editor did, where it is one of the desk. */ & (
  | { what: 'event'; event: string; desk: Desk | undefined }
  /** A draft, and the events that the one before it lacked. */
  | { what: 'draft'; draft: Draft; news: string[] }
  | { what: 'mail'; kind: DraftMailKind; draft: number; to: string | undefined; isSent: boolean }
  | { what: 'mail-fate'; fate: MailFate; draft: number; to: string | undefined }
  | { what: 'seen' | 'taken-back'; who: string; draft: number }
  | { what: 'decision'; decision: Decision }
  /** An end, and the editor whose change it was for, if it was. */
  | { what: 'outcome'; outcome: Outcome; editor: string | undefined }
  | { what: 'gate'; gate: Exclude<Gate, { gate: 'published' }> }
  | { what: 'published'; draft: number }
  | { what: 'not-me'; who: string }
);

/** Mails that bring somebody to a draft, or warn of it; that a code was asked for or a receipt went out is left to the ledger. */
export const toldKinds = [
  'ask',
  'delegated',
  'reminder',
  'escalation',
  'at-risk',
  'link',
] as const satisfies readonly DraftMailKind[];

/** What comes before what, where both happened at one moment. */
const order: readonly Happening['what'][] = [
  'gate',
  'event',
  'draft',
  'mail',
  'mail-fate',
  'seen',
  'decision',
  'taken-back',
  'outcome',
  'published',
  'not-me',
];

/** Puts what has happened in order of time, and what happened at one moment in the order of its causes. */
export const inOrder = (happenings: readonly Happening[]): Happening[] =>
  happenings.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || order.indexOf(a.what) - order.indexOf(b.what),
  );
