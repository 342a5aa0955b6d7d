import { sentSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { asksTo } from '../domain/mail-ids.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readFact } from '../ports/ledger.ts';

type Known = Pick<ReleaseKeys, 'release' | 'sent'>;

/** Whether a mail went out that asks a reader about a draft, for themselves or in another's place; one that waits did not. */
export const wasAsked = async (
  ledger: Pick<Ledger, 'get'>,
  { release, sent }: Known,
  draft: number,
  reader: string,
): Promise<boolean> => {
  const fates = await Promise.all(
    asksTo(sent, draft, reader).map((id) => readFact(ledger, keys.sent(release, id), sentSchema)),
  );
  return fates.some((fate) => fate?.result === 'sent');
};

/** What a reader knows of the drafts before this one: one was shown to them, they were only mailed of one, or nothing. */
export const knownBefore = async (
  ledger: Pick<Ledger, 'get'>,
  known: Known & Pick<ReleaseKeys, 'drafts'>,
  draft: number,
  reader: string,
): Promise<'read' | 'told' | undefined> => {
  const earlier = [...known.drafts].filter(([number]) => number < draft);
  if (earlier.some(([, { seen }]) => seen.includes(reader))) return 'read';
  const asked = await Promise.all(earlier.map(([number]) => wasAsked(ledger, known, number, reader)));
  return asked.includes(true) ? 'told' : undefined;
};
