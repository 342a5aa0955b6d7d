import { renderText, type View } from '../domain/templates.ts';
import { readReference } from '../ports/reference.ts';
import { detailsOf } from './details.ts';
import type { Notice } from './notice.ts';
import type { NotifyPorts } from './ports.ts';

/**
 * The view of a mail's templates. It is neutral, as whoever carries or forwards a mail may read it: a reference,
 * numbers and times, but no word of the draft, no id of the release, and nobody's name: not even the company's, because
 * that it is about to announce something may be the news. What a mail carries in secret is minted here, when it is sent.
 */
export const mailView = async (
  ports: NotifyPorts,
  notice: Notice,
): Promise<View & { reference: string; subject: string }> => {
  const { release, draft } = notice.standing.draft;
  const reference = await readReference(ports.ledger, release);
  return {
    // The same for all mails about a release: with a subject of its own each, they would fall apart in many inboxes.
    subject: renderText(ports.templates, 'mail/subject.txt', { reference }),
    reference,
    draft,
    ...(await detailsOf(ports, notice)),
  };
};
