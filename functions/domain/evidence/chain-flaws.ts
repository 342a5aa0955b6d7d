import { sha256Of } from '../digest.ts';
import { referenceOf } from '../reference.ts';
import { chainLink, chainStart, type EvidenceFile, headOf, makeEvidence, sealOf } from './evidence-file.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** Each fact's own digest, each link, the head and the seal. */
const linkFlaws = (file: EvidenceFile): Flaw[] => {
  let before = chainStart(file.release);
  const flaws = file.facts.flatMap(({ n, key, storedAt, sha256: digest, chain, body }, index) => {
    const link = chainLink(before, { key, storedAt, sha256: digest });
    before = chain;
    return [
      ...flawIf(n !== index + 1, 'The numbers of the facts have a gap.', key),
      ...flawIf(
        body !== undefined && sha256Of(body) !== digest,
        'The fact is not what its digest says.',
        key,
      ),
      ...flawIf(chain !== link, 'The chain is broken here.', key),
    ];
  });
  return [
    ...flaws,
    ...flawIf(file.head !== headOf(file), 'The head of the chain is not its last link that had settled.'),
    ...flawIf(file.seal !== sealOf(file), 'The file was made at another time than it says.'),
  ];
};

/** Whether each fact stands once, where its own time puts it. */
const orderFlaws = (file: EvidenceFile): Flaw[] => {
  const bare = file.facts.map(({ key, storedAt, body, sha256: digest }) => ({
    key,
    storedAt,
    body,
    sha256: digest,
  }));
  const { facts } = makeEvidence(file, bare);
  const times = new Map(facts.map(({ key, at }) => [key, at]));
  const first = new Map(file.facts.toReversed().map(({ key, n }) => [key, n]));
  return file.facts.flatMap(({ n, key, at }, index) => [
    ...flawIf(facts[index]?.key !== key, 'The fact is not where its time puts it.', key),
    ...flawIf(times.get(key) !== at, 'The fact is of another time than it says.', key),
    ...flawIf(first.get(key) !== n, 'The fact stands twice.', key),
  ]);
};

/** What is wrong with a file as a chain: something was changed, left out, added or moved since it was made. */
export const chainFlaws = (file: EvidenceFile, { drafts }: Pick<Said, 'drafts'>): Flaw[] => {
  const first = drafts.get(1);
  const reference = first && referenceOf(first);
  return [
    ...linkFlaws(file),
    ...orderFlaws(file),
    ...flawIf(file.reference !== reference, 'The reference is that of another release.'),
  ];
};
