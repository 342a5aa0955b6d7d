import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, draftSchema } from '../../../functions/domain/draft.ts';
import type { EventFact } from '../../../functions/domain/event.ts';
import { eventFactSchema } from '../../../functions/domain/event.ts';
import { keys } from '../../../functions/domain/keys.ts';
import { draftRelease } from '../../../functions/draft/handler.ts';
import { putFact, readRequiredFact } from '../../../functions/ports/ledger.ts';
import { isStillAsked } from '../../../functions/ports/recusal.ts';
import { listRelease, readOutcome } from '../../../functions/ports/release.ts';
import { untoldEvents } from '../../../functions/sweep/lost-work.ts';
import { deskEvent, wordingOf } from '../../support/desk.ts';
import { draftPorts, expectSurvival, type MemoryDraftPorts, post } from '../../support/drafting.ts';
import { companyOfId, recordedExamples } from '../../support/examples.ts';

const events = recordedExamples('iec-2002');
const release = events[0]?.release ?? '';
const company = companyOfId('iec-electronics');

const draftOf = ({ ledger }: MemoryDraftPorts, number: number): Promise<Draft> =>
  readRequiredFact(ledger, keys.draft(release, number), draftSchema);

const end = async (ports: MemoryDraftPorts, outcome: string): Promise<void> => {
  const { sha256 } = await draftOf(ports, 1);
  await putFact(ports.ledger, keys.outcome(release, 1), {
    outcome,
    draft: 1,
    sha256,
    at: '2002-06-06T14:00:00Z',
    by: 'margaret-osei',
  });
};

/** A first draft, and an edit of its headline that waits for the next one. */
const prepare = async (): Promise<MemoryDraftPorts> => {
  const fresh = draftPorts();
  await post(fresh, ...events);
  await draftRelease(fresh, release);
  const draft = await draftOf(fresh, 1);
  await post(fresh, deskEvent(draft, { wording: [wordingOf(draft, 'headline', 'Another Headline')] }));
  return fresh;
};

let ports: MemoryDraftPorts;
let edit: EventFact;
beforeEach(async () => {
  ports = await prepare();
  edit = await readRequiredFact(ports.ledger, keys.event(release, 'desk', '0001'), eventFactSchema);
});

describe('an event of the desk', () => {
  it.each(['changes-requested', 'expired', 'frozen'])(
    'makes the next draft of one that ended as %s',
    async (outcome) => {
      await end(ports, outcome);
      await draftRelease(ports, release);
      expect((await draftOf(ports, 2)).content.headline).toBe('Another Headline');
    },
  );

  it('keeps who made it from approving, also where another editor changes the same words after', async () => {
    await draftRelease(ports, release);
    const second = await draftOf(ports, 2);
    const by = 'margaret-osei';
    await post(
      ports,
      deskEvent(second, { by, wording: [wordingOf(second, 'headline', 'Another Headline.')] }),
    );
    await draftRelease(ports, release);
    const { approvers, groups } = await draftOf(ports, 3);
    const changers = ['daniel-frost', 'margaret-osei'];
    expect(
      approvers
        .filter(({ changed }) => changed)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(changers);
    expect(groups.flatMap((group) => group.approvers).filter((id) => changers.includes(id))).toEqual([]);
  });

  it('on a draft that was approved meanwhile changes nothing, begins no release of its own, and its editor and the owner are told', async () => {
    await end(ports, 'approved');
    await draftRelease(ports, release);
    expect([...ports.ledger.facts.keys()].filter((key) => key.includes('/mail/late-edit'))).toEqual([
      `releases/${release}/mail/late-edit-0001-daniel-frost.mail.json`,
      `releases/${release}/mail/late-edit-0001.mail.json`,
    ]);
    expect([...ports.ledger.facts.keys()].filter((key) => key.startsWith(`releases/${release}.2/`))).toEqual(
      [],
    );
    expect(ports.ledger.facts.has(keys.draft(release, 2))).toBe(false);
  });

  it('on a draft that was approved meanwhile is lost work until its editor and the owner are told', async () => {
    await end(ports, 'approved');
    const untold = async (): Promise<string[]> =>
      untoldEvents(
        ports,
        await listRelease(ports.ledger, release),
        await draftOf(ports, 1),
        await readOutcome(ports.ledger, release, 1),
      );
    expect(await untold()).toEqual(['desk~0001']);
    await draftRelease(ports, release);
    expect(await untold()).toEqual([]);
  });

  it('makes one draft whenever the process is killed', async () => {
    expect(await expectSurvival(prepare, (some) => draftRelease(some, release))).toBeGreaterThan(10);
  });

  it('that names somebody for an act takes their links at once, before the next draft is made', async () => {
    const asked = (): Promise<boolean> => isStillAsked(ports.ledger, company, release, 'helen-marsh');
    expect(await asked()).toBe(true);
    const fact = {
      event: events[0]?.source ?? '',
      act: 0,
      path: 'incoming.name',
      fact: 'who takes the role on the board',
      value: 'Helen Marsh',
      entered: 'Helen Marsh',
    };
    ports.ledger.facts.set(
      keys.event(release, 'desk', '0001'),
      JSON.stringify({ ...edit, desk: { ...edit.desk, facts: [fact] } }),
    );
    expect(await asked()).toBe(false);
  });

  it.each<[string, object]>([
    ['of a source that is not the desk', { source: 'hr' }],
    ['without what an editor did', { desk: undefined }],
  ])('is none where it is %s', (_what, change) => {
    expect(v.is(eventFactSchema, edit)).toBe(true);
    expect(v.is(eventFactSchema, { ...edit, ...change })).toBe(false);
  });

  it('takes no place that leads out of an act, and no words over several lines', () => {
    const facts = (fact: object): boolean =>
      v.is(eventFactSchema, { ...edit, desk: { ...edit.desk, facts: [fact] } });
    const good = { event: 'hr~1', act: 0, path: 'title', fact: 'x', value: 'CFO', entered: 'CFO' };
    expect(facts(good)).toBe(true);
    for (const path of ['__proto__', 'a..b', 'a.', '', 'a[0]'])
      expect(facts({ ...good, path }), path).toBe(false);
    expect(facts({ event: 'hr~1', act: 0, fact: 'x', words: 'two\nlines' })).toBe(false);
  });
});
