import { expect } from 'vitest';
import { waitingKeys } from '../../../functions/domain/desk-keys.ts';
import { type Draft, digestOf } from '../../../functions/domain/draft.ts';
import { gateSchema, mailSchema, publishedSchema, sentSchema } from '../../../functions/domain/facts.ts';
import { keys, parseKey } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { mailsWanted } from '../../../functions/domain/mails-wanted.ts';
import { newsAmong } from '../../../functions/domain/news.ts';
import { isPutOff } from '../../../functions/domain/put-off.ts';
import { followUpOf } from '../../../functions/domain/release.ts';
import type { ReleaseKeys } from '../../../functions/domain/release-keys.ts';
import { eventName, hasStandingActs } from '../../../functions/domain/standing-acts.ts';
import { readRequiredFact } from '../../../functions/ports/ledger.ts';
import { listRelease, readDraft, readEvents } from '../../../functions/ports/release.ts';
import { readStanding, type Standing } from '../../../functions/ports/standing.ts';
import { newsOf } from '../../../functions/ports/waiting-news.ts';
import type { TakenBack } from './play.ts';
import { expectDecisions, expectOutcomes, expectRefusals } from './step-invariants.ts';
import type { World } from './world.ts';

export const releasesOf = ({ facts }: World): string[] => [
  ...new Set([...facts.facts.keys()].flatMap((key) => parseKey(key)?.release ?? [])),
];

/** Whether a draft's groups are met by these approvals, counted anew: a seat is filled by its approver or by who stands in then. */
const isMet = (
  { groups, delegations }: Draft,
  approvals: readonly { approver: string; decidedAt: string }[],
): boolean =>
  groups.every(({ needed, required, approvers: seats }) => {
    const spent = new Set<string>();
    const mayFill = (seat: string): string[] =>
      approvals
        .filter(
          ({ approver, decidedAt }) =>
            approver === seat ||
            delegations.some(
              (d) =>
                d.approver === seat && d.delegate === approver && d.begins <= decidedAt && decidedAt < d.ends,
            ),
        )
        .map(({ approver }) => approver);
    const filled = seats.filter((seat) => {
      const by = mayFill(seat)
        .toSorted((a) => (a === seat ? -1 : 1))
        .find((id) => !spent.has(id));
      if (by !== undefined) spent.add(by);
      return by !== undefined;
    });
    return filled.length >= needed && required.every((id) => filled.includes(id));
  });

const charactersOf = ({ text }: Draft): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Who was counted as approving a draft, by the facts alone: on this very text, or on one of the same letters and digits. */
const approvalsCounted = async ({ facts }: World, { draft, ballots }: Standing): Promise<Set<string>> => {
  const counted = new Set<string>();
  for (const { decision, fate, round } of ballots) {
    const on = round > 0 ? draft : await readDraft(facts, draft.release, decision.draft);
    const isSame = on.sha256 === decision.sha256 && charactersOf(on) === charactersOf(draft);
    if (decision.decision === 'approve' && fate === 'counted' && isSame) counted.add(decision.approver);
  }
  return counted;
};

const expectPublication = async (world: World, release: string): Promise<void> => {
  const { facts, writes } = world;
  const body = facts.facts.get(keys.published(release));
  // Files without their manifest are of a process that died; the gate was open for them, or it is a breach.
  if (body === undefined) return;
  const published = await readRequiredFact(facts, keys.published(release), publishedSchema);
  const standing = await readStanding(facts, release, published.draft);
  const { draft, outcome } = standing;
  const counted = await approvalsCounted(world, standing);
  expect(writes.get(keys.published(release))).toBe(1);
  expect({ outcome: outcome?.outcome, sha256: outcome?.sha256 }).toEqual({
    outcome: 'approved',
    sha256: draft.sha256,
  });
  expect(published.sha256).toBe(draft.sha256);
  expect(digestOf(draft)).toBe(draft.sha256);
  for (const approver of published.approvals.map(({ approver: id }) => id))
    expect([...counted]).toContain(approver);
  expect(isMet(draft, published.approvals)).toBe(true);
  const edits = [...draft.edits.wording, ...draft.edits.facts].filter(({ stands }) => stands);
  expect(edits.filter(({ by }) => counted.has(by))).toEqual([]);
  expect(
    draft.approvers.filter(({ id, changed, recused }) => (changed || recused) && counted.has(id)),
  ).toEqual([]);
};

/** A gate opens for publication once and for all, and from frozen there is no way but thawing. */
const expectGates = async ({ facts }: World, release: string): Promise<void> => {
  const { gates } = await listRelease(facts, release);
  const steps = await Promise.all(
    Array.from({ length: gates }, (_, at) => readRequiredFact(facts, keys.gate(release, at + 1), gateSchema)),
  );
  expect(steps.map(({ gate }) => gate).join(' ')).toMatch(/^(frozen thawed ?)*(frozen|published)?$/);
};

/** What must hold at any moment, whatever was going on. */
export const expectSafety = async (world: World, takenBack: readonly TakenBack[]): Promise<void> => {
  expect(world.breaches).toEqual([]);
  expect([...world.writes].filter(([, times]) => times > 1)).toEqual([]);
  for (const release of releasesOf(world)) {
    await expectGates(world, release);
    await expectPublication(world, release);
    await expectDecisions(world, release);
  }
  await expectRefusals(
    world,
    takenBack.filter(({ isTooLate }) => isTooLate),
  );
  for (const { release, draft, approver, round } of takenBack.filter(({ isTooLate }) => !isTooLate)) {
    const { ballots, outcome } = await readStanding(world.facts, release, draft);
    const mine = ballots.filter(({ decision }) => decision.approver === approver);
    expect(mine.find((ballot) => ballot.round === round)?.fate).toBe('taken-back');
    if (outcome?.counted.includes(approver))
      expect(mine.some((ballot) => ballot.round > round && ballot.fate === 'counted')).toBe(true);
  }
};

/** Whether whoever runs Gazette was told that these news wait for a release to be thawed, or of others so lately that they will be. */
const isToldOf = ({ desk, clock }: World, release: string, news: readonly string[]): boolean =>
  news.length === 0 ||
  [
    waitingKeys.news(release, news),
    waitingKeys.day(release, clock.now()),
    waitingKeys.day(release, new Date(clock.now().getTime() - 3_600_000)),
  ].some((key) => desk.papers.has(key));

/** Events of a release that nothing has come of, nor anybody been told; also while it is frozen. */
const lostEvents = async (world: World, release: string): Promise<string[]> => {
  const { facts } = world;
  const known = await listRelease(facts, release);
  const standing = known.latest === 0 ? undefined : await readStanding(facts, release, known.latest);
  const untold = known.events.filter((event) => !standing?.draft.events.includes(event));
  if (untold.length === 0) return [];
  const isFrozen = (await world.gateOf(release)) === 'frozen';
  if (isFrozen && standing?.outcome?.outcome !== 'approved')
    return isToldOf(world, release, newsOf(untold)) ? [] : newsOf(untold);
  if (standing?.outcome?.outcome !== 'approved')
    return hasStandingActs(await readEvents(facts, release, known.events)) ? untold : [];
  const next = await listRelease(facts, followUpOf(release));
  const news = newsAmong(
    await readEvents(facts, release, untold),
    await readEvents(facts, release, standing.draft.events),
  ).map(eventName);
  return news.filter((event) => !next.events.includes(event));
};

/** Mails of which nothing has come, and that need not wait either. */
const lostMails = async (world: World, known: ReleaseKeys, at: Date): Promise<string[]> => {
  const { facts } = world;
  const isFrozen = (await world.gateOf(known.release)) === 'frozen';
  const unsent = [...known.mails].filter((mail) => !known.sent.has(mail));
  const lost = unsent.map(async (id): Promise<string[]> => {
    const ask = await readRequiredFact(facts, keys.mail(known.release, id), mailSchema);
    const isWaiting =
      'draft' in ask && isPutOff(ask, await readStanding(facts, known.release, ask.draft), isFrozen, at);
    return isWaiting ? [] : [id];
  });
  return (await Promise.all(lost)).flat();
};

/**
 * What must hold once everything has been worked off: nothing lost, every mail asked for by the last sweep, and sent, not needed
 * or waiting for its reader's turn, approvals published.
 */
export const expectCompleteness = async (world: World, sweptAt: Date): Promise<void> => {
  const { facts } = world;
  for (const release of releasesOf(world)) {
    const known = await listRelease(facts, release);
    expect(await lostEvents(world, release)).toEqual([]);
    await expectOutcomes(world, release);
    expect(await lostMails(world, known, sweptAt)).toEqual([]);
    if (known.latest === 0) continue;
    const standing = await readStanding(facts, release, known.latest);
    const missing = mailsWanted(standing, sweptAt).filter(({ id }) => !known.mails.has(id));
    const isFrozen = (await world.gateOf(release)) === 'frozen';
    expect(isFrozen ? [] : missing).toEqual([]);
    if (standing.outcome === undefined && !isFrozen)
      for (const mail of [...known.sent].filter((id) => id.startsWith(mailIds.of('ask', known.latest))))
        expect(await readRequiredFact(facts, keys.sent(release, mail), sentSchema)).not.toMatchObject({
          reason: 'frozen',
        });
    expect(known.published).toBe(standing.outcome?.outcome === 'approved' && !isFrozen);
  }
};

/** What must hold long after: every draft has ended. */
export const expectEnds = async (world: World): Promise<void> => {
  for (const release of releasesOf(world)) {
    const { drafts } = await listRelease(world.facts, release);
    for (const number of drafts.keys()) {
      const { draft } = await readDraft(world.facts, release, number);
      expect({ draft, ended: drafts.get(number)?.ended }).toEqual({ draft, ended: true });
    }
  }
};
