import { openKey, soonAfter } from '../domain/open-marker.ts';
import { nonceOf } from '../domain/tokens.ts';
import { freezeRelease } from '../ports/freeze.ts';
import { readReference } from '../ports/reference.ts';
import { listRelease } from '../ports/release.ts';
import type { Answer, Answers } from './answers.ts';
import { needsConfirmation } from './confirm.ts';
import type { Act, Show } from './page.ts';
import type { ReviewPorts } from './ports.ts';
import { endedSession, type OpenSession } from './sessions.ts';
import { type Visit, visitFields } from './visit.ts';

const page = async (
  { ledger }: Pick<ReviewPorts, 'ledger'>,
  answers: Answers,
  visit: Visit,
  session: OpenSession,
  { status, published }: { status: number; published: boolean },
): Promise<Answer> =>
  answers.page(status, 'not-me', {
    action: `${visit.path}/not-me`,
    back: visit.path,
    nonce: nonceOf(session.token, 'freeze'),
    reference: await readReference(ledger, visit.release),
    published,
    confirms: needsConfirmation(visit),
  });

/** The page by which a reader says that somebody else acts in their name. */
export const showNotMe: Show = async (ports, answers, visit, _request, session) => {
  const { published } = await listRelease(ports.ledger, visit.release);
  return page(ports, answers, visit, session, { status: 200, published });
};

/**
 * Freezes the release. The page that it leads to is shown by a link that opens nothing any more, as every link of the
 * release, so that a reload or a later visit says the same.
 */
export const postNotMe: Act = async (ports, answers, visit, _request, session) => {
  const { release, draft, approver } = visit;
  // Should this process die on its way, sweep looks here soon and finishes.
  await ports.desk.put(openKey({ due: soonAfter(ports.now()), release, draft }), '{}');
  const result = await freezeRelease(ports, release, approver);
  ports.log('ERROR', result === 'frozen' ? 'RELEASE_FROZEN' : 'FREEZE_TOO_LATE', visitFields(visit));
  if (result === 'too-late') return page(ports, answers, visit, session, { status: 409, published: true });
  return answers.goTo(`${visit.path}/not-me`, endedSession(visit));
};
