import type { Draft } from '../../functions/domain/draft.ts';
import type { Decision, Outcome } from '../../functions/domain/facts.ts';
import { keys, type MailFate } from '../../functions/domain/keys.ts';
import { mailIds } from '../../functions/domain/mail-ids.ts';
import { type Ledger, putFact } from '../../functions/ports/ledger.ts';

/** When what a scene puts into the ledger was done. */
const at = '2026-11-17T21:30:00.000Z';

/** A ledger in memory. */
export const sampleLedger = (facts = new Map<string, string>()): Ledger => ({
  put: async (key, body) => {
    if (facts.has(key)) return 'exists';
    facts.set(key, body.toString());
    return 'written';
  },
  get: async (key) => facts.get(key),
  list: async (prefix) => [...facts.keys()].filter((key) => key.startsWith(prefix)).sort(),
});

/** What may have happened to the newest draft of a release before a mail goes out: each puts its facts. */
export const sceneOf = (ledger: Ledger, { release, draft, sha256 }: Draft) => {
  const put = async (key: string, fact: object): Promise<void> => {
    await putFact(ledger, key, fact);
  };
  return {
    decided: (approver: string, decision: Decision['decision']): Promise<void> => {
      const made = { approver, draft, sha256, decidedAt: at };
      const fact: Decision =
        decision === 'approve' ? { decision, ...made } : { decision, ...made, reason: 'The day is wrong.' };
      return put(keys.decision(release, draft, approver), fact);
    },
    tookBack: (approver: string): Promise<void> =>
      put(keys.step(release, draft, 1), { step: 'taken-back', draft, approver, round: 1, at }),
    ended: (outcome: Outcome['outcome'], by: string): Promise<void> =>
      put(keys.outcome(release, draft), { outcome, draft, sha256, at, by, counted: [] }),
    published: (): Promise<void> =>
      put(keys.published(release), { release, draft, sha256, publishedAt: at, files: [], approvals: [] }),
    frozen: (by: string): Promise<void> => put(keys.gate(release, 1), { gate: 'frozen', by, at }),
    /** The release was frozen with the draft before this one, and goes on. */
    wentOn: async (by: string): Promise<void> => {
      const before = draft - 1;
      await put(keys.gate(release, 1), { gate: 'frozen', by, at });
      await put(keys.outcome(release, before), { outcome: 'frozen', draft: before, sha256, at, by });
      await put(keys.gate(release, 2), { gate: 'thawed', by: 'operations', at });
    },
    seen: (reader: string, about: number): Promise<void> =>
      put(keys.seen(release, about, reader), { reader, draft: about, sha256, at }),
    /** An approver was asked about a draft, and something became of that mail. */
    asked: async (approver: string, about: number, fate?: MailFate): Promise<void> => {
      const id = mailIds.of('ask', about, approver);
      await put(keys.mail(release, id), { kind: 'ask', draft: about, approver, askedAt: at });
      await put(keys.sent(release, id), { result: 'sent', messageId: `message-${about}`, at });
      if (fate !== undefined) await put(keys.mailFate(release, id, fate), { at });
    },
  };
};

export type Scene = ReturnType<typeof sceneOf>;
