import type { ActOf } from '../acts.ts';
import { leaverOf } from '../persons.ts';
import { type ActItem, dayOf, lacking, noLaterThan } from './act-item.ts';

type Leaving = ActOf<'director-departure' | 'officer-departure'>;

/** Whether a reason may say what a disagreement was about; "because of other commitments" does not. */
export const tellsOfDispute = (reason: string | undefined): boolean =>
  /disagree|disput|differ|oppos|object|conflict|concern|over\b/i.test(reason ?? '');

/** What paragraph (a) asks, which is about a director who disagrees or is removed for cause. */
const circumstances = (act: Leaving): string[] => [
  ...lacking([
    [
      act.disagreement === true && !tellsOfDispute(act.reason) ? undefined : act.reason,
      'the circumstances that led to it',
    ],
    [
      act.kind === 'director-departure' ? act.committees : undefined,
      'the committees on which the director served',
    ],
  ]),
  'any letter of the director as Exhibit 17',
];

/** The director at the start of a sentence; an officer who is not named is told by the office. */
const directorOf = (act: Leaving): string =>
  act.person === undefined ? `As a director, ${leaverOf(act)}` : `Director ${act.person.name}`;

const disagrees = (act: Leaving, day: string | undefined): ActItem => ({
  item: '5.02(a)',
  certain: true,
  why: `${directorOf(act)} leaves over a disagreement.`,
  day,
  missing: [...lacking([[day, 'the day of the notice']]), ...circumstances(act)],
});

const removed = (act: Leaving): ActItem[] => {
  const day = noLaterThan(dayOf(act.decided ?? act.noticed), act.effective);
  const asked = [...lacking([[day, 'the day of the removal']]), 'whether the director was removed for cause'];
  const name = `director ${leaverOf(act)}`;
  return [
    {
      item: '5.02(a)',
      certain: false,
      why: `Item 5.02(a) applies if ${name} is removed for cause.`,
      day,
      missing: [...asked, ...circumstances(act)],
    },
    {
      item: '5.02(b)',
      certain: false,
      why: `Item 5.02(b) applies if ${name} is removed without cause.`,
      day,
      missing: asked,
    },
  ];
};

/** Whether the board may have decided it, as where it does not nominate a director again. */
const isOpenWhoDecided = (act: Leaving): boolean =>
  act.kind === 'director-departure' && (act.manner === 'left' || act.manner === 'not-standing');

const leaves = (act: Leaving, day: string | undefined): ActItem => {
  const open = isOpenWhoDecided(act);
  return {
    item: '5.02(b)',
    certain: !open,
    why: open
      ? `Item 5.02(b) applies if director ${leaverOf(act)} decided it; that the board does not nominate a director again is no event of it.`
      : `${directorOf(act)} leaves without a disagreement that was reported.`,
    day,
    missing: [
      ...lacking([[day, 'the day of the notice']]),
      ...(open ? ['whose decision it was'] : []),
      ...lacking([
        [act.disagreement, 'whether there was a disagreement; if there was, Item 5.02(a) applies'],
      ]),
    ],
  };
};

/** The items of Form 8-K under which a director leaves the board. */
export const directorLeaves = (act: Leaving): ActItem[] => {
  const day = noLaterThan(dayOf(act.noticed ?? act.decided), act.effective);
  if (act.disagreement === true) return [disagrees(act, day)];
  return act.kind === 'director-departure' && act.manner === 'removed' ? removed(act) : [leaves(act, day)];
};
