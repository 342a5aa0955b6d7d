import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { continues, type EvidenceFile, evidenceSchema } from '../functions/domain/evidence/evidence-file.ts';
import { fingerprintOf } from '../functions/domain/evidence/signature.ts';
import { type Finding, verifyEvidence } from '../functions/domain/evidence/verify-evidence.ts';
import { readArgument, readArguments } from './command.ts';
import { UsageError } from './event-files.ts';
import { evidencePath } from './evidence-files.ts';
import { ledgerOptions, withLedger } from './evidence-ledger.ts';
import { isReference } from './named-release.ts';
import { sayHead, saySignature } from './say-head.ts';
import { compareWithLedger, readStored } from './verify-ledger.ts';

const usage = `gazette verify FILE [--key HEX] [--head HEX] [--ledger BUCKET]

Checks a file of evidence: that nothing was changed in it, and that its facts bear
each other out. It needs no network but for --ledger. Ends with 0 if all holds,
else with 1. FILE may be the reference of a release whose evidence was written to
where gazette evidence puts it.
  --key HEX        the fingerprint of the key that signs for the stage: whether that key
                   has signed this file
  --head HEX       the head of the chain, as a receipt or another file has it:
                   whether this file continues that chain
  --ledger BUCKET  compares every fact with the ledger, and says whether any was
                   ever written twice; with the credentials that the AWS CLI
                   would use, or the bucket of npm start
  --data DIR       where npm start keeps its data, and evidence below it; .local if
                   not given`;

/** The file of a name, or the one that `gazette evidence` made of the release of that reference. */
const fileNamed = (name: string, data: string): string =>
  isReference(name) && !existsSync(name) ? evidencePath(data, name.toUpperCase()) : name;

const readFile = (name: string): unknown => {
  if (!existsSync(name)) throw new UsageError(`There is no file ${name}.`);
  try {
    return JSON.parse(readFileSync(name, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${name} is not JSON.`, { cause });
  }
};

const headFinding = (file: EvidenceFile, head: string): Finding => ({
  claim: 'The file continues the chain that ended with the head that was given.',
  flaws: continues(file, head)
    ? []
    : [{ what: 'No link is that head: the file lacks a fact of then, or has one more before it.' }],
});

const keyFinding = ({ signature }: EvidenceFile, fingerprint: string): Finding => ({
  claim: 'The file is signed by the key that was given.',
  flaws:
    signature !== undefined && fingerprintOf(signature) === fingerprint
      ? []
      : [{ what: signature === undefined ? 'It is not signed.' : 'It is signed by another key.' }],
});

const sayFinding = ({ claim, flaws }: Finding): string[] => [
  `${flaws.length === 0 ? 'holds' : 'FAILS'}  ${claim}`,
  ...flaws.map(({ what, key }) => `       ${what}${key === undefined ? '' : `\n         ${key}`}`),
];

/** Where a file has no signature, there is none to be right or wrong. */
const noSignature = [
  'none   A signature. Whoever had this file may have made it anew: compare it with a head that somebody',
  '       kept, or with the ledger.',
];

const sayVerdict = (holds: boolean, isUnsigned: boolean): string => {
  if (!holds) return 'It does not hold.';
  return isUnsigned ? 'It holds. It is not signed.' : 'It holds.';
};

const sayFile = (file: EvidenceFile): string[] => {
  const { facts, release, reference, madeAt, signature } = file;
  return [
    `${facts.length} facts of the release ${release}${reference === undefined ? '' : ` (${reference})`}, as of ${madeAt}.`,
    sayHead(file),
    ...(signature === undefined ? [] : [saySignature(signature)]),
  ];
};

/** Verifies a file of evidence, as `gazette verify` was asked to. Throws UsageError. */
export const verify = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = readArguments(
    { ...ledgerOptions, head: { type: 'string' }, key: { type: 'string' } },
    usage,
    args,
  );
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(`Name one file of evidence.\n\n${usage}`);
  const digest = (option: 'head' | 'key'): string | undefined =>
    values[option] === undefined
      ? undefined
      : readArgument(
          v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, `--${option} takes 64 hexadecimal digits.`)),
          values[option],
        );
  const [head, key] = [digest('head'), digest('key')];
  const content = readFile(fileNamed(name, values.data));
  const findings = verifyEvidence(content);
  const said: string[] = [];
  if (v.is(evidenceSchema, content)) {
    said.push(...sayFile(content));
    if (key !== undefined) findings.push(keyFinding(content, key));
    if (head !== undefined) findings.push(headFinding(content, head));
    if (values.ledger !== undefined) {
      const stored = await withLedger(values, (open) => readStored(open, content.release));
      const { findings: compared, since } = compareWithLedger(content, stored);
      findings.push(...compared);
      if (since > 0) said.push(`Facts that have come to the ledger since: ${since}.`);
    }
  }
  const holds = findings.every(({ flaws }) => flaws.length === 0);
  const isUnsigned = v.is(evidenceSchema, content) && content.signature === undefined;
  const looked = [...findings.flatMap(sayFinding), ...(isUnsigned ? noSignature : [])];
  console.log([...said, '', ...looked, '', sayVerdict(holds, isUnsigned)].join('\n').trim());
  if (!holds) process.exitCode = 1;
};
