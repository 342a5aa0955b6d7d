import type { Draft } from '../functions/domain/draft.ts';
import { makeDraft } from '../functions/domain/make-draft.ts';
import { companyOf, releaseIdOf } from '../functions/domain/release.ts';
import { TemplateError, type Templates } from '../functions/domain/templates.ts';
import { type Config, readConfig } from '../infra/config.ts';
import { readTemplateNames } from '../infra/template-names.ts';
import { sharedNameProblems } from '../infra/template-problems.ts';
import { readCheckedTemplates } from '../infra/templates.ts';
import { asFact } from './as-fact.ts';
import { type EventFile, readEventFiles, UsageError } from './event-files.ts';

/** The one release that events belong to. Throws UsageError where there is none, or another profile is named. */
const releaseOf = (files: readonly EventFile[], companies: Config['companies']): string => {
  const releases = new Set(
    files.map(({ event, file }) => {
      const company = companies.find(({ id }) => id === event.data.company);
      if (company !== undefined) return releaseIdOf(event, company.timeZone);
      const known = companies.map(({ id }) => id).join(', ');
      throw new UsageError(
        `${file}: /data/company: there is no profile config/companies/${event.data.company}.json. There is one of each of these: ${known}`,
      );
    }),
  );
  const [release, ...others] = releases;
  if (release !== undefined && others.length === 0) return release;
  throw new UsageError(
    `The events belong to several releases: ${[...releases].join(', ')}. Give those of one.`,
  );
};

/** Runs what renders templates, and says of one that fails in which file and line, if that can be told. */
const explainingTemplates = <T>(templates: Templates, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof TemplateError)) throw cause;
    const found = sharedNameProblems(templates, readTemplateNames());
    throw new UsageError([`${cause.message}.`, ...found].join('\n'), { cause });
  }
};

/** Reads configuration, templates and event files anew, and drafts the release. Throws UsageError and ConfigError. */
export const draftOfFiles = async (
  named: readonly string[],
): Promise<{ draft: Draft; templates: Templates }> => {
  const { sources, companies } = readConfig();
  const files = readEventFiles(named, sources);
  const release = releaseOf(files, companies);
  const company = companies.find(({ id }) => id === companyOf(release));
  const events = files.map(({ event, source }) => asFact(event, source, release));
  const templates = await readCheckedTemplates(companies, ['release', 'companies']);
  const draft =
    company &&
    explainingTemplates(templates, () =>
      makeDraft({ company, release, number: 1, events, now: new Date() }, templates),
    );
  if (draft === undefined)
    throw new UsageError('The events take back every act, so there is nothing to announce.');
  return { draft, templates };
};
