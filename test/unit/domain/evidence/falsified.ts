import { sha256Of } from '../../../../functions/domain/digest.ts';
import type { EvidenceFile } from '../../../../functions/domain/evidence/evidence-file.ts';
import { makeEvidence } from '../../../../functions/domain/evidence/evidence-file.ts';
import { readSaid } from '../../../../functions/domain/evidence/read-said.ts';
import type { Said } from '../../../../functions/domain/evidence/said.ts';
import { keys } from '../../../../functions/domain/keys.ts';
import { forged } from '../../../support/evidence.ts';

/** A file that tells something else than what has happened, and how it was made. */
interface Falsified {
  how: string;
  file: EvidenceFile;
}

/** The file with facts changed and its chain left as it was. */
const careless = (file: EvidenceFile): Falsified[] => {
  const middle = Math.floor(file.facts.length / 2);
  const [before, fact, after] = [
    file.facts.slice(0, middle),
    file.facts[middle],
    file.facts.slice(middle + 1),
  ];
  if (fact === undefined) return [];
  return [
    { how: 'dropped', file: { ...file, facts: [...before, ...after] } },
    { how: 'changed', file: { ...file, facts: [...before, { ...fact, body: `${fact.body} ` }, ...after] } },
    { how: 'moved', file: { ...file, facts: [fact, ...before, ...after] } },
  ].filter(({ how }) => how !== 'moved' || middle > 0);
};

/** Facts that others rest upon, which cannot be dropped even under a chain made anew. */
const borne = ({ release, drafts, steps, outcomes, gates }: Said): string[] => [
  ...[...drafts.values()].flatMap((draft) =>
    draft.events.map((event) => `${keys.release(release)}events/${event}.event.json`),
  ),
  ...[...outcomes.keys()].map((draft) => keys.draft(release, draft)),
  ...[...outcomes.values()].flatMap(({ outcome }) =>
    drafts.has(outcome.draft + 1) ? [keys.outcome(release, outcome.draft)] : [],
  ),
  ...steps.flatMap(({ step }) =>
    step.step === 'ended'
      ? step.counted
          .filter(({ round }) => round > 0)
          .map(({ approver, round }) => keys.decision(release, step.draft, approver, round))
      : [keys.decision(release, step.draft, step.approver, step.round)],
  ),
  ...gates.slice(0, -1).map(({ step }) => keys.gate(release, step)),
];

/** A decision in the middle of each time in which the release was frozen, under a chain made anew. */
const decidedWhileFrozen = (file: EvidenceFile, { release, drafts, gates }: Said): Falsified[] =>
  gates.flatMap(({ step, gate }) => {
    const draft = [...drafts.values()].findLast(({ createdAt }) => createdAt <= gate.at);
    const until = gates.find((other) => other.step === step + 1)?.gate.at ?? file.madeAt;
    const middle = (Date.parse(gate.at) + Date.parse(until)) / 2;
    if (gate.gate !== 'frozen' || draft === undefined || middle - Date.parse(gate.at) <= 60_000) return [];
    const decidedAt = new Date(middle).toISOString();
    const approver = draft.groups.flatMap(({ approvers }) => approvers)[0];
    const decision = { decision: 'approve', approver, draft: draft.draft, sha256: draft.sha256, decidedAt };
    const body = JSON.stringify(decision);
    const key = keys.decision(release, draft.draft, approver ?? '', 1);
    const fact = { key, storedAt: decidedAt, body, sha256: sha256Of(body) };
    const others = file.facts.filter((other) => other.key !== key);
    const facts = [...others.map((other) => ({ ...other, body: other.body })), fact];
    return [{ how: 'a decision while frozen', file: makeEvidence(file, facts) }];
  });

/** Files that this one could be made into, each of which verify must tell from a true one. */
export const falsified = (file: EvidenceFile): Falsified[] => {
  const { said } = readSaid(file);
  return [
    ...careless(file),
    ...decidedWhileFrozen(file, said),
    ...borne(said).map((gone) => ({
      how: `without ${gone}`,
      file: forged(file, (key, body) => (key === gone ? undefined : body)),
    })),
  ];
};
