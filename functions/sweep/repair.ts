import type { Draft } from '../domain/draft.ts';
import type { Outcome } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { isPutOff, mayWait } from '../domain/put-off.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { lastStep } from '../ports/gate.ts';
import { askForMails } from '../ports/mails-due.ts';
import { readDraft, readOutcome } from '../ports/release.ts';
import { settleDraft } from '../ports/settle.ts';
import { readStanding, type Standing, standingOf } from '../ports/standing.ts';
import { mendFrozen } from './frozen.ts';
import { isUnfinished, isUnpublished, mailAgain, untoldEvents } from './lost-work.ts';
import type { RepairPorts } from './ports.ts';
import { watchDraft } from './watch.ts';

/** Puts back on their queues what no draft holds, a draft that lacks a file, and an approval that is not published. */
const putBack = async (
  ports: RepairPorts,
  known: ReleaseKeys,
  latest: Draft | undefined,
  outcome: Outcome | undefined,
): Promise<number> => {
  const { queues } = ports;
  const { release } = known;
  const untold = await untoldEvents(ports, known, latest, outcome);
  const [again] = untold.length > 0 ? untold : latest && isUnfinished(known, latest) ? latest.events : [];
  if (again !== undefined) await queues.draft(`${keys.release(release)}events/${again}.event.json`);
  const unpublished = isUnpublished(known, outcome);
  if (unpublished) await queues.publish(keys.outcome(release, known.latest));
  return (again === undefined ? 0 : 1) + (unpublished ? 1 : 0);
};

/** Mends a release that is not frozen; answers with how much, and when to look again, as ISO times. */
const mendOpen = async (
  ports: RepairPorts,
  known: ReleaseKeys,
  latest: Draft | undefined,
): Promise<{ mended: number; looks: string[] }> => {
  const { ledger, now } = ports;
  const { release } = known;
  const isEnded = latest !== undefined && known.drafts.get(latest.draft)?.ended === true;
  const outcome = isEnded ? await readOutcome(ledger, release, latest.draft) : undefined;
  const mended = await putBack(ports, known, latest, outcome);
  const looks = mended > 0 ? [soonAfter(now())] : [];
  if (latest === undefined) return { mended, looks };
  if (isEnded) {
    await askForMails(ledger, await standingOf(ledger, known, latest), now());
    return { mended, looks };
  }
  // Its mails go out now, and so does the release where it was approved.
  if ((await settleDraft(ports, release, latest.draft)) !== undefined)
    return { mended, looks: [soonAfter(now())] };
  return {
    mended,
    looks: [...looks, await watchDraft(ports, await readStanding(ledger, release, latest.draft))],
  };
};

/** Where each draft of a release stands, read once however many mails are about it. */
const standingsOf = (
  { ledger }: Pick<RepairPorts, 'ledger'>,
  known: ReleaseKeys,
): ((draft: number) => Promise<Standing>) => {
  const found = new Map<number, Promise<Standing>>();
  return (draft) => {
    const standing =
      found.get(draft) ??
      readDraft(ledger, known.release, draft).then((read) => standingOf(ledger, known, read));
    found.set(draft, standing);
    return standing;
  };
};

/** What was done on a release. */
export interface Repair {
  mended: number;
  /** Whether there was nothing to do, and is nothing to come: the same facts need no second look. */
  rests: boolean;
}

/**
 * Finds from the facts of a release alone what was left undone, whatever message or marker was lost, and puts it on
 * its queue again: events never drafted, drafts never finished, mails never sent, outcomes never drawn, releases never
 * published, a freeze that was cut off. Does what is due on an open draft. Answers with how much it mended.
 */
export const repairRelease = async (ports: RepairPorts, known: ReleaseKeys): Promise<Repair> => {
  const { ledger, desk } = ports;
  const { release } = known;
  const latest = known.latest === 0 ? undefined : await readDraft(ledger, release, known.latest);
  const gate = await lastStep(ledger, known);
  const isFrozen = gate?.gate === 'frozen';
  const standingAt = standingsOf(ports, known);
  const again = await mailAgain(
    ports,
    known,
    async (ask) => mayWait(ask.kind) && isPutOff(ask, await standingAt(ask.draft), isFrozen, ports.now()),
  );
  const { mended, looks } =
    gate?.gate === 'frozen' && latest !== undefined
      ? await mendFrozen(ports, known, latest, gate)
      : await mendOpen(ports, known, latest);
  const [next] = [...looks, ...(again.next === undefined ? [] : [again.next])].sort();
  if (next !== undefined && latest !== undefined)
    await desk.put(openKey({ due: next, release, draft: latest.draft }), '{}');
  const total = again.asked + mended;
  const isAllSent = [...known.mails].every((mail) => known.sent.has(mail));
  return { mended: total, rests: total === 0 && next === undefined && isAllSent };
};
