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

/** Every key of the ledger. The suffixes `.event.json`, `.mail.json` and `/outcome.json` are what S3 notifies of. */
export const keys = {
  releases: 'releases/',
  release: (release: string) => `releases/${release}/`,
  event: (release: string, source: string, id: string) =>
    `releases/${release}/events/${source}~${id}.event.json`,
  draft: (release: string, draft: number) => `${draftPrefix(release, draft)}draft.json`,
  draftFile: (release: string, draft: number, file: string) => `${draftPrefix(release, draft)}${file}`,
  decision: (release: string, draft: number, approver: string) =>
    `${draftPrefix(release, draft)}decisions/${approver}.json`,
  outcome: (release: string, draft: number) => `${draftPrefix(release, draft)}outcome.json`,
  mail: (release: string, mail: string) => `releases/${release}/mail/${mail}.mail.json`,
  sent: (release: string, mail: string) => `releases/${release}/mail/${mail}.sent.json`,
  publishedFile: (release: string, file: string) => `releases/${release}/published/${file}`,
  published: (release: string) => `releases/${release}/published.json`,
  held: (release: string, window: string) => `releases/${release}/held/${window}.json`,
  /** Put by people, and by no function: docs/runbook.md. */
  resumed: (release: string) => `releases/${release}/resumed.json`,
};

/** What a key of the ledger is about; undefined for a key that is none of ours. */
type KeyParts =
  | { fact: 'event'; release: string; event: string }
  | { fact: 'draft' | 'outcome'; release: string; draft: number }
  | { fact: 'draft-file'; release: string; draft: number; file: string }
  | { fact: 'decision'; release: string; draft: number; approver: string }
  | { fact: 'mail' | 'sent'; release: string; mail: string }
  | { fact: 'published-file'; release: string; file: string }
  | { fact: 'held'; release: string; window: string }
  | { fact: 'published' | 'resumed'; release: string };

const shapes: readonly [RegExp, (release: string, a: string, b: string) => KeyParts][] = [
  [/^events\/(.+)\.event\.json$/, (release, event) => ({ fact: 'event', release, event })],
  [/^drafts\/(\d{4,})\/draft\.json$/, (release, n) => ({ fact: 'draft', release, draft: Number(n) })],
  [/^drafts\/(\d{4,})\/outcome\.json$/, (release, n) => ({ fact: 'outcome', release, draft: Number(n) })],
  [
    /^drafts\/(\d{4,})\/decisions\/([^/]+)\.json$/,
    (release, n, approver) => ({ fact: 'decision', release, draft: Number(n), approver }),
  ],
  [
    /^drafts\/(\d{4,})\/([^/]+)$/,
    (release, n, file) => ({ fact: 'draft-file', release, draft: Number(n), file }),
  ],
  [/^mail\/([^/]+)\.mail\.json$/, (release, mail) => ({ fact: 'mail', release, mail })],
  [/^mail\/([^/]+)\.sent\.json$/, (release, mail) => ({ fact: 'sent', release, mail })],
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
    if (match) return parts(release, match[1] ?? '', match[2] ?? '');
  }
  return undefined;
};
