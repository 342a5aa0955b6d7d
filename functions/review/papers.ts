import type { Draft } from '../domain/draft.ts';
import { wireNames } from '../domain/house-styles.ts';
import { exhibitFiles, keys, wireFile, workingFiles } from '../domain/keys.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import type { View } from '../domain/templates.ts';
import { readDraft } from '../ports/release.ts';
import type { Show } from './page.ts';
import { flags } from './problems.ts';
import { recordSeen } from './seen.ts';
import { numberFor, type Visit } from './visit.ts';

const kinds = ['text', 'html', 'form8k', 'word', ...wireNames] as const;
type Kind = (typeof kinds)[number];

const wires = wireNames.map((wire): [Kind, string] => [wire, wireFile(wire)]);

/** Every file that a draft may be given to people as, by what it is. */
const papers: readonly [Kind, string][] = [
  ['text', exhibitFiles.text],
  ['html', exhibitFiles.html],
  ...wires,
  ['form8k', workingFiles.form8k],
  ['word', workingFiles.word],
];

export const paperNames: readonly string[] = papers.map(([, name]) => name);

const mediaTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=us-ascii',
  htm: 'text/html; charset=us-ascii',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Sends a file of the draft that a link opens, as the ledger has it; whoever fetches it was shown the draft. */
export const sendPaper =
  (name: string): Show =>
  async (ports, answers, visit, { method }) => {
    const draft = await readDraft(ports.ledger, visit.release, numberFor(visit));
    const bytes = await ports.bytesOf(keys.draftFile(draft.release, draft.draft, name));
    if (bytes === undefined) return answers.page(404, 'no-paper', { draft: draft.draft, back: visit.path });
    if (method === 'GET') await recordSeen(ports, visit, { draft, keys: visit.known });
    const type = mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return answers.file(`draft-${draft.draft}-${name}`, type, bytes);
  };

/** The files of a draft that are there, with where they can be fetched; those of exhibit 99.1 are what is published. */
export const papersView = (
  { path }: Pick<Visit, 'path'>,
  { draft }: Pick<Draft, 'draft'>,
  { drafts }: Pick<ReleaseKeys, 'drafts'>,
): View[] =>
  papers
    .filter(([, name]) => drafts.get(draft)?.files.has(name))
    .map(([kind, name]) => ({ path: `${path}/${name}`, name, isOut: false, ...flags(kinds, kind) }));
