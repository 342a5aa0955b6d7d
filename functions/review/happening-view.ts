import { type Company, ownerReader } from '../domain/company.ts';
import type { Desk } from '../domain/desk-edits/desk-edits.ts';
import { outcomes } from '../domain/facts.ts';
import { mailFates } from '../domain/keys.ts';
import { operationsReader } from '../domain/mail-ids.ts';
import type { View } from '../domain/templates.ts';
import { type Happening, toldKinds } from './happening.ts';
import { flags } from './problems.ts';
import { clockTime } from './times.ts';

const kinds = [
  'event',
  'draft',
  'mail',
  'mail-fate',
  'seen',
  'taken-back',
  'decision',
  'outcome',
  'gate',
  'published',
  'not-me',
] as const satisfies readonly Happening['what'][];

type Profile = Pick<Company, 'approvers' | 'owner'>;

/** An approver or the owner as a page names them; the id itself where the profile has nobody of it any more. */
export const nameOf = ({ approvers, owner }: Pick<Profile, 'approvers' | 'owner'>, id: string): string =>
  id === ownerReader ? owner.name : (approvers.find((approver) => approver.id === id)?.name ?? id);

/** Who froze a release or let it go on; null for whoever runs Gazette. */
const byOf = (by: string, profile: Profile): string | null =>
  by === operationsReader ? null : nameOf(profile, by);

const wordsOf = (happening: Happening, profile: Profile): View => {
  const name = (id: string | undefined): string | null => (id === undefined ? null : nameOf(profile, id));
  switch (happening.what) {
    case 'event':
      return { event: happening.event, edit: editView(happening.desk, profile) };
    case 'draft':
      return {
        draft: happening.draft.draft,
        hasEvents: happening.news.length > 0,
        events: happening.news,
      };
    case 'mail': {
      const kind = toldKinds.find((told) => told === happening.kind);
      const { draft, isSent } = happening;
      return { draft, isSent, to: name(happening.to), ...flags(toldKinds, kind) };
    }
    case 'mail-fate':
      return {
        draft: happening.draft,
        to: name(happening.to),
        ...flags(mailFates, happening.fate),
      };
    case 'seen':
    case 'taken-back':
      return { draft: happening.draft, who: name(happening.who) };
    case 'decision': {
      const { decision } = happening;
      return {
        draft: decision.draft,
        who: name(decision.approver),
        approve: decision.decision === 'approve',
        reason: decision.decision === 'request-changes' ? decision.reason : null,
      };
    }
    case 'outcome':
      return {
        draft: happening.outcome.draft,
        editor: name(happening.editor),
        ...flags(outcomes, happening.outcome.outcome),
      };
    case 'gate':
      return { who: byOf(happening.gate.by, profile), thawed: happening.gate.gate === 'thawed' };
    case 'published':
      return { draft: happening.draft };
    case 'not-me':
      return { who: name(happening.who) };
  }
};

/** What an editor did, in the words of the history; null for an event of a source. */
const editView = (desk: Desk | undefined, profile: Profile): View | null =>
  desk === undefined
    ? null
    : {
        who: byOf(desk.by, profile),
        renewed: desk.renews === true,
        worded: desk.wording.length + desk.givenUp.length > 0,
        supplied: desk.facts.length > 0,
        dated: desk.announce !== undefined,
      };

/** One line of what has happened to a release, as templates/pages/happening.mustache writes it. */
export const happeningView = (happening: Happening, profile: Profile, timeZone: string): View => ({
  ...Object.fromEntries(kinds.map((kind) => [kind, null])),
  [happening.what]: wordsOf(happening, profile),
  at: clockTime(happening.at, timeZone),
  instant: happening.at,
});
