import {
  decisionSchema,
  gateSchema,
  notMeSchema,
  outcomeSchema,
  seenSchema,
  stepSchema,
} from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { DraftKeys, ReleaseKeys } from '../domain/release-keys.ts';
import { eventName } from '../domain/standing-acts.ts';
import { type Ledger, readRequiredFact } from '../ports/ledger.ts';
import { readPublished } from '../ports/published.ts';
import { readDraft, readEvents } from '../ports/release.ts';
import { type Happening, inOrder } from './happening.ts';
import { readMailFates, readMails } from './mail-happenings.ts';

type Reader = Pick<Ledger, 'get' | 'list'>;

const readDraftFacts = async (
  ledger: Reader,
  release: string,
  number: number,
  { seen, decisions, steps, ended }: DraftKeys,
): Promise<Happening[]> => {
  const draft = await readDraft(ledger, release, number);
  const views = seen.map(async (reader): Promise<Happening> => {
    const { at } = await readRequiredFact(ledger, keys.seen(release, number, reader), seenSchema);
    return { what: 'seen', who: reader, draft: number, at };
  });
  const made = decisions.map(async ({ approver, round }): Promise<Happening> => {
    const key = keys.decision(release, number, approver, round);
    const decision = await readRequiredFact(ledger, key, decisionSchema);
    return { what: 'decision', decision, at: decision.decidedAt };
  });
  const unmade = Array.from({ length: steps }, async (_, at): Promise<Happening[]> => {
    const step = await readRequiredFact(ledger, keys.step(release, number, at + 1), stepSchema);
    return step.step === 'taken-back'
      ? [{ what: 'taken-back', who: step.approver, draft: number, at: step.at }]
      : [];
  });
  const end = ended ? [readRequiredFact(ledger, keys.outcome(release, number), outcomeSchema)] : [];
  return [
    { what: 'draft', draft, news: draft.events, at: draft.createdAt },
    ...(await Promise.all(views)),
    ...(await Promise.all(made)),
    ...(await Promise.all(unmade)).flat(),
    ...(await Promise.all(end)).map(
      (outcome): Happening => ({ what: 'outcome', outcome, editor: undefined, at: outcome.at }),
    ),
  ];
};

const readGates = async (ledger: Reader, { release, gates }: ReleaseKeys): Promise<Happening[]> => {
  const steps = Array.from({ length: gates }, (_, step) =>
    readRequiredFact(ledger, keys.gate(release, step + 1), gateSchema),
  );
  return (await Promise.all(steps)).flatMap((gate): Happening[] =>
    gate.gate === 'published' ? [] : [{ what: 'gate', gate, at: gate.at }],
  );
};

const readNotMe = async (ledger: Reader, { release, notMe }: ReleaseKeys): Promise<Happening[]> => {
  const said = notMe.map((reader) => readRequiredFact(ledger, keys.notMe(release, reader), notMeSchema));
  return (await Promise.all(said)).map(({ by, at }): Happening => ({ what: 'not-me', who: by, at }));
};

/** Reads what has happened to a release, in order of time; what happened at the same moment in the order of its causes. */
export const readHappenings = async (ledger: Reader, known: ReleaseKeys): Promise<Happening[]> => {
  const { release } = known;
  const [events, mails, fates, gates, notMe, published, drafts] = await Promise.all([
    readEvents(ledger, release, known.events),
    readMails(ledger, known),
    readMailFates(ledger, known),
    readGates(ledger, known),
    readNotMe(ledger, known),
    readPublished(ledger, known),
    Promise.all([...known.drafts].map(([number, draft]) => readDraftFacts(ledger, release, number, draft))),
  ]);
  const edits = new Map(events.flatMap((event) => (event.desk ? [[eventName(event), event.desk]] : [])));
  const told = drafts.map((happenings, at) => {
    const before = drafts[at - 1]?.flatMap((other) => (other.what === 'draft' ? other.draft.events : []));
    return happenings.map((other): Happening => {
      if (other.what === 'draft')
        // What an editor did stands in a line of its own.
        return {
          ...other,
          news: other.news.filter((event) => !before?.includes(event) && !edits.has(event)),
        };
      return other.what === 'outcome' ? { ...other, editor: edits.get(other.outcome.by)?.by } : other;
    });
  });
  return inOrder([
    ...events.map(
      (event): Happening => ({
        what: 'event',
        event: eventName(event),
        desk: event.desk,
        at: event.receivedAt,
      }),
    ),
    ...told.flat(),
    ...mails,
    ...fates,
    ...gates,
    ...notMe,
    ...(published === undefined
      ? []
      : [{ what: 'published', draft: published.draft, at: published.publishedAt } as const]),
  ]);
};
