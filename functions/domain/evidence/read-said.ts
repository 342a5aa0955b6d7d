import * as v from 'valibot';
import { draftSchema } from '../draft.ts';
import { eventFactSchema } from '../event.ts';
import {
  decisionSchema,
  gateSchema,
  heldSchema,
  mailFateSchema,
  mailSchema,
  notMeSchema,
  outcomeSchema,
  publishedSchema,
  seenSchema,
  sentSchema,
  stepSchema,
} from '../facts.ts';
import { type KeyParts, keys, parseKey } from '../keys.ts';
import { eventName } from '../standing-acts.ts';
import { instant } from '../text.ts';
import { visitName, visitSchema } from '../visits.ts';
import type { EvidenceEntry, EvidenceFile } from './evidence-file.ts';
import { type Flaw, flawIf, nothingOf, type Said } from './said.ts';

/** What people put so that a release goes on which was held: docs/runbook.md. */
const resumedSchema = v.looseObject({ at: instant });

/** Reads one fact into what is said; a fact that is not as its schema says, or stands under another key than its own, is a flaw. */
const read = (said: Said, parts: KeyParts, { key, sha256, body = '' }: EvidenceEntry): Flaw[] => {
  const { release } = parts;
  /** `use` answers with the key that the fact should stand under. */
  const take = <S extends v.GenericSchema>(
    schema: S,
    use: (fact: v.InferOutput<S>) => string = () => key,
  ): Flaw[] => {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body);
    if (!parsed.success) return [{ what: 'The fact is not as its schema says.', key }];
    return flawIf(use(parsed.output) !== key, 'The fact stands under a key that is not its own.', key);
  };
  switch (parts.fact) {
    case 'event':
      return take(eventFactSchema, (event) => {
        said.events.set(eventName(event), { key, event });
        return keys.event(event.release, event.source, event.id);
      });
    case 'draft':
      return take(draftSchema, (draft) => {
        said.drafts.set(parts.draft, draft);
        return keys.draft(draft.release, draft.draft);
      });
    case 'draft-file':
      said.files.push({ key, draft: parts.draft, file: parts.file, sha256 });
      return [];
    case 'decision':
      return take(decisionSchema, (decision) => {
        said.decisions.push({ key, round: parts.round, decision });
        return keys.decision(release, decision.draft, decision.approver, parts.round);
      });
    case 'step':
      return take(stepSchema, (step) => {
        said.steps.push({ key, number: parts.step, step });
        return keys.step(release, step.draft, parts.step);
      });
    case 'seen':
      return take(seenSchema, (seen) => {
        said.seen.push({ key, seen });
        return keys.seen(release, seen.draft, seen.reader);
      });
    case 'outcome':
      return take(outcomeSchema, (outcome) => {
        said.outcomes.set(parts.draft, { key, outcome });
        return keys.outcome(release, outcome.draft);
      });
    case 'gate':
      return take(gateSchema, (gate) => {
        said.gates.push({ step: parts.step, gate });
        return key;
      });
    case 'mail':
      return take(mailSchema, (mail) => {
        said.mails.set(parts.mail, { key, mail });
        return key;
      });
    case 'sent':
      return take(sentSchema, (sent) => {
        said.sent.push({ key, mail: parts.mail, sent });
        return key;
      });
    case 'mail-fate':
      return take(mailFateSchema, ({ fate }) => {
        said.mailFates.push({ key, mail: parts.mail });
        return keys.mailFate(release, parts.mail, fate);
      });
    case 'visit':
      return take(visitSchema, (visit) => {
        said.visits.push(visit);
        return keys.visit(release, visitName(visit));
      });
    case 'not-me':
      return take(notMeSchema, (notMe) => {
        said.notMe.push({ key, notMe });
        return keys.notMe(release, notMe.by);
      });
    case 'published':
      return take(publishedSchema, (published) => {
        said.published = { key, published };
        return keys.published(published.release);
      });
    case 'published-file':
      said.publishedFiles.set(parts.file, body);
      return [];
    case 'held':
      return take(heldSchema);
    case 'resumed':
      return take(resumedSchema);
  }
};

/** Reads every fact of a file of evidence. */
export const readSaid = ({ release, facts }: EvidenceFile): { said: Said; flaws: Flaw[] } => {
  const storedAt = new Map(facts.map((fact) => [fact.key, Date.parse(fact.storedAt)]));
  const said = { ...nothingOf(release), storedAt };
  const flaws = facts.flatMap((entry): Flaw[] => {
    const { key, body } = entry;
    const parts = parseKey(key);
    if (parts === undefined || parts.release !== release)
      return [{ what: 'The key is none of this release.', key }];
    const lacksBody = body === undefined && parts.fact !== 'draft-file';
    return lacksBody
      ? [{ what: 'The fact is left out, but for its digest.', key }]
      : read(said, parts, entry);
  });
  return { said, flaws };
};
