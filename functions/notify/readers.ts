import { sentSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readFact } from '../ports/ledger.ts';

/** What a reader knows of the drafts before this one: one was shown to them, they were only mailed of one, or nothing. */
export const knownBefore = async (
  ledger: Pick<Ledger, 'get'>,
  { release, drafts, sent }: Pick<ReleaseKeys, 'release' | 'drafts' | 'sent'>,
  draft: number,
  reader: string,
): Promise<'read' | 'told' | undefined> => {
  const earlier = [...drafts].filter(([number]) => number < draft);
  if (earlier.some(([, { seen }]) => seen.includes(reader))) return 'read';
  const asks = earlier.map(([number]) => mailIds.of('ask', number, reader)).filter((id) => sent.has(id));
  const facts = await Promise.all(asks.map((id) => readFact(ledger, keys.sent(release, id), sentSchema)));
  return facts.some((fact) => fact?.result === 'sent') ? 'told' : undefined;
};
