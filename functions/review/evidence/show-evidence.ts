import { gzipSync } from 'node:zlib';
import { ownerReader } from '../../domain/company.ts';
import type { EvidenceFile } from '../../domain/evidence/evidence-file.ts';
import { readEvidence, signEvidence } from '../../ports/evidence.ts';
import { errorFields } from '../../ports/log.ts';
import type { Answer, Answers } from '../answers.ts';
import { notYours } from '../not-yours.ts';
import type { Show } from '../page.ts';
import type { ReviewPorts } from '../ports.ts';
import { type Visit, visitFields } from '../visit.ts';
import { evidenceView } from './evidence-view.ts';
import type { Profile } from './names.ts';
import { receiptView } from './receipt-view.ts';

type Ports = Pick<ReviewPorts, 'ledger' | 'bytesOf' | 'storedKeys' | 'now'>;

const fileFor = async ({ now, ...ports }: Ports, { release }: Visit): Promise<EvidenceFile> => {
  const file = await readEvidence(ports, release, now());
  if (file === undefined) throw new Error('A release that a link is about has no facts');
  return file;
};

const profileOf = ({ company: { name, timeZone, owner } }: Visit): Profile => ({
  name,
  timeZone,
  owner: owner.name,
});

/** A Lambda answers with at most 6 MB, of which Base64 takes a quarter. */
const plainLimitBytes = 4_000_000;

/** The page of evidence: who saw, decided and published what and when, for the release's owner. */
export const showEvidence: Show = async (ports, answers, visit) => {
  const { path, frozenAt } = visit;
  const place = {
    back: path,
    file: `${path}/evidence.json`,
    notMe: frozenAt === undefined ? `${path}/not-me` : null,
  };
  return answers.page(
    200,
    'evidence-page',
    evidenceView(await fileFor(ports, visit), profileOf(visit), place),
  );
};

/** A file that is too large for an answer as it is travels compressed; a browser unpacks it by itself. */
const asAnswer = (answers: Answers, name: string, text: string): Answer => {
  const type = 'application/json; charset=utf-8';
  if (Buffer.byteLength(text) <= plainLimitBytes) return answers.file(name, type, text);
  const answer = answers.file(name, type, gzipSync(text));
  return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } };
};

/** The evidence itself, signed, as a file for `gazette verify`; on a day when the key cannot be asked, without its signature. */
export const sendEvidence: Show = async (ports, answers, visit) => {
  const unsigned = await fileFor(ports, visit);
  const file = await signEvidence(ports.sign, unsigned).catch((error: unknown) => {
    ports.log('WARN', 'EVIDENCE_UNSIGNED', { ...visitFields(visit), ...errorFields(error) });
    return unsigned;
  });
  return asAnswer(
    answers,
    `gazette-evidence-${file.reference ?? 'release'}.json`,
    `${JSON.stringify(file, null, 2)}\n`,
  );
};

/** What an approver was shown and decided; the owner has the page of evidence. */
export const showReceipt: Show = async (ports, answers, visit) => {
  const { path, approver } = visit;
  if (approver === ownerReader) return notYours(answers, visit, 'approver');
  const place = { back: path, notMe: `${path}/not-me` };
  return answers.page(
    200,
    'receipt',
    receiptView(await fileFor(ports, visit), profileOf(visit), approver, place),
  );
};
