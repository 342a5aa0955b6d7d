import { roundFor } from '../../../functions/domain/awaited.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { freezeRelease } from '../../../functions/ports/freeze.ts';
import { stepGate } from '../../../functions/ports/gate.ts';
import { putFact } from '../../../functions/ports/ledger.ts';
import { readStanding } from '../../../functions/ports/standing.ts';
import { decide } from '../../../functions/review/decide.ts';
import { takeBack } from '../../../functions/review/take-back.ts';
import { Killed } from '../../support/killer.ts';
import { editOf, events } from './events.ts';
import type { Round, Step } from './steps.ts';
import type { World } from './world.ts';

type Process = ReturnType<World['start']>;

/** A decision that was answered as taken back, or as one that could no longer be. */
export interface TakenBack {
  release: string;
  draft: number;
  approver: string;
  round: number;
  isTooLate: boolean;
}

/** The release with the newest draft, and that draft or one before it. */
const pageOf = (world: World, which: number): { release: string; draft: number } | undefined => {
  const drafts = [...world.facts.facts.keys()].flatMap((key) => {
    const [, release, draft] = /^releases\/([^/]+)\/drafts\/(\d+)\/draft\.json$/.exec(key) ?? [];
    return release === undefined ? [] : [{ release, draft: Number(draft) }];
  });
  return drafts.at(-1 - which) ?? drafts.at(-1);
};

const post = async (
  world: World,
  process: Process,
  decision: 'approve' | 'request-changes',
  approver: string,
  of: { release: string; draft: number },
): Promise<void> => {
  const standing = await readStanding(world.facts, of.release, of.draft);
  const { draft, keys: known } = standing;
  const form = new URLSearchParams({
    decision,
    read: String(of.draft),
    round: String(roundFor(standing, approver, world.clock.now())),
    sha256: draft.sha256,
    reason: decision === 'approve' ? '' : 'The title is wrong.',
  });
  const visit = {
    ...of,
    approver,
    path: '/r/x',
    linkSha256: 'x',
    mintedAt: world.clock.now().toISOString(),
    stepUp: 'code',
    expiresAt: world.clock.now().toISOString(),
    company: world.company,
    latest: of.draft,
    known,
    over: undefined,
    past: undefined,
  };
  await decide(process, visit, form);
};

const run = async (world: World, process: Process, given: Step, takenBack: TakenBack[]): Promise<void> => {
  const { messages, clock } = world;
  const page = 'which' in given ? pageOf(world, given.which) : undefined;
  const at = clock.now().toISOString();
  switch (given.do) {
    case 'event': {
      const event = events[given.which];
      if (event)
        await putFact(process.ledger, keys.event(event.release, event.source, event.id), {
          ...event,
          receivedAt: at,
        });
      return;
    }
    case 'work': {
      const message = messages[given.which % Math.max(1, messages.length)];
      if (message === undefined) return;
      if (given.fate !== 'again') messages.splice(messages.indexOf(message), 1);
      if (given.fate === 'lost') return;
      await world.work(process, message);
      return;
    }
    case 'work-off':
      for (const message of messages.splice(0)) await world.work(process, message);
      return;
    case 'approve-together':
      if (page) await Promise.all(given.persons.map((who) => post(world, process, 'approve', who, page)));
      return;
    case 'approve':
    case 'request-changes':
      if (page) await post(world, process, given.do, given.person, page);
      return;
    case 'take-back': {
      if (page === undefined) return;
      const { ballots } = await readStanding(world.facts, page.release, page.draft);
      const round = Math.max(
        0,
        ...ballots.filter(({ decision }) => decision.approver === given.person).map((b) => b.round),
      );
      const result = await takeBack(process, { ...page, approver: given.person }, round);
      if (result !== 'none')
        takenBack.push({ ...page, approver: given.person, round, isTooLate: result === 'too-late' });
      return;
    }
    case 'freeze':
      if (page) await freezeRelease(process, page.release, given.person);
      return;
    case 'edit': {
      if (page === undefined) return;
      const { draft } = await readStanding(world.facts, page.release, page.draft);
      // Whom it is about has no page on which to edit.
      if (draft.approvers.some(({ id, recused }) => id === given.person && recused !== undefined)) return;
      const event = editOf(draft, given, at);
      await putFact(process.ledger, keys.event(event.release, event.source, event.id), event);
      return;
    }
    case 'thaw':
      if (page && (await world.gateOf(page.release)) === 'frozen')
        await stepGate(process.ledger, page.release, { gate: 'thawed', by: 'operations', at });
      return;
    case 'sweep':
      await world.sweep(process, given.scope);
      return;
  }
};

/** Lets everything of a round go on at once; whoever dies is not heard of again. */
export const play = (
  world: World,
  { minutes: passed, steps }: Round,
  takenBack: TakenBack[],
): Promise<unknown> => {
  world.clock.pass(passed);
  return Promise.all(
    steps.map(async ({ step: given, life: calls }) => {
      try {
        await run(world, world.start(calls), given, takenBack);
      } catch (error) {
        if (
          !(error instanceof Killed) &&
          !(error instanceof Error && error.message.includes('could not be mended'))
        )
          throw error;
      }
    }),
  );
};
