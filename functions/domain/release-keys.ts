import { type MailFate, parseKey } from './keys.ts';

interface DecisionKey {
  approver: string;
  round: number;
}

export interface DraftKeys {
  files: Set<string>;
  /** Every decision there is, those too that were taken back. */
  decisions: DecisionKey[];
  /** How many steps it has taken. */
  steps: number;
  /** Who was shown it. */
  seen: string[];
  ended: boolean;
}

/** What the keys alone tell of a release: which facts there are. */
export interface ReleaseKeys {
  release: string;
  /** `{source}~{id}` of every event, in order. */
  events: string[];
  drafts: Map<number, DraftKeys>;
  /** The highest draft number, 0 where there is none. */
  latest: number;
  mails: Set<string>;
  sent: Set<string>;
  /** Mails of which SES told something after it took them. */
  mailFates: { mail: string; fate: MailFate }[];
  /** How many steps its gate has taken. */
  gates: number;
  published: boolean;
  /** Who says of what was published that somebody else acted in their name. */
  notMe: string[];
  /** The last window in which it was held, for having begun with too many others; none once it has a draft or may go on. */
  held: string | undefined;
  /** Whether somebody has said so. */
  resumed: boolean;
}

/** Folds the keys of one release into what they tell; order and repeats do not matter, keys of others are passed over. */
export const foldKeys = (release: string, ledgerKeys: readonly string[]): ReleaseKeys => {
  const state: ReleaseKeys = {
    release,
    events: [],
    drafts: new Map(),
    latest: 0,
    mails: new Set(),
    sent: new Set(),
    mailFates: [],
    gates: 0,
    published: false,
    notMe: [],
    held: undefined,
    resumed: false,
  };
  const draftOf = (number: number): DraftKeys => {
    const known = state.drafts.get(number);
    if (known) return known;
    const fresh: DraftKeys = { files: new Set(), decisions: [], steps: 0, seen: [], ended: false };
    state.drafts.set(number, fresh);
    return fresh;
  };
  for (const key of [...new Set(ledgerKeys)].sort()) {
    const parts = parseKey(key);
    if (parts?.release !== release) continue;
    switch (parts.fact) {
      case 'event':
        state.events.push(parts.event);
        break;
      case 'draft':
        draftOf(parts.draft);
        state.latest = Math.max(state.latest, parts.draft);
        break;
      case 'draft-file':
        draftOf(parts.draft).files.add(parts.file);
        break;
      case 'decision':
        draftOf(parts.draft).decisions.push({ approver: parts.approver, round: parts.round });
        break;
      case 'step': {
        const draft = draftOf(parts.draft);
        draft.steps = Math.max(draft.steps, parts.step);
        break;
      }
      case 'seen':
        draftOf(parts.draft).seen.push(parts.reader);
        break;
      case 'mail-fate':
        state.mailFates.push({ mail: parts.mail, fate: parts.fate });
        break;
      case 'gate':
        state.gates = Math.max(state.gates, parts.step);
        break;
      case 'outcome':
        draftOf(parts.draft).ended = true;
        break;
      case 'mail':
        state.mails.add(parts.mail);
        break;
      case 'sent':
        state.sent.add(parts.mail);
        break;
      case 'not-me':
        state.notMe.push(parts.reader);
        break;
      case 'published':
        state.published = true;
        break;
      case 'held':
        state.held = parts.window;
        break;
      case 'resumed':
        state.resumed = true;
        break;
      case 'published-file':
      case 'visit':
        break;
    }
  }
  // A draft that was on its way when another process held the release goes on.
  if (state.resumed || state.latest > 0) state.held = undefined;
  return state;
};
