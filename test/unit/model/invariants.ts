import { expect } from 'vitest';
import { type Draft, digestOf } from '../../../functions/domain/draft.ts';
import { gateSchema, publishedSchema, sentSchema } from '../../../functions/domain/facts.ts';
import { keys, parseKey } from '../../../functions/domain/keys.ts';
import { mailIds } from '../../../functions/domain/mail-ids.ts';
import { mailsWanted } from '../../../functions/domain/mails-wanted.ts';
import { newsAmong } from '../../../functions/domain/news.ts';
import { followUpOf } from '../../../functions/domain/release.ts';
import { eventName, hasStandingActs } from '../../../functions/domain/standing-acts.ts';
import { readRequiredFact } from '../../../functions/ports/ledger.ts';
import { listRelease, readDraft, readEvents } from '../../../functions/ports/release.ts';
import { readStanding, type Standing } from '../../../functions/ports/standing.ts';
import type { TakenBack } from './play.ts';
import type { World } from './world.ts';

export const releasesOf = ({ facts }: World): string[] => [
  ...new Set([...facts.facts.keys()].flatMap((key) => parseKey(key)?.release ?? [])),
];

/** Whether a draft's groups are met by these approvers, counted anew: a seat is filled by its approver or by who stands in. */
const isMet = ({ groups, delegations }: Draft, approvers: ReadonlySet<string>): boolean =>
  groups.every(({ needed, required, approvers: seats }) => {
    const spent = new Set<string>();
    const filled = seats.filter((seat) => {
      const by = [seat, ...delegations.filter((d) => d.approver === seat).map((d) => d.delegate)].find(
        (id) => approvers.has(id) && !spent.has(id),
      );
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
  const files = [...facts.facts.keys()].filter(
    (key) => parseKey(key)?.fact === 'published-file' && key.startsWith(keys.release(release)),
  );
  if (body === undefined && files.length === 0) return;
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
  expect(isMet(draft, new Set(published.approvals.map(({ approver }) => approver)))).toBe(true);
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
  }
  for (const { release, draft, approver, round } of takenBack) {
    const { ballots, outcome } = await readStanding(world.facts, release, draft);
    const mine = ballots.filter(({ decision }) => decision.approver === approver);
    expect(mine.find((ballot) => ballot.round === round)?.fate).toBe('taken-back');
    if (outcome?.counted.includes(approver))
      expect(mine.some((ballot) => ballot.round > round && ballot.fate === 'counted')).toBe(true);
  }
};

/** Events of a release that nothing has come of. */
const lostEvents = async (world: World, release: string): Promise<string[]> => {
  const { facts } = world;
  const known = await listRelease(facts, release);
  if ((await world.gateOf(release)) === 'frozen') return [];
  const standing = known.latest === 0 ? undefined : await readStanding(facts, release, known.latest);
  const untold = known.events.filter((event) => !standing?.draft.events.includes(event));
  if (untold.length === 0) return [];
  if (standing?.outcome?.outcome !== 'approved')
    return hasStandingActs(await readEvents(facts, release, known.events)) ? untold : [];
  const next = await listRelease(facts, followUpOf(release));
  const news = newsAmong(
    await readEvents(facts, release, untold),
    await readEvents(facts, release, standing.draft.events),
  ).map(eventName);
  return news.filter((event) => !next.events.includes(event));
};

/** What must hold once everything has been worked off: nothing lost, every mail asked for and sent or not needed, approvals published. */
export const expectCompleteness = async (world: World): Promise<void> => {
  const { facts } = world;
  for (const release of releasesOf(world)) {
    const known = await listRelease(facts, release);
    expect(await lostEvents(world, release)).toEqual([]);
    expect([...known.mails].filter((mail) => !known.sent.has(mail))).toEqual([]);
    if (known.latest === 0) continue;
    const standing = await readStanding(facts, release, known.latest);
    const missing = mailsWanted(standing).filter(({ id }) => !known.mails.has(id));
    const isFrozen = (await world.gateOf(release)) === 'frozen';
    expect(isFrozen ? [] : missing).toEqual([]);
    if (standing.outcome === undefined && !isFrozen)
      for (const mail of [...known.mails].filter((id) => id.startsWith(mailIds.of('ask', known.latest))))
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
