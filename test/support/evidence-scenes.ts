import { ownerReader } from '../../functions/domain/company.ts';
import { keys } from '../../functions/domain/keys.ts';
import { freezeRelease } from '../../functions/ports/freeze.ts';
import { stepGate } from '../../functions/ports/gate.ts';
import { putFact } from '../../functions/ports/ledger.ts';
import { draftOf, putDraft, release } from './draft.ts';
import { publishedOffice } from './evidence.ts';
import { openOffice } from './office.ts';
import { look } from './pages.ts';
import { enterAs, hiddenFields } from './visitor.ts';

/** A release that was asked to be changed, frozen and thawed, with a second draft that nobody has looked at. */
const storied = async () => {
  const office = await openOffice();
  const { facts, clock } = office;
  const [owner, objector] = [await enterAs(office, ownerReader), await enterAs(office, 'margaret-osei')];
  await look(office, await enterAs(office, 'daniel-frost'), 'receipt of who saw nothing', 'receipt');
  await objector.get();
  await objector.decide('request-changes');
  await look(office, objector, 'receipt of who asked for changes', 'receipt');
  await look(office, owner, 'evidence of a draft that is to be changed', 'evidence');
  clock.pass(10);
  await freezeRelease(office.ports, release, 'helen-marsh');
  clock.pass(60);
  const at = clock.now().toISOString();
  await stepGate(facts, release, { gate: 'thawed', by: 'operations', at });
  clock.pass(1);
  await putDraft(facts, draftOf({ draft: 2, createdAt: clock.now().toISOString() }));
  const later = await enterAs(office, ownerReader);
  await look(office, later, 'evidence of a release that was frozen', 'evidence');
  const lost = { step: 'taken-back', draft: 2, approver: 'helen-marsh', round: 1, at };
  await putFact(facts, keys.step(release, 2, 1), lost);
  await look(office, later, 'evidence that does not hold', 'evidence');
};

/** Makes every page of evidence, in the states that it can be in. */
export const makeEvidenceScenes = async (): Promise<void> => {
  const { visitors, ...office } = await publishedOffice();
  const approver = visitors.get('helen-marsh');
  if (approver === undefined) throw new Error('Nobody approved');
  await approver.request('HEAD');
  await look(office, approver, 'receipt', 'receipt');
  await approver.postRaw(hiddenFields(await approver.get('', 'not-me'), 'freeze'), {}, 'not-me');
  await look(office, await enterAs(office, ownerReader), 'evidence', 'evidence');
  await storied();
};
