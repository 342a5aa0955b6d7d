import { deskEventId, deskSource } from '../../../functions/domain/desk-edits/desk-edits.ts';
import { placeDigest } from '../../../functions/domain/desk-edits/places.ts';
import type { Draft } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { recordedExamples } from '../../support/examples.ts';

const [workforce, departures, resolution, listing, statement] = recordedExamples('iec-2002');
if (!workforce || !departures || !resolution || !listing || !statement) throw new Error('no example');

/** What sources may send: news, one that is about an approver, a correction, and one that takes back all that one said. */
export const events: readonly EventFact[] = [
  listing,
  workforce,
  departures,
  resolution,
  { ...listing, id: 'corrected', data: { ...listing.data, replaces: [listing.id] } },
  { ...listing, id: 'cancelled', data: { ...listing.data, acts: [], replaces: [listing.id, 'corrected'] } },
  { ...workforce, id: 'called-off', data: { ...workforce.data, acts: [], replaces: [workforce.id] } },
];

const newHeadline = ({ content: { headline } }: Draft) => ({
  place: 'headline',
  replaces: placeDigest([headline]),
  text: ['IEC Announces Changes at the Company'],
});

/** What an editor does who words the headline of a draft anew, or puts the same text before everyone again. */
export const editOf = (
  draft: Draft,
  { person, renews }: { person: string; renews: boolean },
  at: string,
): EventFact => ({
  ...listing,
  source: deskSource,
  id: deskEventId(draft.draft),
  release: draft.release,
  time: at,
  receivedAt: at,
  data: { company: draft.company, replaces: [], retracts: [], acts: [] },
  desk: {
    by: person,
    draft: draft.draft,
    sha256: draft.sha256,
    seen: draft.events,
    facts: [],
    givenUp: [],
    ...(renews ? { wording: [], renews } : { wording: [newHeadline(draft)] }),
  },
});
