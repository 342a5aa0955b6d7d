import type { Draft } from '../domain/draft.ts';
import type { Gate } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds, operationsReader } from '../domain/mail-ids.ts';
import { whileFrozen } from '../domain/open-marker.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { endFrozen } from '../ports/freeze.ts';
import { readOutcome } from '../ports/release.ts';
import { newsOf, tellWaitingNews } from '../ports/waiting-news.ts';
import { unforwarded } from './lost-work.ts';
import type { RepairPorts } from './ports.ts';

/** Does what a freeze that was cut off has left undone, and ends a draft that was on its way meanwhile; answers with how much. */
const finishFreeze = async (
  { ledger, now }: Pick<RepairPorts, 'ledger' | 'now'>,
  known: ReleaseKeys,
  step: Extract<Gate, { gate: 'frozen' }>,
): Promise<number> => {
  const { release, latest, drafts, mails } = known;
  const isTold = [undefined, operationsReader].every((reader) =>
    mails.has(mailIds.of('frozen', latest, reader)),
  );
  if (drafts.get(latest)?.ended && isTold) return 0;
  await endFrozen({ ledger, now }, release, step);
  return 1;
};

/** Sees to events that came while a release is frozen and whose message was lost; answers with how many were put on a queue. */
const mendNews = async (ports: RepairPorts, known: ReleaseKeys, latest: Draft): Promise<number> => {
  const { ledger, queues } = ports;
  const { release } = known;
  const untaken = known.events.filter((event) => !latest.events.includes(event));
  if (untaken.length === 0) return 0;
  const outcome = await readOutcome(ledger, release, latest.draft);
  if (outcome?.outcome === 'approved') {
    const [first] = await unforwarded(ports, known, latest, untaken);
    if (first === undefined) return 0;
    await queues.draft(`${keys.release(release)}events/${first}.event.json`);
    return 1;
  }
  await tellWaitingNews(ports, release, newsOf(untaken));
  return 0;
};

/** Mends a release that is frozen; answers with how much, and when to look again, as an ISO time. */
export const mendFrozen = async (
  ports: RepairPorts,
  known: ReleaseKeys,
  latest: Draft,
  step: Extract<Gate, { gate: 'frozen' }>,
): Promise<{ mended: number; looks: string[] }> => {
  const mended = (await finishFreeze(ports, known, step)) + (await mendNews(ports, known, latest));
  return { mended, looks: [whileFrozen(new Date(step.at), ports.now())] };
};
