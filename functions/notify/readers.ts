import { sentSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { mailIds } from '../domain/mail-ids.ts';
import type { ReleaseKeys } from '../domain/release-keys.ts';
import { type Ledger, readFact } from '../ports/ledger.ts';

/** Whether a reader was shown a draft before this one, or was mailed to read it. */
export const heardBefore = async (
  ledger: Pick<Ledger, 'get'>,
  { release, drafts, sent }: Pick<ReleaseKeys, 'release' | 'drafts' | 'sent'>,
  draft: number,
  reader: string,
): Promise<boolean> => {
  const earlier = [...drafts].filter(([number]) => number < draft);
  if (earlier.some(([, { seen }]) => seen.includes(reader))) return true;
  const asks = earlier.map(([number]) => mailIds.of('ask', number, reader)).filter((id) => sent.has(id));
  const facts = await Promise.all(asks.map((id) => readFact(ledger, keys.sent(release, id), sentSchema)));
  return facts.some((fact) => fact?.result === 'sent');
};
