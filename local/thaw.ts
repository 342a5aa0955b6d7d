import { readArguments } from './command.ts';
import { UsageError } from './event-files.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './evidence-ledger.ts';
import { releaseNamed } from './named-release.ts';
import { storeTime } from './store-time.ts';
import { type Thawing, thawRelease } from './thaw-release.ts';

const usage = `gazette thaw RELEASE [--publish] [--ledger BUCKET]

Lets a release go on that somebody froze with "it was not me". Links and sessions
from before the freeze stay void, and no decision from before it counts. The next
draft is made, and everyone is asked anew. docs/runbook.md says what to find out
first. RELEASE is an id, or the reference that stands in mails.
  --publish        the draft had been approved before the release was frozen, and
                   is to go out as it is
${ledgerUsage}`;

/** What was done and what happens now, or why nothing was. Throws UsageError where a person has to say something else. */
const say = (release: string, thawing: Thawing): string => {
  switch (thawing.result) {
    case 'unknown':
      throw new UsageError(`The ledger has no draft of the release ${release}.`);
    case 'published':
      throw new UsageError(`${release} was published before it could be frozen. Nothing was changed.`);
    case 'not-frozen':
      throw new UsageError(`${release} is not frozen. Nothing was changed.`);
    case 'approved':
      throw new UsageError(
        [
          `Draft ${thawing.draft} of ${release} had been approved by ${thawing.outcome?.counted.join(', ')}`,
          `before the release was frozen at ${thawing.frozenAt}. To let it go on is to publish it. Make sure that`,
          'each of these approvals is genuine, and say so with --publish. To keep it from going out, leave it',
          'frozen. Nothing was changed.',
        ].join('\n'),
      );
    case 'not-approved':
      throw new UsageError(
        `Draft ${thawing.draft} of ${release} was not approved. Leave --publish out. Nothing was changed.`,
      );
    case 'thawed':
      return [
        `${release} is thawed. It was frozen at ${thawing.frozenAt}.`,
        `Draft ${thawing.draft + 1} is made once its events have settled, and everyone is asked anew, by new links.`,
        'Links and sessions from before the freeze stay void. No decision from before it counts.',
      ].join('\n');
    case 'let-out':
      return [
        `${release} is thawed. It was frozen at ${thawing.frozenAt}.`,
        `Draft ${thawing.draft}, which had been approved, is published by the next round of sweep that looks at it,`,
        'within the hour, or within a day where it was frozen for longer than that. docs/runbook.md says how to have it',
        'published at once.',
      ].join('\n');
  }
};

/** Thaws a release, as `gazette thaw` was asked to. Throws UsageError. */
export const thaw = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    { ...ledgerOptions, publish: { type: 'boolean', default: false } },
    usage,
    args,
  );
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(`Name one release.\n\n${usage}`);
  const said = await withLedger(values, async (open) => {
    const release = await releaseNamed(open, name);
    const ports = { ledger: open.ledger, storeTime: () => storeTime(open.s3, open.bucket) };
    return say(release, await thawRelease(ports, release, { publish: values.publish }));
  });
  console.log(said);
};
