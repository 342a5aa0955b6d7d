import * as v from 'valibot';
import type { Draft } from '../../domain/draft.ts';
import { eventFactSchema } from '../../domain/event.ts';
import { keys } from '../../domain/keys.ts';
import { openKey, soonAfter } from '../../domain/open-marker.ts';
import { putFact, readFact, readRequiredFact } from '../../ports/ledger.ts';
import type { ReviewPorts } from '../ports.ts';
import type { Visit } from '../visit.ts';
import { type Changes, deskEventOf, isSameForm } from './desk-event.ts';

/** Whether this very form was posted before. */
export const isRecorded = async (
  ports: Pick<ReviewPorts, 'ledger' | 'now'>,
  { approver }: Visit,
  draft: Draft,
  changes: Changes,
): Promise<boolean> => {
  const event = deskEventOf(draft, approver, changes, ports.now());
  const known = await readFact(
    ports.ledger,
    keys.event(draft.release, event.source, event.id),
    eventFactSchema,
  );
  return known !== undefined && isSameForm(known, event);
};

/** Puts the one event that there can be of a draft; whether it is this one that stands. */
export const record = async (
  { ledger, desk, now }: Pick<ReviewPorts, 'ledger' | 'desk' | 'now'>,
  { approver }: Visit,
  draft: Draft,
  changes: Changes,
): Promise<boolean> => {
  const { release } = draft;
  const event = v.parse(eventFactSchema, deskEventOf(draft, approver, changes, now()));
  // Should what S3 tells of it be lost, sweep looks here soon and has the next draft made.
  await desk.put(openKey({ due: soonAfter(now()), release, draft: draft.draft }), '{}');
  const key = keys.event(release, event.source, event.id);
  if ((await putFact(ledger, key, event)) === 'written') return true;
  return isSameForm(await readRequiredFact(ledger, key, eventFactSchema), event);
};
