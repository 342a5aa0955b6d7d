import { codeOfMail } from '../domain/mail-ids.ts';
import type { View } from '../domain/templates.ts';
import { mintCode } from './mint.ts';
import { type Notice, readerOf, UnfitMailError } from './notice.ts';
import type { NotifyPorts } from './ports.ts';
import { timesOf, zonesOf } from './times.ts';

/** Mints the code of a mail and says until when it works. Throws UnfitMailError where the mail is named for somebody else. */
export const codeDetails = async (ports: NotifyPorts, notice: Notice): Promise<View> => {
  const { id, ask, standing } = notice;
  const { release } = standing.draft;
  const reader = readerOf(ask);
  const mail = codeOfMail(id);
  if (mail?.approver !== reader) throw new UnfitMailError('The mail of a code is not named for its reader');
  const { code, expiresAt } = await mintCode(ports, { release, approver: reader, number: mail.code });
  return { code, expiresAt: timesOf(expiresAt.toISOString(), zonesOf(notice)) };
};
