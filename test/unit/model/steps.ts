import fc from 'fast-check';
import { events } from './events.ts';

const people = ['margaret-osei', 'daniel-frost', 'w-barry-gilbert', 'helen-marsh', 'robert-ines'] as const;

const person = fc.constantFrom(...people);
/** Which of several there are; the newest mostly. */
const which = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('event' as const), which: fc.nat(events.length - 1) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      which: fc.nat(7),
      fate: fc.constantFrom('done' as const, 'done' as const, 'again' as const, 'lost' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('work-off' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('approve' as const), person, which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('approve-together' as const),
      persons: fc.shuffledSubarray([...people], { minLength: 3 }),
      which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('request-changes' as const), person, which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take-back' as const), person, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('freeze' as const), person, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('thaw' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('edit' as const), person, which, renews: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('sweep' as const),
      scope: fc.constantFrom('due' as const, 'ledger' as const),
    }),
  },
);

/** After how many calls a process dies, where it does. */
const life = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
);

const minutes = fc.constantFrom(0, 0, 0, 1, 12, 40, 40, 700, 1600, 6000);

/** What goes on at the same time, after so many minutes, in so many rounds. */
export const programs = fc.array(
  fc.record({ minutes, steps: fc.array(fc.record({ step, life }), { minLength: 1, maxLength: 5 }) }),
  { minLength: 3, maxLength: 12 },
);

const asked: Step[] = [{ do: 'event', which: 0 }, { do: 'work-off' }];

const askedAnew: Step[] = [
  ...asked,
  { do: 'approve', person: 'helen-marsh', which: 0 },
  { do: 'edit', person: 'daniel-frost', which: 0, renews: true },
  { do: 'work-off' },
];

/** How it may begin: with a draft that everybody was asked about, with one that somebody approved and a next one, or with nothing. */
export const beginning = fc.oneof(
  { weight: 4, arbitrary: fc.constant(asked) },
  { weight: 2, arbitrary: fc.constant(askedAnew) },
  { weight: 1, arbitrary: fc.constant<Step[]>([]) },
);

/** What goes on at the same time. */
export interface Round {
  minutes: number;
  steps: readonly { step: Step; life: number | undefined }[];
}

export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
