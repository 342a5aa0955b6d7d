import type { EvidenceFile } from '../functions/domain/evidence/evidence-file.ts';
import { flawsOf, verifyEvidence } from '../functions/domain/evidence/verify-evidence.ts';
import { companyOf } from '../functions/domain/release.ts';
import { renderHtml } from '../functions/domain/templates.ts';
import { readEvidence, signEvidence } from '../functions/ports/evidence.ts';
import { evidenceView } from '../functions/review/evidence/evidence-view.ts';
import type { Profile } from '../functions/review/evidence/names.ts';
import { readConfig } from '../infra/config.ts';
import { readTemplates } from '../infra/templates.ts';
import { readArguments } from './command.ts';
import { UsageError } from './event-files.ts';
import { evidencePath, makePrivateFolder, writePrivate } from './evidence-files.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './evidence-ledger.ts';
import { releaseNamed } from './named-release.ts';
import { sayHead, saySignature } from './say-head.ts';
import { storeTime } from './store-time.ts';

const usage = `gazette evidence RELEASE [--out FILE] [--html FILE] [--ledger BUCKET]

Writes every fact of a release into one file, in the order in which they came to
be, each bound to those before it: what arrived, who was shown and decided what
and when, and what was published. docs/evidence.md says what it proves. RELEASE is
an id, or the reference that stands in mails.
  --out FILE       where to; evidence/gazette-evidence-REFERENCE.json below
                   --data if not given, where git does not see it
  --html FILE      also a receipt that people can read and print
${ledgerUsage}`;

/** The names and the time zone of a company that is configured here; of any other, what its facts tell. */
const profileOf = (release: string): Profile => {
  const id = companyOf(release);
  const company = readConfig().companies.find((known) => known.id === id);
  return company === undefined
    ? { name: id, timeZone: 'UTC', owner: 'The owner' }
    : { name: company.name, timeZone: company.timeZone, owner: company.owner.name };
};

/** The page of evidence as a file of its own. */
const asPage = async (file: EvidenceFile): Promise<string> =>
  renderHtml(
    await readTemplates(['pages']),
    'pages/evidence-page',
    evidenceView(file, profileOf(file.release), null),
  );

/** Writes the evidence of a release, as `gazette evidence` was asked to. Throws UsageError. */
export const evidence = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    { ...ledgerOptions, out: { type: 'string' }, html: { type: 'string' } },
    usage,
    args,
  );
  const [release, ...more] = positionals;
  if (release === undefined || more.length > 0) throw new UsageError(`Name one release.\n\n${usage}`);
  const { file, refused } = await withLedger(values, async (open) => {
    const now = await storeTime(open.s3, open.bucket);
    const read = await readEvidence(open, await releaseNamed(open, release), now);
    if (read === undefined) throw new UsageError(`The ledger ${open.bucket} has no release ${release}.`);
    return signEvidence(open.sign, read).then(
      (signed) => ({ file: signed, refused: undefined }),
      (error: unknown) => ({ file: read, refused: String(error) }),
    );
  });
  const out = values.out ?? evidencePath(values.data, file.reference ?? file.release);
  if (values.out === undefined) makePrivateFolder(out);
  writePrivate(out, `${JSON.stringify(file, null, 2)}\n`);
  if (values.html !== undefined) writePrivate(values.html, await asPage(file));
  const flaws = flawsOf(verifyEvidence(file)).length;
  console.log(
    [
      `${out} has ${file.facts.length} facts of the release ${file.release}, as of ${file.madeAt}.`,
      sayHead(file),
      file.signature === undefined
        ? `Not signed, as KMS could not be asked: ${refused}`
        : saySignature(file.signature),
      'Only you can read it. Until the release is published it is as secret as the release.',
      ...(flaws > 0 ? [`It does not bear itself out; gazette verify ${out} says why.`] : []),
    ].join('\n'),
  );
  if (flaws > 0) process.exitCode = 1;
};
