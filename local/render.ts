import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { wordFile } from '../functions/adapters/word-file.ts';
import { type Draft, isApprovable } from '../functions/domain/draft.ts';
import { exhibitFiles, wireFile, workingFiles } from '../functions/domain/keys.ts';
import { referenceOf } from '../functions/domain/reference.ts';
import type { Templates } from '../functions/domain/templates.ts';
import { filesOf } from '../functions/draft/files.ts';
import { readArgument, readArguments, runCommand } from './command.ts';
import { draftOfFiles } from './draft-of-files.ts';
import { UsageError } from './event-files.ts';
import { endWithParent } from './parent.ts';
import { onChange } from './watch.ts';
import { messageOf } from './wire.ts';

const usage = `npm run render -- FILE... [--format text|html|wire|form8k|docx] [-o FILE] [--watch]

Prints the draft that these events make, with nothing running: the exhibit as
text or HTML, the text for each wire of the profile, or the draft of Form 8-K.
A Word file needs -o, which takes the place of standard output. What is missing
or wrong in the draft goes to standard error, and the exit code is 1 where that
keeps it from being approved. With --watch it is printed again whenever a
template, a profile or one of the files changes.`;

const namesOf = {
  text: () => [exhibitFiles.text],
  html: () => [exhibitFiles.html],
  wire: ({ wires }: Draft) => wires.map(({ wire }) => wireFile(wire)),
  form8k: () => [workingFiles.form8k],
  docx: () => [workingFiles.word],
} as const;

const format = v.picklist(
  ['text', 'html', 'wire', 'form8k', 'docx'],
  '--format must be text, html, wire, form8k or docx.',
);

/** The files of a draft in a format; throws UsageError where the profile names no wire. */
const render = async (
  draft: Draft,
  wanted: v.InferOutput<typeof format>,
  templates: Templates,
): Promise<Buffer> => {
  const names: readonly string[] = namesOf[wanted](draft);
  if (names.length === 0)
    throw new UsageError(
      `config/companies/${draft.company}.json names no wire. Add "wires": ["globenewswire"], or another.`,
    );
  const files = filesOf({ templates, wordFile, reference: () => referenceOf(draft) }, draft);
  const bodies = await Promise.all(
    files.filter(({ name }) => names.includes(name)).map(({ body }) => body()),
  );
  return Buffer.concat(
    bodies.map((body) => (typeof body === 'string' ? Buffer.from(`${body.trimEnd()}\n`) : Buffer.from(body))),
  );
};

interface Asked {
  files: readonly string[];
  wanted: v.InferOutput<typeof format>;
  output: string | undefined;
}

/** Reads everything anew, and prints or writes what the events make of it. Throws UsageError. */
const renderOnce = async ({ files, wanted, output }: Asked): Promise<Draft> => {
  const { draft, templates } = await draftOfFiles(files);
  const rendered = await render(draft, wanted, templates);
  if (output === undefined) process.stdout.write(rendered);
  else writeFileSync(output, rendered);
  for (const { severity, message } of draft.checks) console.error(`${severity}: ${message}`);
  return draft;
};

const root = join(import.meta.dirname, '..');

/** Renders again at each change, one after the other; what is wrong meanwhile is told, and ends nothing. */
const renderAtEachChange = async (asked: Asked): Promise<void> => {
  const attempt = async (): Promise<void> => {
    try {
      await renderOnce(asked);
    } catch (error) {
      console.error(messageOf(error));
    }
    console.error('\nWaiting for changes. Press Ctrl-C to stop.\n');
  };
  endWithParent();
  let last = attempt();
  const folders = ['templates', 'config'].map((folder) => join(root, folder));
  onChange({ folders, files: asked.files }, () => {
    last = last.then(attempt);
  });
  await last;
};

await runCommand(async () => {
  const options = {
    format: { type: 'string', default: 'text' },
    output: { type: 'string', short: 'o' },
    watch: { type: 'boolean', default: false },
  } as const;
  const { values, positionals: files } = readArguments(options, usage);
  const wanted = readArgument(format, values.format);
  if (wanted === 'docx' && values.output === undefined)
    throw new UsageError('A Word file is not for the screen. Name a file with -o, such as -o release.docx.');
  const asked = { files, wanted, output: values.output };
  const missing = files.filter((file) => !existsSync(file));
  if (values.watch && files.length > 0 && missing.length === 0) return renderAtEachChange(asked);
  // So that a script fails where a draft cannot be approved.
  if (!isApprovable(await renderOnce(asked))) process.exitCode = 1;
});
