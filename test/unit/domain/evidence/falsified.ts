import { sha256Of } from '../../../../functions/domain/digest.ts';
import type { EvidenceFile } from '../../../../functions/domain/evidence/evidence-file.ts';
import { makeEvidence } from '../../../../functions/domain/evidence/evidence-file.ts';
import { readSaid } from '../../../../functions/domain/evidence/read-said.ts';
import type { Said } from '../../../../functions/domain/evidence/said.ts';
import { keys } from '../../../../functions/domain/keys.ts';
import { votersOf } from '../../../../functions/domain/policy.ts';
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

/** The file with another body for one fact, or with one more, under a chain made anew. */
const withFact = (
  file: EvidenceFile,
  fact: { key: string; storedAt: string },
  content: unknown,
): EvidenceFile => {
  const body = JSON.stringify(content);
  const others = file.facts
    .filter(({ key }) => key !== fact.key)
    .map((other) => ({ ...other, body: other.body }));
  return makeEvidence(file, [...others, { ...fact, body, sha256: sha256Of(body) }]);
};

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
    const key = keys.decision(release, draft.draft, approver ?? '', 1);
    return [{ how: 'a decision while frozen', file: withFact(file, { key, storedAt: decidedAt }, decision) }];
  });

/** Every decision dated back by more than a function ever takes. */
const datedBack = (file: EvidenceFile, { decisions }: Said): Falsified[] =>
  decisions.flatMap(({ key, decision }) => {
    const storedAt = file.facts.find((fact) => fact.key === key)?.storedAt;
    const decidedAt = new Date(Date.parse(decision.decidedAt) - 6 * 60_000).toISOString();
    return storedAt === undefined
      ? []
      : [{ how: `${key} dated back`, file: withFact(file, { key, storedAt }, { ...decision, decidedAt }) }];
  });

/** A request for changes a minute before each approval, which passed it over. */
const passedOver = (file: EvidenceFile, { release, drafts, decisions, steps }: Said): Falsified[] =>
  steps.flatMap(({ step }) => {
    const draft = drafts.get(step.draft);
    if (step.step !== 'ended' || step.outcome !== 'approved' || draft === undefined) return [];
    const storedAt = new Date(Date.parse(step.at) - 60_000).toISOString();
    const approver = votersOf(draft).find(
      (id) => !decisions.some(({ decision }) => decision.draft === draft.draft && decision.approver === id),
    );
    if (approver === undefined) return [];
    const decision = {
      decision: 'request-changes',
      approver,
      draft: draft.draft,
      sha256: draft.sha256,
      decidedAt: storedAt,
      reason: 'The title is wrong.',
    };
    const key = keys.decision(release, draft.draft, approver, 1);
    return [
      { how: 'an approval over a request for changes', file: withFact(file, { key, storedAt }, decision) },
    ];
  });

/** Files that this one could be made into, each of which verify must tell from a true one. */
export const falsified = (file: EvidenceFile): Falsified[] => {
  const { said } = readSaid(file);
  return [
    ...careless(file),
    ...decidedWhileFrozen(file, said),
    ...datedBack(file, said),
    ...passedOver(file, said),
    ...borne(said).map((gone) => ({
      how: `without ${gone}`,
      file: forged(file, (key, body) => (key === gone ? undefined : body)),
    })),
  ];
};
