import type { Draft } from '../domain/draft.ts';
import { exhibitFiles, wireFile, workingFiles } from '../domain/keys.ts';
import { renderText, type Templates, templatesOf } from '../domain/templates.ts';
import type { WordFile } from '../ports/word-file.ts';

/** What the files of a draft are made with. */
export interface FilePorts {
  templates: Templates;
  wordFile: WordFile;
  /** How the release is called where anyone may read it. */
  reference: () => string | Promise<string>;
}

interface DraftFile {
  name: string;
  type: string;
  /** Makes the file, once it is known to be missing. */
  body: () => string | Promise<Uint8Array>;
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The Word file says on every page which draft it is, and that it is not for release. */
const wordBody = async (
  { templates, wordFile, reference }: FilePorts,
  { draft, company, content, createdAt }: Draft,
): Promise<Uint8Array> => {
  const view = { draft, reference: await reference() };
  const header = renderText(templatesOf(templates, company), 'release/word-header.txt', view).trim();
  return wordFile({ content, header, createdAt });
};

/** The files that people open instead of a draft, all of them made from the draft alone. */
export const filesOf = (ports: FilePorts, draft: Draft): DraftFile[] => [
  { name: exhibitFiles.text, type: 'text/plain; charset=us-ascii', body: () => draft.text },
  { name: exhibitFiles.html, type: 'text/html; charset=us-ascii', body: () => draft.html },
  ...draft.wires.map(({ wire, text }) => ({
    name: wireFile(wire),
    type: 'text/plain; charset=utf-8',
    body: () => text,
  })),
  { name: workingFiles.form8k, type: 'text/html; charset=us-ascii', body: () => draft.form8k },
  { name: workingFiles.word, type: word, body: () => wordBody(ports, draft) },
];
