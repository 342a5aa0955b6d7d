import * as v from 'valibot';
import type { MailFate } from '../domain/keys.ts';
import { instant } from '../domain/text.ts';

/** A word of SES, such as `Permanent` or `MailboxFull`: too little for an address, or for what somebody wrote. */
const word = v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/, 'must be one word'));

const about = {
  messageId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,100}$/, 'must be an id that SES gives')),
  at: instant,
};

/** What SES tells of a message, as far as it is passed on (infra/hearing.ts): no address, subject or header is. */
export const toldSchema = v.variant('told', [
  v.strictObject({ told: v.literal('bounced'), ...about, type: word, subType: word }),
  v.strictObject({ told: v.literal('complained'), ...about }),
  v.strictObject({ told: v.literal('rejected'), ...about }),
  v.strictObject({ told: v.literal('delayed'), ...about, type: word }),
]);

export type Told = v.InferOutput<typeof toldSchema>;

/**
 * What became of a mail, and the words of SES for it. Only a permanent bounce says that nothing will reach the address, also
 * where SES did not try because its suppression list has it; the others come from full mailboxes and absence notes, too.
 */
export const fateOf = (told: Told): { fate: MailFate; kind?: string } => {
  switch (told.told) {
    case 'bounced':
      return {
        fate: told.type === 'Permanent' ? 'bounced' : 'soft-bounced',
        kind: `${told.type}/${told.subType}`,
      };
    case 'complained':
    case 'rejected':
      return { fate: told.told };
    case 'delayed':
      return { fate: 'delayed', kind: told.type };
  }
};
