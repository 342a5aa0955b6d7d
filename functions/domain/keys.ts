import { ordinal } from './ordinal.ts';

const draftPrefix = (release: string, draft: number): string =>
  `releases/${release}/drafts/${ordinal(draft)}/`;

/** Names of the files that are published; EDGAR takes them as they are (Filer Manual 5.1.1). */
export const exhibitFiles = { text: 'exhibit99-1.txt', html: 'exhibit99-1.htm' } as const;

/** Names of the files that a draft has besides, for those who work on it; none of them is published. */
export const workingFiles = { word: 'exhibit99-1.docx', form8k: 'form8-k.htm' } as const;

/** The name of a draft's text for a wire. */
export const wireFile = (wire: string): string => `wire-${wire}.txt`;

/** The names of every file that a draft is given to people as. */
export const fileNamesOf = ({ wires }: { wires: readonly { wire: string }[] }): string[] => [
  ...Object.values(exhibitFiles),
  ...wires.map(({ wire }) => wireFile(wire)),
  ...Object.values(workingFiles),
];

/**
 * What SES may tell of a mail after it took it: that it came back for good, was marked as spam, or was never sent on; or that
 * it came back for now, such as from a full mailbox or with an absence note, or is on its way for longer.
 */
export const mailFates = ['bounced', 'complained', 'rejected', 'soft-bounced', 'delayed'] as const;
export type MailFate = (typeof mailFates)[number];

const mailFateOf = (word: string): MailFate => mailFates.find((fate) => fate === word) ?? 'bounced';

const roundName = (approver: string, round: number): string =>
  round === 1 ? approver : `${approver}.${round}`;

const gatePrefix = (release: string): string => `releases/${release}/gates/`;

/** Every key of the ledger. The suffixes `.event.json`, `.mail.json` and `/outcome.json` are what S3 notifies of. */
export const keys = {
  releases: 'releases/',
  release: (release: string) => `releases/${release}/`,
  event: (release: string, source: string, id: string) =>
    `releases/${release}/events/${source}~${id}.event.json`,
  draft: (release: string, draft: number) => `${draftPrefix(release, draft)}draft.json`,
  draftFile: (release: string, draft: number, file: string) => `${draftPrefix(release, draft)}${file}`,
  /** Round 1 is an approver's first decision on a draft; round n + 1 follows once round n was taken back. */
  decision: (release: string, draft: number, approver: string, round = 1) =>
    `${draftPrefix(release, draft)}decisions/${roundName(approver, round)}.json`,
  /** What became of the decisions on a draft, in order: taken back, and in the end counted. */
  step: (release: string, draft: number, step: number) =>
    `${draftPrefix(release, draft)}steps/${ordinal(step)}.json`,
  /** That somebody was shown the draft. */
  seen: (release: string, draft: number, reader: string) =>
    `${draftPrefix(release, draft)}seen/${reader}.json`,
  outcome: (release: string, draft: number) => `${draftPrefix(release, draft)}outcome.json`,
  mail: (release: string, mail: string) => `releases/${release}/mail/${mail}.mail.json`,
  sent: (release: string, mail: string) => `releases/${release}/mail/${mail}.sent.json`,
  publishedFile: (release: string, file: string) => `releases/${release}/published/${file}`,
  published: (release: string) => `releases/${release}/published.json`,
  held: (release: string, window: string) => `releases/${release}/held/${window}.json`,
  /** What was done to a release's gate, in order: frozen, thawed, opened for publication. */
  gate: (release: string, step: number) => `${gatePrefix(release)}${ordinal(step)}.json`,
  gates: (release: string) => gatePrefix(release),
  /** What became of a mail after SES took it, such as a bounce. */
  mailFate: (release: string, mail: string, fate: MailFate) =>
    `releases/${release}/mail/${mail}.${fate}.json`,
  /** That a link was visited in a way that decides nothing, each kind of visit once a day. */
  visit: (release: string, visit: string) => `releases/${release}/visits/${visit}.json`,
  /** That a reader says of what was published that somebody else acted in their name. */
  notMe: (release: string, reader: string) => `releases/${release}/not-me/${reader}.json`,
  /** Put by people, and by no function: docs/runbook.md. */
  resumed: (release: string) => `releases/${release}/resumed.json`,
};

/** What a key of the ledger is about; undefined for a key that is none of ours. */
export type KeyParts =
  | { fact: 'event'; release: string; event: string }
  | { fact: 'draft' | 'outcome'; release: string; draft: number }
  | { fact: 'draft-file'; release: string; draft: number; file: string }
  | { fact: 'decision'; release: string; draft: number; approver: string; round: number }
  | { fact: 'step'; release: string; draft: number; step: number }
  | { fact: 'seen'; release: string; draft: number; reader: string }
  | { fact: 'mail' | 'sent'; release: string; mail: string }
  | { fact: 'mail-fate'; release: string; mail: string; fate: MailFate }
  | { fact: 'gate'; release: string; step: number }
  | { fact: 'visit'; release: string; visit: string }
  | { fact: 'not-me'; release: string; reader: string }
  | { fact: 'published-file'; release: string; file: string }
  | { fact: 'held'; release: string; window: string }
  | { fact: 'published' | 'resumed'; release: string };

const shapes: readonly [RegExp, (release: string, a: string, b: string, c: string) => KeyParts][] = [
  [/^events\/(.+)\.event\.json$/, (release, event) => ({ fact: 'event', release, event })],
  [/^drafts\/(\d{4,})\/draft\.json$/, (release, n) => ({ fact: 'draft', release, draft: Number(n) })],
  [/^drafts\/(\d{4,})\/outcome\.json$/, (release, n) => ({ fact: 'outcome', release, draft: Number(n) })],
  [
    /^drafts\/(\d{4,})\/decisions\/([^/.]+)(?:\.(\d+))?\.json$/,
    (release, n, approver, round) => ({
      fact: 'decision',
      release,
      draft: Number(n),
      approver,
      round: round === '' ? 1 : Number(round),
    }),
  ],
  [
    /^drafts\/(\d{4,})\/steps\/(\d{4,})\.json$/,
    (release, n, step) => ({ fact: 'step', release, draft: Number(n), step: Number(step) }),
  ],
  [
    /^drafts\/(\d{4,})\/seen\/([^/]+)\.json$/,
    (release, n, reader) => ({ fact: 'seen', release, draft: Number(n), reader }),
  ],
  [
    /^drafts\/(\d{4,})\/([^/]+)$/,
    (release, n, file) => ({ fact: 'draft-file', release, draft: Number(n), file }),
  ],
  [/^mail\/([^/]+)\.mail\.json$/, (release, mail) => ({ fact: 'mail', release, mail })],
  [/^mail\/([^/]+)\.sent\.json$/, (release, mail) => ({ fact: 'sent', release, mail })],
  [
    /^mail\/([^/]+)\.(bounced|complained|rejected|soft-bounced|delayed)\.json$/,
    (release, mail, fate) => ({ fact: 'mail-fate', release, mail, fate: mailFateOf(fate) }),
  ],
  [/^gates\/(\d{4,})\.json$/, (release, n) => ({ fact: 'gate', release, step: Number(n) })],
  [/^visits\/([^/]+)\.json$/, (release, visit) => ({ fact: 'visit', release, visit })],
  [/^not-me\/([^/]+)\.json$/, (release, reader) => ({ fact: 'not-me', release, reader })],
  [/^published\.json$/, (release) => ({ fact: 'published', release })],
  [/^held\/([^/]+)\.json$/, (release, window) => ({ fact: 'held', release, window })],
  [/^resumed\.json$/, (release) => ({ fact: 'resumed', release })],
  [/^published\/([^/]+)$/, (release, file) => ({ fact: 'published-file', release, file })],
];

/** Takes a key of the ledger apart. */
export const parseKey = (key: string): KeyParts | undefined => {
  const [, release, rest] = /^releases\/([^/]+)\/(.+)$/.exec(key) ?? [];
  if (release === undefined || rest === undefined) return undefined;
  for (const [pattern, parts] of shapes) {
    const match = pattern.exec(rest);
    if (match) return parts(release, match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  return undefined;
};
