import { expect, it } from 'vitest';
import {
  chainStart,
  continues,
  type EvidenceFile,
} from '../../../../functions/domain/evidence/evidence-file.ts';
import { flawsOf, verifyEvidence } from '../../../../functions/domain/evidence/verify-evidence.ts';
import { keys } from '../../../../functions/domain/keys.ts';
import { putFact } from '../../../../functions/ports/ledger.ts';
import { draftOf, eventOf, release } from '../../../support/draft.ts';
import { evidenceOf } from '../../../support/evidence.ts';
import { type Office, openOffice } from '../../../support/office.ts';

const fileOf = ({ facts, clock }: Office): Promise<EvidenceFile> => evidenceOf(facts, release, clock.now());

/** Files from before and after something came to the ledger, a minute apart. */
const filesAround = async (come: (office: Office) => Promise<unknown>): Promise<EvidenceFile[]> => {
  const office = await openOffice();
  office.clock.pass(1);
  const early = await fileOf(office);
  await come(office);
  office.clock.pass(1);
  return [early, await fileOf(office)];
};

it.each<[string, (office: Office) => Promise<unknown>]>([
  [
    'an event that another release had received days ago',
    ({ facts }) =>
      putFact(facts, keys.event(release, 'hr', 'handed-on'), {
        ...eventOf('hr~handed-on'),
        receivedAt: '2002-06-01T09:00:00.000Z',
      }),
  ],
  [
    'a file of its draft that was written late',
    ({ facts, draft }) => facts.put(keys.draftFile(release, 1, 'exhibit99-1.txt'), draft.text),
  ],
  [
    'a fact that says that it is of an earlier time',
    ({ facts }) => putFact(facts, keys.resumed(release), { at: '2002-06-01T09:00:00.000Z' }),
  ],
])('a later file continues the chain of an earlier one after %s', async (_, come) => {
  const [early, late] = await filesAround(come);
  if (early === undefined || late === undefined) throw new Error('There is no file');
  expect(early.head).toBe(early.facts.at(-1)?.chain);
  expect(late.facts).toHaveLength(early.facts.length + 1);
  expect(continues(late, early.head)).toBe(true);
  expect(flawsOf(verifyEvidence(late))).toEqual([]);
});

it('the head leaves out what came in the last ten seconds, beside which something may still come', async () => {
  const office = await openOffice();
  office.clock.pass(1);
  const before = await fileOf(office);
  await putFact(office.facts, keys.event(release, 'hr', 'b'), eventOf('hr~b'));
  office.clock.pass(9 / 60);
  const during = await fileOf(office);
  expect([during.head, during.facts.length]).toEqual([before.head, before.facts.length + 1]);
  office.clock.pass(1 / 60);
  expect((await fileOf(office)).head).toBe(during.facts.at(-1)?.chain);
});

it('the head of a release that has only begun is the beginning of its chain', async () => {
  const office = await openOffice({ draft: draftOf({ createdAt: '2002-06-06T12:00:00.000Z' }) });
  const file = await fileOf(office);
  expect(file.head).toBe(chainStart(release));
  expect(continues(file, file.head)).toBe(true);
  expect(flawsOf(verifyEvidence(file))).toEqual([]);
});
