import * as v from 'valibot';
import { ownerReader } from '../domain/company.ts';
import {
  decisionSchema,
  fateSchema,
  gateSchema,
  type MailAsk,
  mailSchema,
  outcomeSchema,
  publishedSchema,
  seenSchema,
  sentSchema,
} from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import type { DraftKeys, ReleaseKeys } from '../domain/release-keys.ts';
import { instant } from '../domain/text.ts';
import { type Ledger, readFact, readRequiredFact } from '../ports/ledger.ts';
import { readDraft, readEvents } from '../ports/release.ts';
import { type Happening, inOrder, toldKinds } from './happening.ts';

type Reader = Pick<Ledger, 'get' | 'list'>;

const isTold = (mail: string): boolean => toldKinds.some((kind) => mail.startsWith(`${kind}-`));

/** Whom a mail was for: an approver, the owner, or undefined for whoever runs Gazette. */
const receiverOf = ({ approver, operations }: MailAsk): string | undefined =>
  operations ? undefined : (approver ?? ownerReader);

const fateTimeSchema = v.looseObject({ at: instant });

const readMails = async (ledger: Reader, { release, mails, sent }: ReleaseKeys): Promise<Happening[]> => {
  const read = [...mails].filter(isTold).map(async (id): Promise<Happening[]> => {
    const [ask, result] = await Promise.all([
      readRequiredFact(ledger, keys.mail(release, id), mailSchema),
      sent.has(id) ? readRequiredFact(ledger, keys.sent(release, id), sentSchema) : undefined,
    ]);
    if (!('draft' in ask) || result?.result === 'not-needed') return [];
    const { kind, draft } = ask;
    const at = result?.at ?? ask.askedAt;
    return [{ what: 'mail', kind, draft, to: receiverOf(ask), isSent: result !== undefined, at }];
  });
  return (await Promise.all(read)).flat();
};

const readMailFates = async (ledger: Reader, { release, mailFates }: ReleaseKeys): Promise<Happening[]> => {
  const read = mailFates.map(async ({ mail, fate }): Promise<Happening[]> => {
    const [ask, { at }] = await Promise.all([
      readFact(ledger, keys.mail(release, mail), mailSchema),
      readRequiredFact(ledger, keys.mailFate(release, mail, fate), fateTimeSchema),
    ]);
    return ask === undefined || !('draft' in ask)
      ? []
      : [{ what: 'mail-fate', fate, draft: ask.draft, to: receiverOf(ask), at }];
  });
  return (await Promise.all(read)).flat();
};

const readDraftFacts = async (
  ledger: Reader,
  release: string,
  number: number,
  { seen, decisions, fates, ended }: DraftKeys,
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
  const unmade = fates.map(async ({ approver, round }): Promise<Happening[]> => {
    const key = keys.fate(release, number, approver, round);
    const { fate, at } = await readRequiredFact(ledger, key, fateSchema);
    return fate === 'taken-back' ? [{ what: 'taken-back', who: approver, draft: number, at }] : [];
  });
  const end = ended ? [readRequiredFact(ledger, keys.outcome(release, number), outcomeSchema)] : [];
  return [
    { what: 'draft', draft, news: draft.events, at: draft.createdAt },
    ...(await Promise.all(views)),
    ...(await Promise.all(made)),
    ...(await Promise.all(unmade)).flat(),
    ...(await Promise.all(end)).map((outcome): Happening => ({ what: 'outcome', outcome, at: outcome.at })),
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

/** Reads what has happened to a release, in order of time; what happened at the same moment in the order of its causes. */
export const readHappenings = async (ledger: Reader, known: ReleaseKeys): Promise<Happening[]> => {
  const { release } = known;
  const [events, mails, fates, gates, published, drafts] = await Promise.all([
    readEvents(ledger, release, known.events),
    readMails(ledger, known),
    readMailFates(ledger, known),
    readGates(ledger, known),
    known.published ? readRequiredFact(ledger, keys.published(release), publishedSchema) : undefined,
    Promise.all([...known.drafts].map(([number, draft]) => readDraftFacts(ledger, release, number, draft))),
  ]);
  const told = drafts.map((happenings, at) => {
    const before = drafts[at - 1]?.flatMap((other) => (other.what === 'draft' ? other.draft.events : []));
    return happenings.map(
      (other): Happening =>
        other.what === 'draft'
          ? { ...other, news: other.news.filter((event) => !before?.includes(event)) }
          : other,
    );
  });
  return inOrder([
    ...events.map(
      ({ source, id, receivedAt }): Happening => ({
        what: 'event',
        event: `${source}~${id}`,
        at: receivedAt,
      }),
    ),
    ...told.flat(),
    ...mails,
    ...fates,
    ...gates,
    ...(published === undefined
      ? []
      : [{ what: 'published', draft: published.draft, at: published.publishedAt } as const]),
  ]);
};
