import { type Composer, each } from './narrator.ts';

/** STUB */
export const delayedFiling: Composer<'delayed-filing'> = {
  sentences: (acts, narrator) => each(acts, narrator, () => ({})),
  headline: () => ({}),
};
