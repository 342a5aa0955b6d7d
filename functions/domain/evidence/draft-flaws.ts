import { withoutLayout } from '../cosmetic.ts';
import { sha256Of } from '../digest.ts';
import { type Draft, digestOf } from '../draft.ts';
import { exhibitFiles, keys, wireFile, workingFiles } from '../keys.ts';
import { countedOf } from './ballots.ts';
import { type Flaw, flawIf, type Said } from './said.ts';

/** The texts of a draft as files, by name. The Word file is not among them: it cannot be made again to the byte. */
const textsOf = ({ text, html, wires, form8k }: Draft): Map<string, string> =>
  new Map([
    [exhibitFiles.text, text],
    [exhibitFiles.html, html],
    [workingFiles.form8k, form8k],
    ...wires.map(({ wire, text: set }): [string, string] => [wireFile(wire), set]),
  ]);

/** What a decision that a draft has carried over must be: one that was made on an earlier draft of the same words, and counted. */
const carriedFlaws = (said: Said, draft: Draft): Flaw[] => {
  const { drafts, decisions, release } = said;
  const key = keys.draft(release, draft.draft);
  return draft.carried.flatMap((carried) => {
    const made = decisions.find(({ decision }) => JSON.stringify(decision) === JSON.stringify(carried));
    const before = drafts.get(draft.draft - 1);
    const earlier = drafts.get(carried.draft);
    const round = before?.draft === carried.draft ? made?.round : 0;
    const counted = before === undefined ? undefined : countedOf(said, before.draft)?.counted;
    const isCounted = counted?.some((one) => one.round === round && one.approver === carried.approver);
    const saysTheSame = earlier !== undefined && withoutLayout(earlier.text) === withoutLayout(draft.text);
    return [
      ...flawIf(
        made === undefined || carried.decision !== 'approve' || !isCounted,
        'A decision that was carried over to it was never made, or was taken back.',
        key,
      ),
      ...flawIf(
        !saysTheSame,
        'A decision was carried over to it from a draft that says something else.',
        key,
      ),
    ];
  });
};

const oneDraftFlaws = (said: Said, number: number, draft: Draft): Flaw[] => {
  const { release, events, drafts, outcomes } = said;
  const key = keys.draft(release, number);
  return [
    ...flawIf(digestOf(draft) !== draft.sha256, 'The draft is not what its digest says.', key),
    ...flawIf(
      draft.events.some((event) => !events.has(event)),
      'An event that the draft is made from is missing.',
      key,
    ),
    ...flawIf(number > 1 && !drafts.has(number - 1), 'The draft before this one is missing.', key),
    ...flawIf(
      number > 1 && !outcomes.has(number - 1),
      'The draft before this one had not ended when it was made.',
      key,
    ),
    ...carriedFlaws(said, draft),
  ];
};

/** What is wrong with drafts: each is what its digest says, has its events, and follows one that had ended. */
export const draftFlaws = (said: Said): Flaw[] => [
  ...[...said.drafts].flatMap(([number, draft]) => oneDraftFlaws(said, number, draft)),
  ...said.files.flatMap(({ key, draft, file, sha256: digest }) => {
    const known = said.drafts.get(draft);
    if (known === undefined) return [{ what: 'The draft of this file is missing.', key }];
    if (file === workingFiles.word) return [];
    const text = textsOf(known).get(file);
    return flawIf(
      text === undefined || sha256Of(text) !== digest,
      'The file is not what its draft says.',
      key,
    );
  }),
];

/** What is wrong with what people were shown: everybody saw, edited and decided on a text of this very digest. */
export const shownFlaws = ({ drafts, seen, decisions, events }: Said): Flaw[] => {
  const bound = [
    ...seen.map(({ key, seen: { draft, sha256: digest } }) => ({ key, draft, digest })),
    ...decisions.map(({ key, decision: { draft, sha256: digest } }) => ({ key, draft, digest })),
    ...[...events.values()].flatMap(({ key, event: { desk } }) =>
      desk === undefined ? [] : [{ key, draft: desk.draft, digest: desk.sha256 }],
    ),
  ];
  return bound.flatMap(({ key, draft, digest }) =>
    flawIf(drafts.get(draft)?.sha256 !== digest, 'It is bound to another text than its draft has.', key),
  );
};
