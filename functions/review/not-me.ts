import { ownerReader } from '../domain/company.ts';
import { type NotMe, notMeSchema } from '../domain/facts.ts';
import { keys } from '../domain/keys.ts';
import { openKey, soonAfter } from '../domain/open-marker.ts';
import { nonceOf } from '../domain/tokens.ts';
import { freezeRelease } from '../ports/freeze.ts';
import { lastStep } from '../ports/gate.ts';
import { putFact, readFact } from '../ports/ledger.ts';
import { askForMails } from '../ports/mails-due.ts';
import { readReference } from '../ports/reference.ts';
import { readStanding } from '../ports/standing.ts';
import { needsConfirmation } from './confirm.ts';
import type { Act, Show } from './page.ts';
import { endedSession } from './sessions.ts';
import { shownTime } from './times.ts';
import { visitFields } from './visit.ts';

/** The page by which a reader says that somebody else acts in their name, and which says what came of that. */
export const showNotMe: Show = async ({ ledger }, answers, visit, _request, session) => {
  const { release, approver, path, known, company } = visit;
  const [step, said, reference, { draft }] = await Promise.all([
    lastStep(ledger, known),
    known.notMe.includes(approver) ? readFact(ledger, keys.notMe(release, approver), notMeSchema) : undefined,
    readReference(ledger, release),
    readStanding(ledger, release, visit.latest),
  ]);
  const isPublished = step?.gate === 'published';
  const isOwner = approver === ownerReader;
  return answers.page(200, 'not-me', {
    action: `${path}/not-me`,
    back: path,
    nonce: nonceOf(session.token, 'freeze'),
    reference,
    stops: !isPublished,
    tooLate: isPublished && said === undefined,
    saidAt: said === undefined ? null : shownTime(said.at, visit),
    owner: isOwner || draft.ownerRecused ? null : company.owner.name,
    tellsOwner: !draft.ownerRecused,
    confirms: needsConfirmation(visit),
  });
};

/**
 * Freezes the release. The page that it leads to is shown by a link that opens nothing any more, as every link of the
 * release, so that a reload or a later visit says the same. Once the gate has opened for publication nothing can be stopped:
 * that somebody says so is recorded, and the owner and whoever runs Gazette are told.
 */
export const postNotMe: Act = async (ports, answers, visit) => {
  const { ledger, desk, now, log } = ports;
  const { release, draft, approver, path } = visit;
  // Should this process die on its way, sweep looks here soon and finishes.
  await desk.put(openKey({ due: soonAfter(now()), release, draft }), '{}');
  const result = await freezeRelease(ports, release, approver);
  log('ERROR', 'RELEASE_FROZEN', {
    ...visitFields(visit),
    result: result === 'frozen' ? result : 'too-late',
  });
  if (result === 'frozen') return answers.goTo(`${path}/not-me`, endedSession(visit));
  // It comes after the publication in every order, though two clocks are never quite alike.
  const at = now().toISOString() > result.at ? now().toISOString() : result.at;
  const notMe: NotMe = { by: approver, draft: result.draft, at };
  await putFact(ledger, keys.notMe(release, approver), notMe);
  await askForMails(ledger, await readStanding(ledger, release, result.draft), now());
  return answers.goTo(`${path}/not-me`);
};
