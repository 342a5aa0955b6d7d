import { sha256Of } from '../../functions/domain/digest.ts';
import {
  chainLink,
  chainStart,
  type EvidenceFile,
  headOf,
  sealOf,
} from '../../functions/domain/evidence/evidence-file.ts';
import { keys } from '../../functions/domain/keys.ts';
import { readEvidence } from '../../functions/ports/evidence.ts';
import { makeWork } from '../../functions/publish/handler.ts';
import { release } from './draft.ts';
import { bytesIn, type MemoryLedger, storedIn } from './memory-ledger.ts';
import { type Office, openOffice } from './office.ts';
import { enterAs, type Visitor } from './visitor.ts';

/** The approvers who together are enough. */
export const enough = ['margaret-osei', 'helen-marsh', 'robert-ines'];

/** Publishes what was approved in an office, and sends the mails. */
export const publishFrom = async ({ facts, clock, deliver }: Office, draft = 1): Promise<void> => {
  await makeWork({ ledger: facts, now: clock.now, log: () => undefined })(keys.outcome(release, draft));
  await deliver();
};

/** An office in which a release was seen, approved by enough, and published; and they, whose sessions are open. */
export const publishedOffice = async (): Promise<Office & { visitors: Map<string, Visitor> }> => {
  const office = await openOffice();
  const visitors = new Map<string, Visitor>();
  for (const approver of enough) {
    const visitor = await enterAs(office, approver);
    await visitor.get();
    office.clock.pass(1);
    await visitor.decide('approve');
    visitors.set(approver, visitor);
  }
  await publishFrom(office);
  return { ...office, visitors };
};

/** The evidence of a release in a ledger. */
export const evidenceOf = async (
  facts: MemoryLedger,
  of = release,
  now = new Date('2002-06-20T00:00:00.000Z'),
): Promise<EvidenceFile> => {
  const file = await readEvidence(
    { ledger: facts, bytesOf: bytesIn(facts), storedKeys: storedIn(facts) },
    of,
    now,
  );
  if (file === undefined) throw new Error('The release has no facts');
  return file;
};

/** The evidence of a ledger whose clock was right: it took each fact when that says that it came to be. */
export const truthfulEvidenceOf = async (ledger: MemoryLedger, of = release): Promise<EvidenceFile> => {
  const { facts } = await evidenceOf(ledger, of);
  const times = new Map([
    ...ledger.times,
    ...facts.map(({ key, at }): [string, Date] => [key, new Date(at)]),
  ]);
  return evidenceOf({ ...ledger, times }, of);
};

/** The same facts under a chain made anew, as somebody would who changes one and hides it; the key does not sign for them. */
export const rechained = ({ signature: _, ...file }: EvidenceFile): EvidenceFile => {
  let chain = chainStart(file.release);
  const facts = file.facts.map((fact, index) => {
    const digest = fact.body === undefined ? fact.sha256 : sha256Of(fact.body);
    chain = chainLink(chain, { ...fact, sha256: digest });
    return { ...fact, n: index + 1, sha256: digest, chain };
  });
  const head = headOf({ ...file, facts });
  return { ...file, facts, head, seal: sealOf({ ...file, facts, head }) };
};

/** A file whose facts of some keys were changed or, where there is no body left, dropped, under a chain made anew. */
export const forged = (
  file: EvidenceFile,
  change: (key: string, body: string) => string | undefined,
): EvidenceFile =>
  rechained({
    ...file,
    facts: file.facts.flatMap((fact) => {
      const body = change(fact.key, fact.body ?? '');
      if (body === undefined) return [];
      return fact.body === undefined ? [fact] : [{ ...fact, body }];
    }),
  });
