import type * as v from 'valibot';
import type { Draft } from '../draft.ts';
import type { EventFact } from '../event.ts';
import type { Decision, Gate, mailSchema, NotMe, Outcome, Published, Seen, Sent, Step } from '../facts.ts';
import type { VisitFact } from '../visits.ts';

/** Something that a file of evidence should bear out and does not; with the key of the fact where it is about one. */
export interface Flaw {
  what: string;
  key?: string;
}

/** A flaw where something is wrong, else none. */
export const flawIf = (wrong: boolean, what: string, key?: string): Flaw[] =>
  wrong ? [{ what, ...(key !== undefined && { key }) }] : [];

interface Keyed {
  key: string;
}

/** What the facts of a file say, each by its schema. */
export interface Said {
  release: string;
  /** When S3 took each fact, in milliseconds since 1970, by its key. */
  storedAt: ReadonlyMap<string, number>;
  events: Map<string, Keyed & { event: EventFact }>;
  drafts: Map<number, Draft>;
  files: (Keyed & { draft: number; file: string; sha256: string })[];
  decisions: (Keyed & { round: number; decision: Decision })[];
  steps: (Keyed & { number: number; step: Step })[];
  seen: (Keyed & { seen: Seen })[];
  outcomes: Map<number, Keyed & { outcome: Outcome }>;
  gates: { step: number; gate: Gate }[];
  mails: Map<string, Keyed & { mail: v.InferOutput<typeof mailSchema> }>;
  sent: (Keyed & { mail: string; sent: Sent })[];
  mailFates: (Keyed & { mail: string })[];
  visits: VisitFact[];
  notMe: (Keyed & { notMe: NotMe })[];
  published: (Keyed & { published: Published }) | undefined;
  publishedFiles: Map<string, string>;
}

/** What is said where there is no fact. */
export const nothingOf = (release: string): Said => ({
  release,
  storedAt: new Map(),
  events: new Map(),
  drafts: new Map(),
  files: [],
  decisions: [],
  steps: [],
  seen: [],
  outcomes: new Map(),
  gates: [],
  mails: new Map(),
  sent: [],
  mailFates: [],
  visits: [],
  notMe: [],
  published: undefined,
  publishedFiles: new Map(),
});
