import { beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/domain/keys.ts';
import { looksAutomated, type VisitFact, visitSchema } from '../../../functions/domain/visits.ts';
import { readRequiredFact } from '../../../functions/ports/ledger.ts';
import { company, release } from '../../support/draft.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { Scanner } from '../../support/scanner.ts';
import {
  behaviours,
  decideAs,
  enterByMode,
  everything,
  harmless,
  readerOf,
  scenes,
} from '../../support/scanner-behaviours.ts';
import { enterAs, Visitor } from '../../support/visitor.ts';

const visitsOf = (office: Office): Promise<VisitFact[]> =>
  Promise.all(
    [...office.facts.facts.keys()]
      .filter((key) => key.includes('/visits/'))
      .map((key) => readRequiredFact(office.facts, key, visitSchema)),
  );

const cases = (['code', 'link'] as const).flatMap((mode) =>
  Object.keys(scenes).flatMap((scene) =>
    Object.keys(behaviours).map((behaviour) => ({ mode, scene, behaviour })),
  ),
);

/** Plays a scanner, and answers with what it left in the ledger. */
const play = async ({ mode, scene, behaviour }: (typeof cases)[number]) => {
  const profile = { ...company, policy: { ...company.policy, stepUp: mode } };
  const office = await openOffice({ company: profile });
  const path = await office.invite(readerOf(scene));
  await scenes[scene]?.(office, path, mode);
  const before = new Set(office.facts.facts.keys());
  const startedAt = office.clock.now().getTime();
  const { run, headers } = behaviours[behaviour] ?? { run: () => Promise.reject(new Error(behaviour)) };
  await run(new Scanner(office, path, headers));
  const left = [...office.facts.facts.keys()].filter((key) => !before.has(key));
  return { office, path, left, hours: (office.clock.now().getTime() - startedAt) / 3_600_000 };
};

describe('a scanner of mail', () => {
  it.each(cases)('that $behaviour, by $mode, decides and freezes nothing: $scene', async (played) => {
    const { office, left, hours } = await play(played);
    expect(left.filter((key) => !harmless[played.mode].test(key))).toEqual([]);
    const asked = (kind: string) => left.filter((key) => key.includes(`/mail/${kind}-`)).length;
    expect(asked('code')).toBeLessThanOrEqual(5 * Math.ceil(hours + 0.01));
    expect(asked('link')).toBeLessThanOrEqual(3 * Math.ceil(hours + 0.01));
    const visits = await visitsOf(office);
    expect(visits).not.toEqual([]);
    for (const { reader } of visits) expect(reader).toBe(readerOf(played.scene));
  });

  it.each(Object.entries(behaviours).map(([behaviour, { shows }]) => ({ behaviour, shows })))(
    'that $behaviour is in the audit as automated: $shows',
    async ({ behaviour, shows }) => {
      for (const mode of ['code', 'link'] as const) {
        const { office } = await play({ mode, scene: 'a draft that awaits', behaviour });
        expect((await visitsOf(office)).some(looksAutomated)).toBe(shows);
      }
    },
  );

  it.each(['code', 'link'] as const)(
    'that has done all of it leaves a person free to decide (by %s)',
    async (mode) => {
      const { office, path } = await play({
        mode,
        scene: 'a draft that awaits',
        behaviour: 'presses every button as slowly as a person would',
      });
      office.clock.pass(60);
      await decideAs(office, await enterByMode(office, path, mode));
      expect(office.facts.facts.has(keys.decision(release, 1, 'margaret-osei'))).toBe(true);
    },
  );

  it('comes, where a link opens the draft, as far as the question that it cannot answer', async () => {
    const { office } = await play({
      mode: 'link',
      scene: 'a draft that awaits',
      behaviour: 'presses every button as slowly as a person would',
    });
    expect((await visitsOf(office)).map(({ visit }) => visit)).toContain('unconfirmed-form');
  });

  it('never sees a draft where a code opens it, on whatever page it comes', async () => {
    for (const scene of Object.keys(scenes)) {
      const office = await openOffice();
      const path = await office.invite(readerOf(scene));
      await scenes[scene]?.(office, path, 'code');
      const scanner = new Scanner(office, path);
      await scanner.crawl(everything, { seconds: 20, most: 200 });
      expect(scanner.visitor.cookie).toBeUndefined();
    }
  });
});

describe('the pages before the draft', () => {
  let bodies: string[];
  beforeAll(async () => {
    const office = await openOffice();
    const visitor = await enterAs(office, 'margaret-osei');
    const stranger = new Visitor(office, visitor.path);
    bodies = [
      await stranger.get(),
      await stranger.get('sent'),
      await stranger.get('asked'),
      await visitor.get(),
      await visitor.get('', 'not-me'),
    ].map(({ body = '' }) => body);
  });

  it('have no script, load nothing and submit nothing by themselves', () => {
    for (const body of bodies) expect(body).not.toMatch(/<script|\son\w+=|http-equiv|<img|<link|src=/);
  });
});
