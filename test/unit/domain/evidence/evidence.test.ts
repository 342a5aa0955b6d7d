import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../../functions/domain/digest.ts';
import type { Draft, UnsealedDraft } from '../../../../functions/domain/draft.ts';
import {
  continues,
  type EvidenceFile,
  makeEvidence,
} from '../../../../functions/domain/evidence/evidence-file.ts';
import { flawsOf, verifyEvidence } from '../../../../functions/domain/evidence/verify-evidence.ts';
import type { Decision } from '../../../../functions/domain/facts.ts';
import { keys } from '../../../../functions/domain/keys.ts';
import { putFact } from '../../../../functions/ports/ledger.ts';
import { draftOf, putDraft, recusing, release } from '../../../support/draft.ts';
import {
  evidenceOf,
  forged,
  publishedOffice,
  rechained,
  truthfulEvidenceOf,
} from '../../../support/evidence.ts';
import { openOffice } from '../../../support/office.ts';
import { enterAs } from '../../../support/visitor.ts';

const wrongWith = (file: unknown): string[] => flawsOf(verifyEvidence(file)).map(({ what }) => what);

let file: EvidenceFile;
beforeAll(async () => {
  file = await evidenceOf((await publishedOffice()).facts);
});

describe('a file of evidence', () => {
  it('holds every fact of a published release in the order in which they came to be, and bears itself out', () => {
    expect(flawsOf(verifyEvidence(file))).toEqual([]);
    const at = file.facts.map((fact) => Date.parse(fact.at));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    const held = file.facts.map(({ key }) => key);
    for (const key of [
      keys.seen(release, 1, 'helen-marsh'),
      keys.step(release, 1, 1),
      keys.gate(release, 1),
      keys.published(release),
    ])
      expect(held).toContain(key);
  });

  it('has the exact text of every fact, by which its digest can be made again', () => {
    for (const { body = '', sha256: digest } of file.facts) expect(sha256Of(body)).toBe(digest);
  });

  it('is the same whatever the order in which the facts are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(file.facts, { minLength: file.facts.length }), (facts) => {
        const again = facts.map(({ key, storedAt, body, sha256: digest }) => ({
          key,
          storedAt,
          body,
          sha256: digest,
        }));
        expect(makeEvidence(file, again)).toEqual(file);
      }),
      { numRuns: 20 },
    );
  });

  it('that is made later has the head of an earlier one as one of its links', async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'helen-marsh');
    office.clock.pass(1);
    const early = await evidenceOf(office.facts, release, office.clock.now());
    await visitor.decide('approve');
    office.clock.pass(1);
    const late = await evidenceOf(office.facts, release, office.clock.now());
    expect(late.head).not.toBe(early.head);
    expect(late.facts.map(({ chain }) => chain)).toContain(early.head);
    expect(continues(late, early.head)).toBe(true);
    expect(continues(early, late.facts.at(-1)?.chain ?? '')).toBe(false);
  });

  it('shows when any character of it was changed', () => {
    const text = JSON.stringify(file);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', ' '), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        const read = ((): unknown => {
          try {
            return JSON.parse(changed);
          } catch {
            return undefined;
          }
        })();
        fc.pre(JSON.stringify(read) !== text);
        expect(wrongWith(read)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['dropped', (facts: EvidenceFile['facts'], at: number) => facts.toSpliced(at, 1)],
    [
      'doubled',
      (facts: EvidenceFile['facts'], at: number) => facts.toSpliced(at, 0, ...facts.slice(at, at + 1)),
    ],
    [
      'moved to the end',
      (facts: EvidenceFile['facts'], at: number) => [...facts.toSpliced(at, 1), ...facts.slice(at, at + 1)],
    ],
  ])('shows when any fact was %s', (_how, change) => {
    for (let at = 0; at < file.facts.length - 1; at += 1)
      expect(wrongWith({ ...file, facts: change(file.facts, at) }), `fact ${at + 1}`).not.toEqual([]);
  });

  it('shows when facts were moved or doubled, though the chain was made anew', () => {
    expect(wrongWith(rechained({ ...file, facts: file.facts.toReversed() }))).toContain(
      'The fact is not where its time puts it.',
    );
    expect(wrongWith(rechained({ ...file, facts: [...file.facts, ...file.facts.slice(-1)] }))).toContain(
      'The fact stands twice.',
    );
  });

  it('is not taken for one where it is something else', () => {
    for (const other of [undefined, null, [], 'x', { format: 'gazette-evidence/2' }])
      expect(wrongWith(other)).toHaveLength(1);
  });
});

describe('a file of evidence whose chain was made anew over a change does not bear out', () => {
  const without = (wanted: string): EvidenceFile =>
    forged(file, (key, body) => (key === wanted ? undefined : body));
  const withBody = (wanted: string, change: (body: string) => string): EvidenceFile =>
    forged(file, (key, body) => (key === wanted ? change(body) : body));
  const published = keys.publishedFile(release, 'exhibit99-1.txt');
  const [decision, seen] = [keys.decision(release, 1, 'helen-marsh'), keys.seen(release, 1, 'helen-marsh')];

  it.each<[string, () => EvidenceFile, string]>([
    [
      'a decision on another text',
      () => withBody(decision, (body) => body.replace(/"sha256": "\w{8}/, '"sha256": "00000000')),
      'It is bound to another text than its draft has.',
    ],
    [
      'that somebody saw another text',
      () => withBody(seen, (body) => body.replace(/"sha256": "\w{8}/, '"sha256": "00000000')),
      'It is bound to another text than its draft has.',
    ],
    [
      'a decision in the name of another',
      () => withBody(decision, (body) => body.replace('helen-marsh', 'daniel-frost')),
      'The fact stands under a key that is not its own.',
    ],
    [
      'a fact that is not as its schema says',
      () => withBody(decision, (body) => body.replace('approve', 'agree')),
      'The fact is not as its schema says.',
    ],
    [
      'a draft that was changed',
      () => withBody(keys.draft(release, 1), (body) => body.replace('Zebulon', 'Zachary')),
      'The draft is not what its digest says.',
    ],
    [
      'a draft without an event that it is made from',
      () => without(keys.event(release, 'hr', 'evt-1')),
      'An event that the draft is made from is missing.',
    ],
    [
      'anything without its draft',
      () => without(keys.draft(release, 1)),
      'The draft that has ended is missing.',
    ],
    [
      'an approval without one of its decisions',
      () => without(decision),
      'The outcome counts a decision that is missing, or was taken back.',
    ],
    [
      'what became of a decision without it',
      () => without(decision),
      'It is about a decision that is missing.',
    ],
    [
      'an approval by a decision that was taken back',
      () =>
        withBody(keys.step(release, 1, 1), (body) =>
          JSON.stringify({
            step: 'taken-back',
            draft: 1,
            approver: 'helen-marsh',
            round: 1,
            at: /"at": "([^"]+)"/.exec(body)?.[1],
          }),
        ),
      'The decisions do not bear the outcome out.',
    ],
    [
      'an approval by fewer than the policy asks for',
      () => withBody(keys.outcome(release, 1), (body) => body.replace(/,\s*"robert-ines"/, '')),
      'The decisions do not bear the outcome out.',
    ],
    [
      'an approval from before its decisions',
      () => withBody(keys.outcome(release, 1), (body) => body.replace('T12:', 'T11:')),
      'The draft ended before its decisions had stood for as long as they must.',
    ],
    [
      'a file that was published otherwise than approved',
      () => withBody(published, (body) => `${body}x`),
      'A published file is not the text that was approved.',
    ],
    ['a file that is gone', () => without(published), 'A published file is not the text that was approved.'],
    [
      'a publication of another text',
      () =>
        withBody(keys.published(release), (body) => body.replace(/"sha256": "\w{8}/, '"sha256": "00000000')),
      'It was published without an approval of this text.',
    ],
    [
      'a publication without an approval',
      () => without(keys.outcome(release, 1)),
      'It was published without an approval of this text.',
    ],
    [
      'a publication through a gate that was not opened',
      () =>
        withBody(keys.gate(release, 1), () =>
          JSON.stringify({ gate: 'frozen', by: 'owner', at: '2002-06-06T12:03:00.000Z' }),
        ),
      'It was published, and the gate was not opened for it.',
    ],
    [
      'approvals other than those that were counted',
      () => withBody(keys.published(release), (body) => body.replace('"helen-marsh"', '"daniel-frost"')),
      'The approvals that it names are not those that were counted.',
    ],
    [
      'a mail that nobody asked for',
      () => without(keys.mail(release, 'published-0001')),
      'It is about a mail that is missing.',
    ],
    [
      'the reference of another release',
      () => rechained({ ...file, reference: '0000-0000' }),
      'The reference is that of another release.',
    ],
    [
      'a fact of another release',
      () => rechained({ ...file, release: 'iec-electronics.other' }),
      'The key is none of this release.',
    ],
  ])('%s', (_, change, expected) => {
    expect(wrongWith(change())).toContain(expected);
  });
});

/** What is wrong with the evidence of an office after something was put into its ledger. */
const wrongAfter = async (
  draft: Draft,
  act: (office: Awaited<ReturnType<typeof openOffice>>) => Promise<unknown>,
): Promise<string[]> => {
  const office = await openOffice({ draft });
  await act(office);
  return wrongWith(await truthfulEvidenceOf(office.facts));
};

const decisionOn = ({ draft, sha256: digest }: Draft, approver: string): Decision => ({
  decision: 'approve',
  approver,
  draft,
  sha256: digest,
  decidedAt: '2002-06-06T12:00:00.000Z',
});

describe('evidence of what must not be', () => {
  it.each<[string, Parameters<typeof wrongAfter>, string]>([
    [
      'a decision by somebody whom the release is about',
      [
        draftOf(recusing('Helen Marsh')),
        ({ facts, draft }) =>
          putFact(facts, keys.decision(release, 1, 'helen-marsh'), decisionOn(draft, 'helen-marsh')),
      ],
      'It is by somebody who does not decide on this draft.',
    ],
    [
      'a second decision where the first was not taken back',
      [
        draftOf(),
        async ({ facts, draft }) => {
          for (const round of [1, 2])
            await putFact(
              facts,
              keys.decision(release, 1, 'helen-marsh', round),
              decisionOn(draft, 'helen-marsh'),
            );
        },
      ],
      'It is a second decision, and the first was not taken back.',
    ],
    [
      'a mail to somebody whom the release is about',
      [
        draftOf(recusing('Helen Marsh')),
        ({ facts }) =>
          putFact(facts, keys.mail(release, 'ask-0001-helen-marsh'), {
            kind: 'ask',
            draft: 1,
            approver: 'helen-marsh',
            askedAt: '2002-06-06T12:00:00.000Z',
          }),
      ],
      'A mail to somebody whom the release is about was asked for.',
    ],
    [
      'a mail to the owner whom the release is about',
      [
        draftOf({ ownerRecused: true }),
        async ({ facts }) => {
          await putFact(facts, keys.mail(release, 'expired-0001'), {
            kind: 'expired',
            draft: 1,
            askedAt: '2002-06-06T12:00:00.000Z',
          });
          await putFact(facts, keys.sent(release, 'expired-0001'), {
            result: 'sent',
            messageId: 'message',
            at: '2002-06-06T12:00:01.000Z',
          });
        },
      ],
      'A mail went to somebody whom the release is about.',
    ],
    [
      'a draft that follows one which had not ended',
      [draftOf(), ({ facts }) => putDraft(facts, draftOf({ draft: 2 }))],
      'The draft before this one had not ended when it was made.',
    ],
    [
      'a decision that was carried over and never made',
      [
        draftOf(),
        ({ facts, draft }) =>
          putDraft(facts, draftOf({ draft: 2, carried: [decisionOn(draft, 'helen-marsh')] })),
      ],
      'A decision that was carried over to it was never made, or was taken back.',
    ],
    [
      'a file of a draft that says something else',
      [draftOf(), ({ facts }) => facts.put(keys.draftFile(release, 1, 'exhibit99-1.txt'), 'Another text')],
      'The file is not what its draft says.',
    ],
    [
      'a release that was thawed without having been frozen',
      [
        draftOf(),
        ({ facts }) =>
          putFact(facts, keys.gate(release, 1), {
            gate: 'thawed',
            by: 'operations',
            at: '2002-06-06T12:00:00.000Z',
          }),
      ],
      'The gate took a step that it cannot take.',
    ],
  ])('shows %s', async (_, given, expected) => {
    expect(await wrongAfter(...given)).toContain(expected);
  });

  it('does not take for it a mail that was on its way when its reader was recused', async () => {
    const mail = { kind: 'ask', draft: 1, approver: 'helen-marsh', askedAt: '2002-06-06T12:00:00.000Z' };
    const sentAt = (at: string) =>
      wrongAfter(draftOf(), async ({ facts, draft }) => {
        await putFact(facts, keys.mail(release, 'ask-0001-helen-marsh'), mail);
        await putFact(facts, keys.sent(release, 'ask-0001-helen-marsh'), {
          result: 'sent',
          messageId: 'message',
          at,
        });
        await putFact(facts, keys.outcome(release, 1), {
          outcome: 'superseded',
          draft: 1,
          sha256: draft.sha256,
          at: '2002-06-06T12:30:01.000Z',
          by: 'hr~evt-1',
        });
        const createdAt = '2002-06-06T12:30:00.000Z';
        await putDraft(facts, draftOf({ draft: 2, createdAt, ...recusing('Helen Marsh') }));
      });
    expect(await sentAt('2002-06-06T12:30:05.000Z')).toEqual([]);
    expect(await sentAt('2002-06-06T12:35:00.000Z')).toEqual([
      'A mail went to somebody whom the release is about.',
    ]);
  });
});

describe('evidence of a decision that was carried over', () => {
  const carriedTo = (changes: Partial<UnsealedDraft>, counted: readonly string[]) =>
    wrongAfter(draftOf(), async ({ facts, draft }) => {
      const decision = decisionOn(draft, 'helen-marsh');
      const at = '2002-06-06T12:10:00.000Z';
      await putFact(facts, keys.decision(release, 1, 'helen-marsh'), decision);
      await putFact(facts, keys.outcome(release, 1), {
        outcome: 'superseded',
        draft: 1,
        sha256: draft.sha256,
        at,
        by: 'hr~evt-1',
      });
      const step = { step: 'ended', outcome: 'superseded', at };
      await putFact(facts, keys.step(release, 1, 1), {
        ...step,
        draft: 1,
        by: 'hr~evt-1',
        counted: counted.map((approver) => ({ approver, round: 1 })),
      });
      const second = draftOf({ draft: 2, carried: [decision], createdAt: at, ...changes });
      await putDraft(facts, second);
      // Carried on once more, it is counted there in the round of what was carried.
      await putFact(facts, keys.outcome(release, 2), {
        outcome: 'superseded',
        draft: 2,
        sha256: second.sha256,
        at,
        by: 'hr~evt-1',
      });
      await putFact(facts, keys.step(release, 2, 1), {
        ...step,
        draft: 2,
        by: 'hr~evt-1',
        counted: counted.map((approver) => ({ approver, round: 0 })),
      });
      await putDraft(facts, draftOf({ draft: 3, carried: [decision], createdAt: at, ...changes }));
    });

  it('holds where only the layout has changed', async () => {
    expect(await carriedTo({ text: draftOf().text.replaceAll(' ', '  ') }, ['helen-marsh'])).toEqual([]);
  });

  it('shows where the text says something else, and where the decision was taken back', async () => {
    expect(await carriedTo({ text: 'Something else' }, ['helen-marsh'])).toContain(
      'A decision was carried over to it from a draft that says something else.',
    );
    expect(await carriedTo({}, [])).toContain(
      'A decision that was carried over to it was never made, or was taken back.',
    );
  });
});
