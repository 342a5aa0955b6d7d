import * as v from 'valibot';
import { deskKeys } from '../domain/desk-keys.ts';
import { messageSchema } from '../domain/desk-papers.ts';
import { type MailFateFact, mailSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { isFailure } from '../domain/mail-reach.ts';
import { openKey } from '../domain/open-marker.ts';
import { releaseMark } from '../domain/release.ts';
import type { Desk } from '../ports/desk.ts';
import { type Ledger, putFact, readFact, readRequiredFact } from '../ports/ledger.ts';
import type { Log } from '../ports/log.ts';
import { fateOf, toldSchema } from './told.ts';

/** What hear works with. */
interface HearPorts {
  ledger: Pick<Ledger, 'get' | 'put'>;
  desk: Pick<Desk, 'get' | 'put'>;
  log: Log;
}

/** SES tells of a message that the desk does not know: not yet, not any more, or it was none of Gazette. */
class UnknownMessageError extends Error {
  override readonly name = 'UnknownMessageError';
}

const bodySchema = v.pipe(v.string(), v.parseJson(), toldSchema);

/**
 * Records what SES told of a message as a fact of its mail, and marks the release as due where the mail will not reach
 * its address, so that sweep looks at once. Doing it again changes nothing. Throws UnknownMessageError.
 */
export const makeWork =
  ({ ledger, desk, log }: HearPorts) =>
  async (body: string): Promise<void> => {
    const told = v.parse(bodySchema, body);
    const { messageId } = told;
    const message = await readFact(desk, deskKeys.message(messageId), messageSchema);
    if (message === undefined) throw new UnknownMessageError('The desk has no message of this id');
    const { release, mail } = message;
    const ask = await readRequiredFact(ledger, keys.mail(release, mail), mailSchema);

    const at = new Date(told.at).toISOString();
    const { fate, kind } = fateOf(told);
    const fact: MailFateFact = { fate, messageId, at, ...(kind !== undefined && { kind }) };
    await putFact(ledger, keys.mailFate(release, mail, fate), fact);

    const draft = 'draft' in ask ? ask.draft : undefined;
    const fields = { release: releaseMark(release), draft, kind: ask.kind, fate, messageId };
    if (!isFailure(fate)) {
      log('INFO', 'MAIL_NOT_YET_DELIVERED', fields);
      return;
    }
    if (draft !== undefined) await desk.put(openKey({ due: at, release, draft }), '{}');
    const isForApprover = 'approver' in ask && ask.approver !== undefined;
    log('WARN', isForApprover ? 'APPROVER_UNREACHABLE' : 'MAIL_NOT_DELIVERED', fields);
  };
