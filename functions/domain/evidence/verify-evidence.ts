import * as v from 'valibot';
import { chainFlaws } from './chain-flaws.ts';
import { decisionFlaws, outcomeFlaws } from './decision-flaws.ts';
import { draftFlaws, shownFlaws } from './draft-flaws.ts';
import { editorFlaws } from './editor-flaws.ts';
import { causeFlaws } from './end-flaws.ts';
import { type EvidenceFile, evidenceFormat, evidenceSchema } from './evidence-file.ts';
import { frozenFlaws, newsFlaws } from './frozen-flaws.ts';
import { mailFlaws } from './mail-flaws.ts';
import { gateFlaws, notMeFlaws, publishedFlaws } from './published-flaws.ts';
import { readSaid } from './read-said.ts';
import { type Flaw, flawIf } from './said.ts';
import { isSignedBy, signedText } from './signature.ts';
import { stepFlaws } from './step-flaws.ts';
import { timeFlaws } from './time-flaws.ts';
import { turnFlaws } from './turn-flaws.ts';

/** One thing that was looked at, as a sentence that is true where there is no flaw. */
export interface Finding {
  claim: string;
  flaws: Flaw[];
}

/** Whether the signature is that of the key which it names; a file that has none is neither right nor wrong in that. */
const signatureFindings = ({ signature, ...file }: EvidenceFile): Finding[] =>
  signature === undefined
    ? []
    : [
        {
          claim: 'Its signature is that of the key which it names.',
          flaws: flawIf(!isSignedBy(signature, signedText(file)), 'The key has not signed this file.'),
        },
      ];

/**
 * Checks a file of evidence by itself, without the ledger: that nothing was changed, dropped, added or moved since it was
 * made, and that the facts bear each other out. It holds where no finding has a flaw; a file that is none has one finding.
 */
export const verifyEvidence = (file: unknown): Finding[] => {
  const parsed = v.safeParse(evidenceSchema, file);
  const isFile = 'This is a file of evidence.';
  if (!parsed.success)
    return [{ claim: isFile, flaws: [{ what: `It is not as the format ${evidenceFormat} says.` }] }];
  const evidence = parsed.output;
  const { said, flaws } = readSaid(evidence);
  return [
    {
      claim: 'Nothing was changed, left out, added or moved since the file was made.',
      flaws: chainFlaws(evidence, said),
    },
    ...signatureFindings(evidence),
    { claim: 'Every fact is as its schema says, and stands where it belongs.', flaws },
    {
      claim:
        'S3 took every decision, and what led to it and followed from it, at the time that the fact says.',
      flaws: timeFlaws(evidence, said),
    },
    {
      claim: 'Every draft is what its digest says, has all its events, and follows one that had ended.',
      flaws: draftFlaws(said),
    },
    {
      claim: 'Everybody saw, edited and decided on the very text that the draft has.',
      flaws: shownFlaws(said),
    },
    {
      claim: 'Every edit is by somebody who may edit, and nobody decides on what they have changed.',
      flaws: editorFlaws(said),
    },
    {
      claim: 'Every decision is by somebody who decides, in their turn, and one at a time.',
      flaws: [...decisionFlaws(said), ...turnFlaws(said), ...stepFlaws(said)],
    },
    {
      claim:
        'Every draft ended as its decisions say that were not taken back, under its own policy and in time.',
      flaws: [...outcomeFlaws(said), ...causeFlaws(said)],
    },
    { claim: 'Nothing was approved over news that its draft does not have.', flaws: newsFlaws(said) },
    {
      claim: 'Nothing was decided or published while the release was frozen, and nothing from before counts.',
      flaws: [...gateFlaws(said), ...frozenFlaws(said)],
    },
    {
      claim: 'What was published is what was approved, to the byte.',
      flaws: [...publishedFlaws(said), ...notMeFlaws(said)],
    },
    {
      claim:
        'Nobody was mailed about the release once it was known to be about them, or asked without a part in it.',
      flaws: mailFlaws(said),
    },
  ];
};

/** All that is wrong, of whatever was looked at. */
export const flawsOf = (findings: readonly Finding[]): Flaw[] => findings.flatMap(({ flaws }) => flaws);
