import type { EventFact } from '../functions/domain/event.ts';
import { makeDraft } from '../functions/domain/make-draft.ts';
import { companyOf, releaseIdOf } from '../functions/domain/release.ts';
import { readConfig } from '../infra/config.ts';
import { readTemplates } from '../infra/templates.ts';
import { readArguments, runCommand } from './command.ts';
import { type EventFile, readEventFiles, UsageError } from './event-files.ts';

const usage = `npm run render -- FILE... [--format text|html]

Prints the draft that these events make, with nothing running. What is missing
or wrong in it goes to standard error.`;

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

await runCommand(async () => {
  const { values, positionals } = readArguments({ format: { type: 'string', default: 'text' } }, usage);
  if (values.format !== 'text' && values.format !== 'html')
    throw new UsageError('--format must be text or html.');
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
  const draft =
    company && makeDraft({ company, release, number: 1, events, now: new Date() }, readTemplates());
  if (draft === undefined)
    throw new UsageError('The events take back every act, so there is nothing to announce.');
  process.stdout.write(values.format === 'html' ? draft.html : `${draft.text}\n`);
  for (const { severity, message } of draft.checks) console.error(`${severity}: ${message}`);
});
