import { sha256Of } from '../digest.ts';
import type { Draft } from '../draft.ts';
import type { Gate, Published } from '../facts.ts';
import { exhibitFiles, keys } from '../keys.ts';
import { operationsReader } from '../mail-ids.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** What each step of a gate may follow. */
const stepsBefore: Readonly<Record<Gate['gate'], readonly (Gate['gate'] | undefined)[]>> = {
  frozen: [undefined, 'thawed'],
  thawed: ['frozen'],
  published: [undefined, 'thawed'],
};

const isApproved = ({ outcomes }: Said, draft: number, digest: string): boolean => {
  const outcome = outcomes.get(draft)?.outcome;
  return outcome?.outcome === 'approved' && outcome.sha256 === digest;
};

/** What is wrong with the gate: its steps have no gap, none is out of turn, whoever runs Gazette thaws, and it opened only for a text that was approved. */
export const gateFlaws = (said: Said): Flaw[] =>
  said.gates
    .toSorted((a, b) => a.step - b.step)
    .flatMap(({ step, gate }, index, steps) => {
      const key = keys.gate(said.release, step);
      const before = steps[index - 1]?.gate.gate;
      return [
        ...flawIf(
          step !== index + 1 || !stepsBefore[gate.gate].includes(before),
          'The gate took a step that it cannot take.',
          key,
        ),
        ...flawIf(
          gate.gate === 'thawed' && gate.by !== operationsReader,
          'The release was thawed by somebody who may not.',
          key,
        ),
        ...flawIf(
          gate.gate === 'published' && !isApproved(said, gate.draft, gate.sha256),
          'The gate was opened for a text that was not approved.',
          key,
        ),
      ];
    });

/** Whether the files that went out, and the manifest's list of them, are the draft's own texts. */
const areTexts = ({ publishedFiles }: Said, { files }: Published, draft: Draft | undefined): boolean => {
  const texts = new Map<string, string | undefined>([
    [exhibitFiles.text, draft?.text],
    [exhibitFiles.html, draft?.html],
  ]);
  const isText = (name: string): boolean => {
    const listed = files.find((file) => file.name === name);
    const body = publishedFiles.get(name);
    return body !== undefined && body === texts.get(name) && listed?.sha256 === sha256Of(body);
  };
  return (
    files.length === texts.size &&
    publishedFiles.size === texts.size &&
    [...texts.keys()].every((name) => isText(name))
  );
};

/** Whether the manifest names those who were counted, and when they decided. */
const areApprovals = ({ decisions, outcomes, drafts }: Said, { approvals, draft }: Published): boolean => {
  const counted = outcomes.get(draft)?.outcome.counted ?? [];
  const made = [...decisions.map(({ decision }) => decision), ...(drafts.get(draft)?.carried ?? [])];
  return (
    approvals.length === counted.length &&
    approvals.every(
      ({ approver, decidedAt }) =>
        counted.includes(approver) &&
        made.some((decision) => decision.approver === approver && decision.decidedAt === decidedAt),
    )
  );
};

/** What is wrong with what went out: it is the text that was approved, to the byte, through an open gate. */
export const publishedFlaws = (said: Said): Flaw[] => {
  if (said.published === undefined) return [];
  const { key, published } = said.published;
  const { draft, sha256: digest } = published;
  const opened = said.gates.some(({ gate }) => gate.gate === 'published' && gate.sha256 === digest);
  return [
    ...flawIf(!isApproved(said, draft, digest), 'It was published without an approval of this text.', key),
    ...flawIf(!opened, 'It was published, and the gate was not opened for it.', key),
    ...flawIf(
      !areTexts(said, published, said.drafts.get(draft)),
      'A published file is not the text that was approved.',
      key,
    ),
    ...flawIf(
      !areApprovals(said, published),
      'The approvals that it names are not those that were counted.',
      key,
    ),
  ];
};

/** What is wrong with what was said after the publication: the gate had opened by then, for that draft. */
export const notMeFlaws = ({ notMe, gates }: Said): Flaw[] =>
  notMe.flatMap(({ key, notMe: { draft, at } }) => {
    const isOpened = gates.some(
      ({ gate }) =>
        gate.gate === 'published' && gate.draft === draft && Date.parse(gate.at) <= Date.parse(at),
    );
    return flawIf(!isOpened, 'Somebody says that a publication was not theirs, and none was under way.', key);
  });
