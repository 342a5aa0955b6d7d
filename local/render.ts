import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { wordFile } from '../functions/adapters/word-file.ts';
import type { Draft } from '../functions/domain/draft.ts';
import type { EventFact } from '../functions/domain/event.ts';
import { exhibitFiles, wireFile, workingFiles } from '../functions/domain/keys.ts';
import { makeDraft } from '../functions/domain/make-draft.ts';
import { referenceOf } from '../functions/domain/reference.ts';
import { companyOf, releaseIdOf } from '../functions/domain/release.ts';
import type { Templates } from '../functions/domain/templates.ts';
import { filesOf } from '../functions/draft/files.ts';
import { readConfig } from '../infra/config.ts';
import { readTemplates } from '../infra/templates.ts';
import { readArgument, readArguments, runCommand } from './command.ts';
import { type EventFile, readEventFiles, UsageError } from './event-files.ts';

const usage = `npm run render -- FILE... [--format text|html|wire|form8k|docx] [-o FILE]

Prints the draft that these events make, with nothing running: the exhibit as
text or HTML, the text for each wire of the profile, or the draft of Form 8-K.
A Word file needs -o, which takes the place of standard output. What is missing
or wrong in the draft goes to standard error.`;

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

const asFact = ({ event, source }: EventFile, release: string): EventFact => ({
  source,
  id: event.id,
  release,
  ...(event.subject !== undefined && { subject: event.subject }),
  time: event.time,
  receivedAt: event.time,
  data: event.data,
  proof: { bodySha256: '0'.repeat(64), key: 'current', deliveryId: event.id, signedAt: event.time },
});

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

await runCommand(async () => {
  const options = {
    format: { type: 'string', default: 'text' },
    output: { type: 'string', short: 'o' },
  } as const;
  const { values, positionals } = readArguments(options, usage);
  const wanted = readArgument(format, values.format);
  if (wanted === 'docx' && values.output === undefined)
    throw new UsageError('A Word file is not for the screen. Name a file with -o, such as -o release.docx.');
  const { sources, companies } = readConfig();
  const files = readEventFiles(positionals, Object.keys(sources));
  const releases = new Set(
    files.map(({ event }) => {
      const company = companies.find(({ id }) => id === event.data.company);
      if (company === undefined)
        throw new UsageError(`There is no profile config/companies/${event.data.company}.json.`);
      return releaseIdOf(event, company.timeZone);
    }),
  );
  const [release, ...others] = releases;
  if (release === undefined || others.length > 0) {
    throw new UsageError(
      `The events belong to several releases: ${[...releases].join(', ')}. Give those of one.`,
    );
  }
  const company = companies.find(({ id }) => id === companyOf(release));
  const events = files.map((file) => asFact(file, release));
  const templates = readTemplates();
  const draft = company && makeDraft({ company, release, number: 1, events, now: new Date() }, templates);
  if (draft === undefined)
    throw new UsageError('The events take back every act, so there is nothing to announce.');
  const rendered = await render(draft, wanted, templates);
  if (values.output === undefined) process.stdout.write(rendered);
  else writeFileSync(values.output, rendered);
  for (const { severity, message } of draft.checks) console.error(`${severity}: ${message}`);
});
